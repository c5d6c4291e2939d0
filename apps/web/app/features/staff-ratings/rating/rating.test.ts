import { describe, expect, it } from 'vitest';
import { criteriaOf, markFieldOf, marksOf, scoreOf } from './rating.ts';

const rubric = [{ criterion: 'evidence' }, { criterion: 'judgment' }, { criterion: 'style' }];

const sent = () => {
  const form = new FormData();
  for (const { criterion } of rubric) form.append('criterion', criterion);
  form.set('level-evidence', '3');
  form.set('comment-evidence', ' Clear. ');
  form.set('comment-judgment', 'No level yet.');
  form.set('level-style', '0');
  return form;
};

describe('marks of a form', () => {
  it('are those with a level, zero included', () => {
    const marks = marksOf(sent(), criteriaOf(sent()));
    expect(marks).toEqual([
      { criterion: 'evidence', level: 3, comment: 'Clear.' },
      { criterion: 'style', level: 0, comment: '' },
    ]);
    expect(scoreOf(marks)).toBe(3);
  });

  it('that are refused are found beside their fields', () => {
    const fieldOfPath = markFieldOf(marksOf(sent(), rubric));
    expect(fieldOfPath('marks.judgment')).toBe('level-judgment');
    expect(fieldOfPath('marks.1.level')).toBe('level-style');
    expect(fieldOfPath('marks.0.comment')).toBe('comment-evidence');
    expect(fieldOfPath('ratingId')).toBe('');
  });
});
