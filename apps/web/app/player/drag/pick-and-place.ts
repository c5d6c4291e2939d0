/** What can be put somewhere: a choice of the interaction. `matchMax`: how often it may be used, 0 without limit. */
export interface BoardPiece {
  readonly identifier: string;
  readonly matchMax: number;
  /** Identifiers of the places that it may go to; empty for all. */
  readonly matchGroup: readonly string[];
}

/** Where pieces can be put: a gap, a hotspot, a choice of the other set. `matchMax`: how many it holds, 0 without limit. */
export interface BoardPlace {
  readonly identifier: string;
  readonly matchMax: number;
  /** Identifiers of the pieces that it takes; empty for all. */
  readonly matchGroup: readonly string[];
}

export interface Board {
  readonly pieces: readonly BoardPiece[];
  readonly places: readonly BoardPlace[];
  /** How many pieces may lie in places altogether; 0 without limit. */
  readonly limit: number;
}

/** A piece that lies in a place. */
export interface Placement {
  readonly piece: string;
  readonly place: string;
}

/** The piece in hand, where it was taken from (null: the tray), and the place that it is held over. */
export interface Held {
  readonly piece: string;
  readonly from: string | null;
  readonly aim: string | null;
}

export interface BoardState {
  readonly held: Held | null;
  readonly placements: readonly Placement[];
}

/** Pointer, keyboard and menus all come down to these. A `place` of null is the tray. */
export type BoardAct =
  | { readonly do: 'pick'; readonly piece: string; readonly from: string | null }
  | { readonly do: 'aim'; readonly place: string | null }
  | { readonly do: 'next'; readonly step: 1 | -1 }
  | { readonly do: 'put'; readonly place: string | null }
  | { readonly do: 'cancel' }
  | { readonly do: 'move'; readonly piece: string; readonly from: string | null; readonly place: string | null };

export type RefusalReason = 'used-up' | 'no-match' | 'full' | 'already' | 'limit';

/** What happened, for the one who listens. */
export type Said =
  | { readonly what: 'picked' | 'canceled'; readonly piece: string }
  | { readonly what: 'aimed' | 'put' | 'removed'; readonly piece: string; readonly place: string }
  | { readonly what: 'replaced'; readonly piece: string; readonly place: string; readonly other: string }
  | { readonly what: 'nowhere'; readonly piece: string }
  | {
      readonly what: 'refused';
      readonly piece: string;
      readonly place: string | null;
      readonly reason: RefusalReason;
    };

export interface BoardStep {
  readonly state: BoardState;
  readonly said: Said | null;
}

const same = (a: Placement, b: Placement) => a.piece === b.piece && a.place === b.place;

/** How often a piece may still be used; Infinity without limit, 0 for one that does not exist. */
export const usesLeft = (board: Board, placements: readonly Placement[], piece: string): number => {
  const known = board.pieces.find(({ identifier }) => identifier === piece);
  if (known === undefined) return 0;
  if (known.matchMax === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, known.matchMax - placements.filter((each) => each.piece === piece).length);
};

export const piecesIn = (placements: readonly Placement[], place: string): string[] =>
  placements.filter((each) => each.place === place).map(({ piece }) => piece);

/** The placements after a piece went from one place (null: the tray) to another, or why it may not. */
export const moved = (
  board: Board,
  placements: readonly Placement[],
  { piece, from, place }: { piece: string; from: string | null; place: string | null },
): readonly Placement[] | RefusalReason => {
  const others = from === null ? placements : placements.filter((each) => !same(each, { piece, place: from }));
  if (place === null) return others;
  if (place === from) return placements;
  const mine = board.pieces.find(({ identifier }) => identifier === piece);
  const target = board.places.find(({ identifier }) => identifier === place);
  if (mine === undefined || target === undefined) return 'no-match';
  if (mine.matchGroup.length > 0 && !mine.matchGroup.includes(place)) return 'no-match';
  if (target.matchGroup.length > 0 && !target.matchGroup.includes(piece)) return 'no-match';
  if (others.some((each) => same(each, { piece, place }))) return 'already';
  if (usesLeft(board, others, piece) === 0) return 'used-up';
  // A place for one gives up what it holds; a place for several never guesses which one has to go.
  const inside = piecesIn(others, place);
  const full = target.matchMax > 0 && inside.length >= target.matchMax;
  if (full && target.matchMax > 1) return 'full';
  const kept = full ? others.filter((each) => each.place !== place) : others;
  if (board.limit > 0 && kept.length >= board.limit) return 'limit';
  return [...kept, { piece, place }];
};

const isRefused = (result: readonly Placement[] | RefusalReason): result is RefusalReason => typeof result === 'string';

/** The places that a piece may go to now, in their order. */
export const placesFor = (
  board: Board,
  placements: readonly Placement[],
  held: Pick<Held, 'piece' | 'from'>,
): string[] =>
  board.places
    .map(({ identifier }) => identifier)
    .filter((place) => place !== held.from && !isRefused(moved(board, placements, { ...held, place })));

/** The pieces of the tray that a place takes now, in their order. */
export const piecesFor = (board: Board, placements: readonly Placement[], place: string): string[] =>
  board.pieces
    .map(({ identifier }) => identifier)
    .filter((piece) => !isRefused(moved(board, placements, { piece, from: null, place })));

const movedStep = (board: Board, { placements }: BoardState, move: Extract<BoardAct, { do: 'move' }>): BoardStep => {
  const { piece, from, place } = move;
  const result = moved(board, placements, move);
  if (isRefused(result)) {
    return { state: { held: null, placements }, said: { what: 'refused', piece, place, reason: result } };
  }
  const state = { held: null, placements: result };
  if (place === from) return { state, said: { what: 'canceled', piece } };
  if (place === null) return { state, said: from === null ? null : { what: 'removed', piece, place: from } };
  const other = piecesIn(placements, place).find((each) => !piecesIn(result, place).includes(each));
  if (other !== undefined) return { state, said: { what: 'replaced', piece, place, other } };
  return { state, said: { what: 'put', piece, place } };
};

/** The one machine behind pointer, touch, keyboard and menus. Acts that make no sense now leave the state as it is. */
export const boardStep = (board: Board, state: BoardState, act: BoardAct): BoardStep => {
  const { held, placements } = state;
  const stays: BoardStep = { state, said: null };
  switch (act.do) {
    case 'pick': {
      const { piece, from } = act;
      if (from !== null && !placements.some((each) => same(each, { piece, place: from }))) return stays;
      if (from === null && usesLeft(board, placements, piece) === 0) {
        return { state, said: { what: 'refused', piece, place: null, reason: 'used-up' } };
      }
      return { state: { held: { piece, from, aim: null }, placements }, said: { what: 'picked', piece } };
    }
    case 'aim':
      if (held === null || held.aim === act.place) return stays;
      return { state: { held: { ...held, aim: act.place }, placements }, said: null };
    case 'next': {
      if (held === null) return stays;
      const places = placesFor(board, placements, held);
      const at = held.aim === null ? (act.step === 1 ? -1 : 0) : places.indexOf(held.aim);
      const aim = places.at((at + act.step) % Math.max(1, places.length));
      if (aim === undefined) return { state, said: { what: 'nowhere', piece: held.piece } };
      return { state: { held: { ...held, aim }, placements }, said: { what: 'aimed', piece: held.piece, place: aim } };
    }
    case 'put':
      return held === null ? stays : movedStep(board, state, { do: 'move', ...held, place: act.place });
    case 'cancel':
      return held === null
        ? stays
        : { state: { held: null, placements }, said: { what: 'canceled', piece: held.piece } };
    case 'move':
      return movedStep(board, state, act);
  }
};
