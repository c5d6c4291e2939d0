import { type NextAction, nextActionKinds } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { queueSlugs } from '../contract/staff.ts';
import { queueChanges, queues, stagesOf } from './queues.ts';

const action = (kind: NextAction['kind'], subject?: string): NextAction => ({
  kind,
  actor: 'reviewer',
  title: { code: 'given' },
  ...(subject === undefined ? {} : { subject }),
});

describe('queues', () => {
  test('what waits enters, what no longer waits leaves, the rest stays', () => {
    const present = [
      { queue: 'review', subject: 'experience' },
      { queue: 'membership', subject: 'member' },
    ];
    expect(queueChanges([action('review-requirement', 'experience'), action('record-decision')], present)).toEqual({
      leave: [{ queue: 'membership', subject: 'member' }],
      enter: [{ queue: 'decision', subject: '' }],
    });
  });

  test('work enters its first stage and stays in the stage that it was moved on to', () => {
    const next = [action('assign-examiner', 'portfolio'), action('release-result', 'portfolio')];
    expect(queueChanges(next, []).enter).toEqual([{ queue: 'examiner', subject: 'portfolio' }]);
    const rated = [{ queue: 'ratings', subject: 'portfolio' }];
    expect(queueChanges(next, rated)).toEqual({ leave: [], enter: [] });
  });

  test('results of exams wait to be released at once', () => {
    expect(queueChanges([action('release-result', 'exam')], []).enter).toEqual([{ queue: 'results', subject: 'exam' }]);
  });

  test('the same thing waits once', () => {
    const twice = [action('pay-fee', 'exam-fee'), action('pay-fee', 'exam-fee')];
    expect(queueChanges(twice, []).enter).toHaveLength(1);
  });

  test('every queue is reached by an action or a stage, and somebody works on it', () => {
    const reached = new Set(nextActionKinds.flatMap((kind) => stagesOf(kind)));
    expect([...reached].sort()).toEqual([...queueSlugs].sort());
    for (const slug of queueSlugs) expect(queues[slug].roles.length).toBeGreaterThan(0);
  });
});
