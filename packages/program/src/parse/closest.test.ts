import { describe, expect, it } from 'vitest';
import { closest, editDistance } from './closest.ts';

describe('closest', () => {
  it('counts inserted, lost, changed and swapped letters', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('exma', 'exam')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('finds the nearest word, whatever the case, and none when all are far', () => {
    expect(closest('Requirments', ['renewal', 'requirements', 'retake'])).toBe('requirements');
    expect(closest('kept', ['keptFor'])).toBe('keptFor');
    expect(closest('zebra', ['fees', 'topics'])).toBeUndefined();
    expect(closest('', ['id'])).toBeUndefined();
  });
});
