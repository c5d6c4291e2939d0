import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';
import type { RefusalReason, Said } from './pick-and-place.ts';

const refusals = {
  'used-up': 'refusedUsedUp',
  'no-match': 'refusedNoMatch',
  full: 'refusedFull',
  already: 'refusedAlready',
  limit: 'refusedLimit',
} as const satisfies Record<RefusalReason, keyof typeof messages>;

interface Names {
  nameOfPiece(piece: string): string;
  nameOfPlace(place: string): string;
}

/** What happened on a board, in words for the live region. */
export const wordsOf = (said: Said, t: Translate<typeof messages>, names: Names): string => {
  const piece = names.nameOfPiece(said.piece);
  switch (said.what) {
    case 'picked':
    case 'canceled':
    case 'nowhere':
      return t(said.what, { piece });
    case 'refused':
      return t(refusals[said.reason], { piece, place: said.place === null ? '' : names.nameOfPlace(said.place) });
    case 'replaced':
      return t('replaced', { piece, place: names.nameOfPlace(said.place), other: names.nameOfPiece(said.other) });
    case 'aimed':
    case 'put':
    case 'removed':
      return t(said.what, { piece, place: names.nameOfPlace(said.place) });
  }
};
