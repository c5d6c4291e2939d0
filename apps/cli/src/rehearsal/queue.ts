import { expectThat } from './unmet.ts';
import type { StaffMember, World } from './world.ts';

type QueueSlug = Parameters<StaffMember['api']['candidacies']['getQueue']>[0]['queue'];

/** What waits for staff is found where they look for work. */
export const expectQueued = async (
  { organization, candidacyId }: World,
  { api }: StaffMember,
  queue: QueueSlug,
  subject?: string,
): Promise<void> => {
  const { rows, label } = await api.candidacies.getQueue({ organization, queue, page: 1 });
  const found = rows.some(
    (row) =>
      row.candidacyId === candidacyId &&
      (subject === undefined || row.subject === undefined || row.subject === subject),
  );
  expectThat(
    found,
    `the candidacy in the queue "${label}"`,
    rows.map((row) => `${row.number}: ${row.what}`),
  );
};
