import { describe, expect, test } from 'vitest';
import { drawPicture, linesOf, type PictureFacts, statusWords } from './drawing.ts';

const facts: PictureFacts = {
  title: 'Certified Technician',
  number: 'CALT-7K4M9QXT',
  organizationName: 'Association',
  state: 'active',
  inForce: true,
  line: 'In force, valid through March 1, 2030 (UTC)',
  host: 'testamur.example',
  demonstration: false,
};

describe('the picture of a credential', () => {
  test('says Active only of one that passed every check', () => {
    for (const state of ['active', 'renewal-due', 'in-grace'] as const) {
      expect(statusWords({ state, inForce: false })).toBe('Could not be confirmed');
      expect(statusWords({ state, inForce: true })).toMatch(/^Active/);
    }
    for (const state of ['suspended', 'revoked', 'lapsed', 'expired', 'surrendered', 'replaced'] as const) {
      expect(drawPicture({ ...facts, state, inForce: false })).not.toContain('Active');
    }
  });

  test('names nobody who did not agree', () => {
    expect(drawPicture(facts)).not.toContain('Rivera');
    expect(drawPicture({ ...facts, holderName: 'Ana Rivera' })).toContain('Ana Rivera');
  });

  test('shows a name as letters, whatever it is', () => {
    const svg = drawPicture({ ...facts, holderName: '<image href="x"/>&\u0000"\uD800' });
    for (const part of ['<image', '\u0000', '\uD800']) expect(svg).not.toContain(part);
    expect(svg).toContain('&#60;image');
  });
});

test('words are set in lines of so many letters, and what is too much ends in an ellipsis', () => {
  expect(linesOf('one two three', 8, 3)).toEqual(['one two', 'three']);
  expect(linesOf('x'.repeat(20), 8, 3)).toEqual(['xxxxxxxx', 'xxxxxxxx', 'xxxx']);
  expect(linesOf('one two three four', 8, 2)).toEqual(['one two', 'three …']);
  expect(linesOf('', 8, 2)).toEqual([]);
});
