import type { Program } from '@testamur/program';
import { expect, test } from 'vitest';
import { readProgramFiles } from '../../seed/program-files.ts';
import { headcount } from './staff.ts';

const programs = [...(await readProgramFiles()).values()].flat().map(({ program }) => program);

const largestPanel = ({ assessments }: Program): number =>
  Math.max(0, ...assessments.map((one) => (one.kind === 'oral' ? one.panel.examiners : 0)));

test('there are as many examiners as the largest panel takes, and one where there is no panel', () => {
  const panels = programs.map(largestPanel);
  expect(panels.some((size) => size > 1)).toBe(true);
  expect(programs.map((program) => headcount('examiner', program))).toEqual(panels.map((size) => Math.max(1, size)));
});

test('of every other role there is one', () => {
  expect(new Set(programs.map((program) => headcount('reviewer', program)))).toEqual(new Set([1]));
});
