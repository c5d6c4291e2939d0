import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placementsOf, valueOfPlacements } from './placements.ts';

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,5}$/);
const placements = fc.array(fc.record({ piece: name, place: name }), { maxLength: 6 });

describe('placements', () => {
  it('are directed pairs and back', () => {
    fc.assert(
      fc.property(placements, (list) => {
        expect(placementsOf(valueOfPlacements(list, 'multiple'))).toEqual(list);
        expect(placementsOf(valueOfPlacements(list, 'single'))).toEqual(list.slice(-1));
      }),
    );
  });

  it('are NULL when there are none, and pass over what is no pair', () => {
    expect(valueOfPlacements([], 'multiple')).toBeNull();
    expect(valueOfPlacements([], 'single')).toBeNull();
    expect(placementsOf(['A B', 'A', '', 'A B C', 3, 'C D'])).toEqual([
      { piece: 'A', place: 'B' },
      { piece: 'C', place: 'D' },
    ]);
    expect(placementsOf({ A: 'B' })).toEqual([]);
  });
});
