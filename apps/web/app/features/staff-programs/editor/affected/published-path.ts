import type { Api } from '../../../../api.ts';

type Published = Awaited<ReturnType<Api['programs']['publishEdition']>>;

/** The page of the editions, which says what publishing did in the numbers that stand in its address. */
export const publishedPath = (base: string, { programId, edition, transition }: Published): string => {
  const query = new URLSearchParams({ published: edition });
  if (transition) {
    const { movedNow, movedLater, kept } = transition;
    query.set('moved', String(movedNow.candidates + movedNow.certificants));
    query.set('kept', String(kept.candidates + kept.certificants));
    if (movedLater) {
      query.set('later', String(movedLater.candidates));
      query.set('on', movedLater.on);
    }
  }
  return `${base}/programs/${programId}?${query}`;
};

export interface PublishedNote {
  readonly edition: string;
  readonly numbers?: { readonly moved: number; readonly kept: number };
  readonly later?: { readonly candidates: number; readonly on: string };
}

const numberIn = (text: string | null): number | undefined =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** What `publishedPath` wrote; nothing where no such edition exists. */
export const publishedNoteIn = (
  { searchParams }: URL,
  editions: readonly { readonly edition: string }[],
): PublishedNote | undefined => {
  const published = searchParams.get('published');
  if (published === null || !editions.some(({ edition }) => edition === published)) return undefined;
  const [moved, kept, candidates] = ['moved', 'kept', 'later'].map((name) => numberIn(searchParams.get(name)));
  const on = searchParams.get('on') ?? '';
  return {
    edition: published,
    ...(moved === undefined || kept === undefined ? {} : { numbers: { moved, kept } }),
    ...(candidates === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(on) ? {} : { later: { candidates, on } }),
  };
};
