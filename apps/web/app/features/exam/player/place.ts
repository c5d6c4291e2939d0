/** Where the candidate is, and marks that are for their own eyes. None of it is an answer; it stays on the device. */
export interface Place {
  readonly view: 'item' | 'review' | 'submit';
  /** From 0. */
  readonly at: number;
  readonly seen: ReadonlySet<string>;
  /** Options struck out, by item. */
  readonly struck: ReadonlyMap<string, ReadonlySet<string>>;
  /** The next digit strikes out instead of choosing. */
  readonly striking: boolean;
}

export type PlaceAct =
  | { readonly do: 'show'; readonly at: number }
  | { readonly do: 'next' | 'previous' | 'review' | 'submit' | 'back' | 'arm' | 'disarm' }
  | { readonly do: 'strike'; readonly itemId: string; readonly option: string }
  | { readonly do: 'unstrike'; readonly itemId: string; readonly option: string };

const none: ReadonlySet<string> = new Set();

export const struckIn = ({ struck }: Place, itemId: string): ReadonlySet<string> => struck.get(itemId) ?? none;

const showItem = (place: Place, at: number, itemIds: readonly string[]): Place => {
  const itemId = itemIds[at];
  if (itemId === undefined) return place;
  return { ...place, view: 'item', at, striking: false, seen: new Set([...place.seen, itemId]) };
};

const withStruck = (place: Place, itemId: string, change: (options: Set<string>) => void): Place => {
  const options = new Set(struckIn(place, itemId));
  change(options);
  return { ...place, striking: false, struck: new Map(place.struck).set(itemId, options) };
};

/** After the last item comes the review; before the first, nothing. */
export const move = (place: Place, act: PlaceAct, itemIds: readonly string[]): Place => {
  switch (act.do) {
    case 'show':
      return showItem(place, act.at, itemIds);
    case 'next':
      if (place.view !== 'item') return place;
      return place.at + 1 < itemIds.length
        ? showItem(place, place.at + 1, itemIds)
        : { ...place, view: 'review', striking: false };
    case 'previous':
      if (place.view !== 'item') return place.view === 'submit' ? { ...place, view: 'review' } : back(place, itemIds);
      return showItem(place, place.at - 1, itemIds);
    case 'review':
      return { ...place, view: 'review', striking: false };
    case 'submit':
      return { ...place, view: 'submit', striking: false };
    case 'back':
      return back(place, itemIds);
    case 'arm':
      return place.view === 'item' ? { ...place, striking: true } : place;
    case 'disarm':
      return { ...place, striking: false };
    case 'strike':
      return withStruck(place, act.itemId, (options) =>
        options.has(act.option) ? options.delete(act.option) : options.add(act.option),
      );
    case 'unstrike':
      return withStruck(place, act.itemId, (options) => options.delete(act.option));
  }
};

const back = (place: Place, itemIds: readonly string[]): Place => showItem(place, place.at, itemIds);

/** For the memory of the browser, so that a reload comes back to the same item. */
export const placeToText = ({ at, seen, struck }: Place): string =>
  JSON.stringify({ at, seen: [...seen], struck: [...struck].map(([itemId, options]) => [itemId, [...options]]) });

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

const isStruck = (value: unknown): value is [string, string[]] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && isTexts(value[1]);

/** Anything that is not as it should be counts as nothing. */
export const placeFromText = (text: string | null, itemIds: readonly string[]): Place => {
  const first: Place = { view: 'item', at: 0, seen: none, struck: new Map(), striking: false };
  const parsed = parse(text);
  const at = Number.isInteger(parsed.at) && itemIds[Number(parsed.at)] !== undefined ? Number(parsed.at) : 0;
  const seen = new Set(isTexts(parsed.seen) ? parsed.seen.filter((itemId) => itemIds.includes(itemId)) : []);
  const struck = Array.isArray(parsed.struck) ? parsed.struck.filter(isStruck) : [];
  const kept = new Map(struck.map(([itemId, options]) => [itemId, new Set(options)]));
  return showItem({ ...first, seen, struck: kept }, at, itemIds);
};

const parse = (text: string | null): { at?: unknown; seen?: unknown; struck?: unknown } => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};
