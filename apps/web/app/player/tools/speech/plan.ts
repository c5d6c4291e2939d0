import type { Stretch } from '../highlight/marks.ts';

/** A piece of what is read: words of the item, or words that stand for a part of it. */
export interface Piece {
  readonly words: string;
  /** The part of the item's text that it stands for; a picture has none. */
  readonly of: Stretch | null;
  /** The words are those of the item, sign by sign. */
  readonly exact: boolean;
  readonly language: string;
  /** It begins another block of text. */
  readonly block: boolean;
}

export interface Utterance {
  readonly text: string;
  readonly language: string;
  /** Where in the text each piece starts. */
  readonly pieces: readonly { readonly at: number; readonly piece: Piece }[];
}

/** Some voices fall silent in the middle of longer texts. */
const LONGEST = 220;

const clipped = (piece: Piece, stretch: Stretch | undefined): readonly Piece[] => {
  if (stretch === undefined) return [piece];
  if (piece.of === null) return [];
  const start = Math.max(piece.of.start, stretch.start);
  const end = Math.min(piece.of.end, stretch.end);
  if (start >= end) return [];
  if (!piece.exact) return [piece];
  return [{ ...piece, words: piece.words.slice(start - piece.of.start, end - piece.of.start), of: { start, end } }];
};

/** Cuts a long piece behind sentences, or behind words where a sentence is too long. */
const cut = (piece: Piece): readonly Piece[] => {
  if (!piece.exact || piece.of === null || piece.words.length <= LONGEST) return [piece];
  const head = piece.words.slice(0, LONGEST);
  const [sentences] = /^[\s\S]*[.;:?!。？！؟](?=\s|$)/u.exec(head) ?? [];
  const [words] = /^[\s\S]*\s/u.exec(head) ?? [];
  const length = (sentences ?? words ?? head).length;
  const { start, end } = piece.of;
  const first = { ...piece, words: piece.words.slice(0, length), of: { start, end: start + length } };
  const rest = { ...piece, words: piece.words.slice(length), of: { start: start + length, end }, block: true };
  return [first, ...cut(rest)];
};

/** What is said one after the other: block by block, each in one language. With a stretch, what it covers alone. */
export const utterancesOf = (pieces: readonly Piece[], stretch?: Stretch): readonly Utterance[] => {
  const result: Utterance[] = [];
  let starts = true;
  for (const piece of pieces) {
    starts = starts || piece.block;
    for (const part of clipped(piece, stretch).flatMap(cut)) {
      const last = result.at(-1);
      const begins = starts || part.block || last === undefined || last.language !== part.language;
      if (last === undefined || begins || last.text.length + part.words.length > LONGEST) {
        result.push({ text: part.words, language: part.language, pieces: [{ at: 0, piece: part }] });
      } else {
        result[result.length - 1] = {
          ...last,
          text: last.text + part.words,
          pieces: [...last.pieces, { at: last.text.length, piece: part }],
        };
      }
      starts = false;
    }
  }
  return result.filter(({ text }) => /[\p{L}\p{N}\p{S}]/u.test(text));
};

/** The part of the item that is being said; undefined for what is not in its text. */
export const saidAt = ({ text, pieces }: Utterance, at: number, length: number | undefined): Stretch | undefined => {
  const found = pieces.findLast((each) => each.at <= at);
  if (found === undefined || found.piece.of === null) return undefined;
  const { of, exact } = found.piece;
  if (!exact) return of;
  const word = length && length > 0 ? length : (/^\S+/u.exec(text.slice(at))?.[0].length ?? 0);
  const start = of.start + at - found.at;
  const end = Math.min(of.end, start + word);
  return start < end ? { start, end } : undefined;
};

/** Voices that can read a language, the best first: of its region, then of any; the device's own before those of a service. */
export const voicesFor = <
  Voice extends { readonly lang: string; readonly localService: boolean; readonly default: boolean },
>(
  voices: readonly Voice[],
  language: string,
): readonly Voice[] => {
  const tag = (lang: string) => lang.replaceAll('_', '-').toLowerCase();
  const base = (lang: string) => tag(lang).split('-')[0];
  const rank = (voice: Voice) =>
    (tag(voice.lang) === tag(language) ? 4 : 0) + (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return voices.filter(({ lang }) => base(lang) === base(language)).toSorted((one, other) => rank(other) - rank(one));
};

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;
export type Rate = (typeof rates)[number];
