import { describe, expect, it } from 'vitest';
import { move, type Place, type PlaceAct, placeFromText, placeToText, struckIn } from './place.ts';

const items = ['a', 'b', 'c'];
const from = (place: Place, ...acts: PlaceAct[]) => acts.reduce((now, act) => move(now, act, items), place);
const start = placeFromText(null, items);

describe('the place in the exam', () => {
  it('begins at the first item, which is then seen', () => {
    expect(start).toMatchObject({ view: 'item', at: 0, seen: new Set(['a']) });
  });
  it('moves by one, ends in the review, and goes nowhere before the first item', () => {
    expect(from(start, { do: 'previous' })).toMatchObject({ at: 0, view: 'item' });
    const last = from(start, { do: 'next' }, { do: 'next' });
    expect(last).toMatchObject({ at: 2, view: 'item', seen: new Set(items) });
    expect(from(last, { do: 'next' })).toMatchObject({ at: 2, view: 'review' });
    expect(from(last, { do: 'next' }, { do: 'previous' })).toMatchObject({ at: 2, view: 'item' });
  });
  it('reaches submitting from the review alone by an act of its own, and comes back to the review', () => {
    const submit = from(start, { do: 'review' }, { do: 'submit' });
    expect(submit.view).toBe('submit');
    expect(from(submit, { do: 'next' }).view).toBe('submit');
    expect(from(submit, { do: 'previous' }).view).toBe('review');
  });
  it('strikes out and takes that back; a struck option that is chosen is struck no more', () => {
    const struck = from(start, { do: 'arm' }, { do: 'strike', itemId: 'a', option: 'B' });
    expect(struck.striking).toBe(false);
    expect(struckIn(struck, 'a')).toEqual(new Set(['B']));
    expect(struckIn(from(struck, { do: 'strike', itemId: 'a', option: 'B' }), 'a')).toEqual(new Set());
    expect(struckIn(from(struck, { do: 'unstrike', itemId: 'a', option: 'B' }), 'a')).toEqual(new Set());
  });
  it('is found again after a reload', () => {
    const place = from(start, { do: 'next' }, { do: 'strike', itemId: 'b', option: 'C' });
    expect(placeFromText(placeToText(place), items)).toEqual(place);
  });
  it('is the beginning where the memory makes no sense', () => {
    for (const text of ['', 'null', '[]', '{"at":7}', '{"at":"1","seen":[3],"struck":[["a",7]]}']) {
      expect(placeFromText(text, items)).toMatchObject({ at: 0, view: 'item', seen: new Set(['a']) });
    }
    expect(placeFromText('{"seen":["z","b"]}', items).seen).toEqual(new Set(['a', 'b']));
  });
});
