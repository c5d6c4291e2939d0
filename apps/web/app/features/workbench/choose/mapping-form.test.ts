import { describe, expect, it } from 'vitest';
import { assign, draftOf, mappingOf, toggleOption } from './mapping-form.ts';

const columns = ['Stem', 'A', 'B', 'C', 'Key'];
const guessed = draftOf({ stem: 'Stem', options: ['A', 'C'], key: 'Key' });

describe('the mapping of columns', () => {
  it('needs a stem, a key and two options', () => {
    expect(mappingOf(draftOf(null))).toBeUndefined();
    expect(mappingOf(toggleOption(guessed, columns, 'A'))).toBeUndefined();
    expect(mappingOf(guessed)).toEqual({ stem: 'Stem', key: 'Key', options: ['A', 'C'] });
  });

  it('keeps options in the order of the columns, whichever is chosen first', () => {
    expect(toggleOption(guessed, columns, 'B').options).toEqual(['A', 'B', 'C']);
  });

  it('gives a column one thing to hold', () => {
    expect(assign(guessed, 'title', 'A')).toMatchObject({ title: 'A', options: ['C'] });
    expect(assign(guessed, 'topic', 'Key')).toMatchObject({ topic: 'Key', key: '' });
    expect(toggleOption(guessed, columns, 'Key')).toMatchObject({ key: '', options: ['A', 'C', 'Key'] });
  });
});
