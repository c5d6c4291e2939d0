import type { Program } from '@testamur/program';
import { expect, test } from 'vitest';
import { findTrackProblem, trackKey } from './track.ts';

const option = (id: string) => ({ id, title: id });
const program = {
  tracks: [
    { id: 'craft', title: 'Craft', options: [option('wood'), option('metal')] },
    { id: 'level', title: 'Level', options: [option('one'), option('two')] },
  ],
} as unknown as Program;
const trackless = {} as Program;

test('the same choice has one key, whatever its order; another choice has another', () => {
  expect(trackKey({ level: 'one', craft: 'wood' })).toBe('craft=wood,level=one');
  expect(trackKey({ craft: 'wood', level: 'one' })).toBe('craft=wood,level=one');
  expect(trackKey({ craft: 'wood', level: 'two' })).not.toBe('craft=wood,level=one');
  expect(trackKey(undefined)).toBe('');
});

test('a choice names an option of every axis and no other axis', () => {
  expect(findTrackProblem(program, { craft: 'wood', level: 'one' })).toBeUndefined();
  for (const track of [
    undefined,
    {},
    { craft: 'wood' },
    { craft: 'wood', level: 'six' },
    { craft: 'wood', level: 'one', x: 'y' },
  ]) {
    expect(findTrackProblem(program, track)).toBe(
      'Choose one option for each of these: craft (wood, metal); level (one, two).',
    );
  }
});

test('a program without tracks takes no choice', () => {
  expect(findTrackProblem(trackless, undefined)).toBeUndefined();
  expect(findTrackProblem(trackless, { craft: 'wood' })).toBe(
    'This program has no tracks. Begin without choosing one.',
  );
});
