import { describe, expect, it } from 'vitest';
import { actInWords, detailsOf, subjectOf } from './describe-entry.ts';

const id = '01a20436-718e-7e88-a9e3-0de4c95ade35';

describe('an entry of the audit trail', () => {
  it('is about something that has a page, or not', () => {
    expect(subjectOf(`candidacy:${id}`)).toEqual({ kind: 'candidacy', path: `candidacies/${id}` });
    expect(subjectOf(`rating:${id}`)).toEqual({ kind: 'rating', path: undefined });
    expect(subjectOf('thing:1')).toEqual({ kind: 'other', path: undefined });
    expect(subjectOf('ala')).toEqual({ kind: 'organization', path: undefined });
  });

  it('names its act as the API does, or by its name', () => {
    const summaries = new Map([['candidacies.judgeRequirement', 'Accept, ask for more, or not accept']]);
    expect(actInWords('candidacies.judgeRequirement', summaries)).toBe('Accept, ask for more, or not accept');
    expect(actInWords('scoring.openRating', summaries)).toBe('Open rating');
  });

  it('says its details without what machines alone read', () => {
    const detail = {
      candidacyId: id,
      personal: { reason: 'Diploma seen.', entryIds: [id] },
      granted: true,
      at: '2027-03-01T09:00:00.000Z',
      roles: ['reviewer', 'finance'],
      none: null,
      attempts: { [id]: Array.from({ length: 40 }, (_, at) => at) },
    };
    expect(detailsOf(detail)).toEqual([
      { name: 'Personal: reason', value: { is: 'text', text: 'Diploma seen.' } },
      { name: 'Granted', value: { is: 'flag', on: true } },
      { name: 'At', value: { is: 'instant', at: '2027-03-01T09:00:00.000Z' } },
      { name: 'Roles', value: { is: 'text', text: 'reviewer, finance' } },
      { name: 'Attempts', value: { is: 'text', text: '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 …' } },
    ]);
  });
});
