import type { Api } from '../../api.ts';
import { allRows } from '../../staff/all-rows.ts';
import type { messages } from './messages.ts';

export type Attempt = Awaited<ReturnType<Api['delivery']['listAttempts']>>['attempts'][number];

/** Somebody has to look: silent, or something happened while it runs. */
export const needsSomebody = ({ status, incidents }: Pick<Attempt, 'status' | 'incidents'>): boolean =>
  status === 'offline' || (status === 'working' && incidents.length > 0);

const rank = (attempt: Pick<Attempt, 'status' | 'incidents'>): number =>
  needsSomebody(attempt) ? 0 : attempt.status === 'working' ? 1 : 2;

/** Those who need somebody before those who work, and those before the rest; else as they came. */
export const byNeed = <A extends Pick<Attempt, 'status' | 'incidents'>>(attempts: readonly A[]): readonly A[] =>
  attempts.toSorted((one, other) => rank(one) - rank(other));

const kinds: Readonly<Record<string, keyof typeof messages>> = {
  'second-device': 'incident.second-device',
  'sequence-conflict': 'incident.sequence-conflict',
  'entries-missing': 'incident.entries-missing',
  canceled: 'incident.canceled',
};

export const incidentWords = (kind: string): keyof typeof messages => kinds[kind] ?? 'incident.other';

export const allAttempts = (api: Api, organization: string): Promise<readonly Attempt[]> =>
  allRows(async (page) => {
    const { attempts, total } = await api.delivery.listAttempts({ organization, page });
    return { rows: attempts, total };
  });
