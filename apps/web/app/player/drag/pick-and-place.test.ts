import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardAct,
  type BoardState,
  boardStep,
  piecesFor,
  placesFor,
  usesLeft,
} from './pick-and-place.ts';

const piece = (identifier: string, matchMax = 1, matchGroup: string[] = []) => ({ identifier, matchMax, matchGroup });

const board: Board = {
  pieces: [piece('A'), piece('B', 2), piece('C', 0), piece('D', 1, ['Y'])],
  places: [piece('X'), piece('Y', 2), piece('Z', 0, ['A', 'C'])],
  limit: 5,
};

const empty: BoardState = { held: null, placements: [] };

const run = (acts: readonly BoardAct[], from = empty, on = board) =>
  acts.reduce((step, act) => boardStep(on, step.state, act), boardStep(on, from, { do: 'cancel' }));

const place = fc.constantFrom('X', 'Y', 'Z', null);
const name = fc.constantFrom('A', 'B', 'C', 'D');
const anyAct: fc.Arbitrary<BoardAct> = fc.oneof(
  fc.record({ do: fc.constant('pick' as const), piece: name, from: place }),
  fc.record({ do: fc.constant('aim' as const), place }),
  fc.record({ do: fc.constant('next' as const), step: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ do: fc.constant('put' as const), place }),
  fc.record({ do: fc.constant('cancel' as const) }),
  fc.record({ do: fc.constant('move' as const), piece: name, from: fc.constant(null), place }),
);

describe('picking and placing', () => {
  it('never breaks a limit or a match group, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
        const { placements } = run(acts).state;
        const count = (test: (each: (typeof placements)[number]) => boolean) => placements.filter(test).length;
        for (const { identifier, matchMax } of board.pieces) {
          if (matchMax > 0) expect(count((each) => each.piece === identifier)).toBeLessThanOrEqual(matchMax);
        }
        for (const { identifier, matchMax } of board.places) {
          if (matchMax > 0) expect(count((each) => each.place === identifier)).toBeLessThanOrEqual(matchMax);
        }
        expect(placements.length).toBeLessThanOrEqual(board.limit);
        expect(new Set(placements.map((each) => `${each.piece} ${each.place}`)).size).toBe(placements.length);
        expect(count((each) => each.piece === 'D' && each.place !== 'Y')).toBe(0);
        expect(count((each) => each.place === 'Z' && !['A', 'C'].includes(each.piece))).toBe(0);
      }),
    );
  });

  it('comes to the same by arrow keys, by pressing a place and by the menu', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), name, (acts, chosen) => {
        const before: BoardState = { ...run(acts).state, held: null };
        const places = placesFor(board, before.placements, { piece: chosen, from: null });
        const after = places.map((target, at) => {
          const picked: BoardAct = { do: 'pick', piece: chosen, from: null };
          const presses = Array.from({ length: at + 1 }, (): BoardAct => ({ do: 'next', step: 1 }));
          const keys = run([picked, ...presses], before).state;
          return [
            run([picked, ...presses, { do: 'put', place: keys.held?.aim ?? null }], before).state,
            run([picked, { do: 'put', place: target }], before).state,
            run([{ do: 'move', piece: chosen, from: null, place: target }], before).state,
          ];
        });
        for (const [keys, press, menu] of after) {
          expect(keys).toEqual(press);
          expect(menu).toEqual(press);
        }
      }),
    );
  });

  it('offers by menus exactly what may be put', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), (acts) => {
        const { placements } = run(acts).state;
        for (const target of board.places.map((each) => each.identifier)) {
          const offered = piecesFor(board, placements, target);
          for (const { identifier } of board.pieces) {
            const { said } = run([{ do: 'move', piece: identifier, from: null, place: target }], {
              held: null,
              placements,
            });
            expect(said?.what !== 'refused').toBe(offered.includes(identifier));
          }
        }
      }),
    );
  });

  it('leaves everything as it was when it is canceled', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 20 }), name, place, (acts, chosen, from) => {
        const before: BoardState = { ...run(acts).state, held: null };
        const after = run([{ do: 'pick', piece: chosen, from }, { do: 'next', step: 1 }, { do: 'cancel' }], before);
        expect(after.state).toEqual(before);
      }),
    );
  });

  it('swaps in a place for one, and says which piece is back', () => {
    const { state, said } = run([
      { do: 'move', piece: 'A', from: null, place: 'X' },
      { do: 'move', piece: 'B', from: null, place: 'X' },
    ]);
    expect(state.placements).toEqual([{ piece: 'B', place: 'X' }]);
    expect(said).toEqual({ what: 'replaced', piece: 'B', place: 'X', other: 'A' });
    expect(usesLeft(board, state.placements, 'A')).toBe(1);
  });

  it('refuses a place for several that is full, a piece that is used up, and more than the limit, each with its reason', () => {
    const full: BoardState = {
      held: null,
      placements: [
        { piece: 'A', place: 'Y' },
        { piece: 'B', place: 'Y' },
      ],
    };
    const said = (state: BoardState, chosen: string, target: string, on = board) =>
      boardStep(on, state, { do: 'move', piece: chosen, from: null, place: target }).said;
    expect(said(full, 'C', 'Y')).toMatchObject({ what: 'refused', reason: 'full' });
    expect(said(full, 'A', 'X')).toMatchObject({ what: 'refused', reason: 'used-up' });
    expect(said(full, 'B', 'Y')).toMatchObject({ what: 'refused', reason: 'already' });
    expect(said(full, 'D', 'X')).toMatchObject({ what: 'refused', reason: 'no-match' });
    expect(said(full, 'C', 'X', { ...board, limit: 2 })).toMatchObject({ what: 'refused', reason: 'limit' });
  });

  it('moves a piece from place to place, and back to the tray', () => {
    const start = run([{ do: 'move', piece: 'A', from: null, place: 'X' }]).state;
    const there = run(
      [
        { do: 'pick', piece: 'A', from: 'X' },
        { do: 'put', place: 'Y' },
      ],
      start,
    );
    expect(there.state.placements).toEqual([{ piece: 'A', place: 'Y' }]);
    const back = run(
      [
        { do: 'pick', piece: 'A', from: 'Y' },
        { do: 'put', place: null },
      ],
      there.state,
    );
    expect(back.state).toEqual(empty);
    expect(back.said).toEqual({ what: 'removed', piece: 'A', place: 'Y' });
  });
});
