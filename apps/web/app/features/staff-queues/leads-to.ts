import type { QueueRow, QueueSlug } from './queue.ts';

interface Reader {
  /** Of the staff pages, such as `/staff/demo`. */
  readonly base: string;
  readonly roles: readonly string[];
  /** Ratings that the reader was asked for, by the number of the candidacy. */
  readonly ratings?: ReadonlyMap<string, string>;
}

type Waiting = Pick<QueueRow, 'candidacyId' | 'number' | 'subject' | 'status'>;

/** Where somebody who works on a queue does what waits in it; those who only read are led to the candidacy. */
export const leadsTo = (queue: QueueSlug, row: Waiting, { base, roles, ratings }: Reader): string => {
  const candidacy = `${base}/candidacies/${row.candidacyId}`;
  const manages = roles.includes('program-manager');
  switch (queue) {
    case 'review':
      return row.subject === undefined ? candidacy : `${candidacy}#requirement-${row.subject}`;
    case 'payment':
      return `${candidacy}#money`;
    case 'examiner':
      return manages && row.subject !== undefined ? `${candidacy}/examiner/${row.subject}` : candidacy;
    case 'ratings': {
      const rating = ratings?.get(row.number);
      if (rating !== undefined) return `${base}/ratings/${rating}`;
      return roles.includes('examiner') ? `${base}/ratings` : candidacy;
    }
    case 'courses':
      return row.subject !== undefined ? `${candidacy}/course/${row.subject}` : candidacy;
    case 'results':
      return `${base}/results`;
    case 'decision':
      // A certified person waits in this queue while a credential is suspended.
      return row.status === 'certified' ? candidacy : `${candidacy}/decision`;
    case 'renewal':
      return `${candidacy}/renewal`;
    case 'education':
      return `${candidacy}#continuing-education`;
    case 'membership':
    case 'accommodation':
      return `${candidacy}#${queue}`;
  }
};
