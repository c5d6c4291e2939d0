import { describe, expect, it } from 'vitest';
import { contradictions } from '../parse/checks/index.ts';
import { Story } from '../testing/course-of-events.ts';
import { lifeUntil } from '../testing/facts.ts';
import { exam, programOf } from '../testing/parts.ts';

const accepted = lifeUntil('2027-01-09');
const retake = { source: 'article', wait: 'P1D', attempts: 2, within: 'P12M' };

/** The first counts twice as much as the second; 60 percent of both together pass. */
function programWith(minimumPercent?: number) {
  const weights = [
    { assessment: 'first', weight: 2 },
    { assessment: 'second', weight: 1 },
  ];
  const minimum = minimumPercent === undefined ? {} : { minimumPercent };
  return programOf([exam('first', { retake }), exam('second', { retake })], [], {
    passing: { source: 'article', compensatory: weights, percent: 60, ...minimum },
  });
}

function taken(program: ReturnType<typeof programWith>, first: number, second: number): Story {
  const story = new Story(program, accepted).on('2027-01-10').authorize('first').authorize('second');
  story
    .sit('first')
    .sit('second')
    .release('first', first, 10, first >= 7);
  return story.release('second', second, 10, second >= 7);
}

describe('assessments that make up for each other', () => {
  it('are passed together by their weighted share, whoever of them failed alone', () => {
    expect(contradictions(programWith())).toEqual([]);
    expect(taken(programWith(), 8, 2).now.status).toBe('waiting-for-decision');
    expect(taken(programWith(), 2, 8).now.status).not.toBe('waiting-for-decision');
  });

  it('reach their share exactly, without a hair of rounding', () => {
    expect(taken(programWith(), 6, 6).now.status).toBe('waiting-for-decision');
  });

  it('are open until each has a result', () => {
    const story = new Story(programWith(), accepted)
      .on('2027-01-10')
      .authorize('first')
      .sit('first')
      .release('first', 10, 10, true);
    expect(story.moves).toEqual(['system authorize-test second']);
  });

  it('stay open while one of them can be taken again, and count its best result', () => {
    const story = taken(programWith(), 5, 5);
    expect(story.moves).toEqual(['system authorize-test first', 'system authorize-test second']);
    story.on('2027-01-12').authorize('first').sit('first').release('first', 4, 10, false);
    story.authorize('second').sit('second').release('second', 8, 10, true);
    expect(story.now.status).toBe('waiting-for-decision');
  });

  it('are lost when together they fall short and none can be taken again', () => {
    const story = taken(programWith(), 5, 7)
      .on('2027-01-12')
      .authorize('first')
      .sit('first')
      .release('first', 5, 10, false);
    expect(story.now).toMatchObject({ status: 'not-passed', since: '2027-01-12T12:00:00.000Z', final: true });
  });

  it('have a floor under each part where the program sets one', () => {
    expect(taken(programWith(30), 9, 2).now.status).not.toBe('waiting-for-decision');
    expect(taken(programWith(30), 9, 3).now.status).toBe('waiting-for-decision');
  });
});
