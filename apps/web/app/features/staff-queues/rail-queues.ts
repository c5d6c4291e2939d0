import type { Inside } from '../../loading/load.ts';

/** A queue as the rail of the staff pages shows it. */
export interface RailQueue {
  readonly slug: string;
  readonly label: string;
  /** How many wait in it. */
  readonly count: number;
}

/** The queues that the viewer's roles work on in an organization. */
export const listRailQueues = async (
  { api }: Pick<Inside, 'api'>,
  organization: string,
): Promise<readonly RailQueue[]> => {
  const { queues } = await api.candidacies.listQueues({ organization });
  return queues;
};
