import type { StandingLine } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { groupByWay } from './ways.ts';

const text = { code: 'given', values: { words: 'x' } };
const line = (id: string): StandingLine => ({
  id,
  kind: 'requirement',
  title: text,
  state: 'not-started',
  why: { rule: text, reason: text, factIds: [] },
});
const lines = ['conduct', 'degree', 'work', 'course', 'application'].map(line);
const shown = (groups: ReturnType<typeof groupByWay>) =>
  groups.map(({ choice, way, lines: own }) => [choice, way?.title ?? way?.number, own.map(({ id }) => id)]);

describe('the lines of an application', () => {
  it('are one list where everything is asked', () => {
    expect(shown(groupByWay({ all: ['conduct', 'degree', 'work', 'course'] }, lines))).toEqual([
      [undefined, undefined, ['conduct', 'degree', 'work', 'course', 'application']],
    ]);
  });

  it('stand under their ways, after what is asked of everybody', () => {
    const rule = { all: ['conduct', { any: [{ title: 'By degree', all: ['degree', 'course'] }, 'work'] }] };
    expect(shown(groupByWay(rule, lines))).toEqual([
      [undefined, undefined, ['conduct', 'application']],
      [1, 'By degree', ['degree', 'course']],
      [undefined, 2, ['work']],
    ]);
  });

  it('say how many of several are needed, and nothing of ways that are not there', () => {
    const rule = { atLeast: 2, of: ['degree', 'work', 'course', 'elsewhere'] };
    expect(shown(groupByWay(rule, lines)).map(([choice, way]) => [choice, way])).toEqual([
      [undefined, undefined],
      [2, 1],
      [undefined, 2],
      [undefined, 3],
    ]);
    expect(shown(groupByWay({ any: ['degree', 'elsewhere'] }, lines))).toEqual([
      [undefined, undefined, ['conduct', 'work', 'course', 'application']],
      [undefined, undefined, ['degree']],
    ]);
  });
});
