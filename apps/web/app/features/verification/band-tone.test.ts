import { describe, expect, it } from 'vitest';
import { bandTone } from './band-tone.ts';

describe('the band over a credential', () => {
  it('is never the one of a genuine credential when a check failed', () => {
    expect(bandTone('active', true)).toBe('done');
    expect(bandTone('active', false)).toBe('bad');
  });
  it('warns of revoked and suspended ones, and is quiet about those that are over', () => {
    expect(bandTone('revoked', false)).toBe('bad');
    expect(bandTone('suspended', false)).toBe('bad');
    expect(bandTone('expired', false)).toBe('off');
    expect(bandTone('replaced', false)).toBe('off');
  });
});
