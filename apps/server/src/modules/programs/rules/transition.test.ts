import { readFileSync } from 'node:fs';
import { type Program, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { addCounts, listCounts } from './counts.ts';
import { dueMove, reportTransition } from './transition.ts';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program of the test is refused.');

const next = (transition: Partial<NonNullable<Program['transition']>>): Program => ({
  ...parsed.program,
  edition: '2027',
  transition: { from: ['2026'], candidates: 'keep', certificants: 'keep', text: 'What it means.', ...transition },
});
const underWay = { candidates: 5, certificants: 7 };
const now = new Date('2027-03-31T23:00:00.000Z');

describe('a transition', () => {
  test('that keeps all moves nobody', () => {
    expect(dueMove(next({}), now)).toBeUndefined();
    expect(reportTransition(next({}), underWay, now)).toEqual({
      movedNow: { candidates: 0, certificants: 0 },
      kept: underWay,
    });
  });

  test('moves each group by itself', () => {
    expect(dueMove(next({ certificants: 'move' }), now)).toEqual({
      ...{ programId: parsed.program.id, edition: '2027', from: ['2026'] },
      candidates: false,
      certificants: true,
    });
    expect(reportTransition(next({ candidates: 'move' }), underWay, now)).toEqual({
      movedNow: { candidates: 5, certificants: 0 },
      kept: { candidates: 0, certificants: 7 },
    });
  });

  test('keeps candidates through the last day, and moves them on the next', () => {
    const program = next({ keepUntil: '2027-03-31' });
    expect(dueMove(program, now)).toBeUndefined();
    expect(reportTransition(program, underWay, now)?.movedLater).toEqual({ on: '2027-04-01', candidates: 5 });
    expect(dueMove(program, new Date('2027-04-01T00:00:00.000Z'))).toMatchObject({
      candidates: true,
      certificants: false,
    });
  });

  test('is nothing where the file has none', () => {
    const { transition: _, ...first } = next({});
    expect(dueMove(first, now)).toBeUndefined();
    expect(reportTransition(first, underWay, now)).toBeUndefined();
  });
});

describe('counts of a preview', () => {
  test('take a candidacy once for each moment and effect', () => {
    const renewal = { moment: 'renewal', effect: 'worse' } as const;
    const counts = addCounts(addCounts({}, [renewal, renewal, { moment: 'now', effect: 'better' }]), [renewal]);
    expect(listCounts(counts)).toEqual([
      { moment: 'renewal', effect: 'worse', candidacies: 2 },
      { moment: 'now', effect: 'better', candidacies: 1 },
    ]);
  });
});
