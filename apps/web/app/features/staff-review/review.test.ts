import { describe, expect, it } from 'vitest';
import { educationFiles, judgmentOf } from './review.ts';

const fact = (kind: string, at: string, data: Record<string, unknown>) => ({
  id: `${kind} ${at}`,
  at,
  kind,
  actor: 'Dora',
  text: '',
  data,
});

const asked = fact('requirement-judged', '2027-03-02T09:00:00.000Z', {
  requirement: 'experience',
  verdict: 'more-needed',
  reason: 'The dates are missing.',
});

describe('the verdict on a claim', () => {
  it('is the latest one after the claim was stated', () => {
    expect(judgmentOf([asked], 'experience', '2027-03-01T09:00:00.000Z')).toEqual({
      verdict: 'more-needed',
      reason: 'The dates are missing.',
      who: 'Dora',
      at: asked.at,
    });
  });
  it('on an older claim is none on the new one', () => {
    expect(judgmentOf([asked], 'experience', '2027-03-03T09:00:00.000Z')).toBeUndefined();
  });
  it('on another requirement is none', () => {
    expect(judgmentOf([asked], 'education', '2027-03-01T09:00:00.000Z')).toBeUndefined();
  });
});

it('the evidence of continuing education is found by its entry', () => {
  const logged = fact('education-logged', '2027-03-02T09:00:00.000Z', { entryId: 'e1', fileIds: ['f1', 'f2'] });
  expect(educationFiles([logged, asked])).toEqual({ e1: ['f1', 'f2'] });
});
