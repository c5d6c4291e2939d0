/** What of the workbench is shown; stands in the query, so that Back works. */
export type Place =
  | { readonly at: 'report' }
  | { readonly at: 'item'; readonly index: number }
  | { readonly at: 'test'; readonly index: number }
  | { readonly at: 'keep' };

export const placeOf = (query: URLSearchParams): Place => {
  const item = numberIn(query, 'item');
  if (item !== undefined) return { at: 'item', index: item };
  const test = numberIn(query, 'test');
  if (test !== undefined) return { at: 'test', index: test };
  return query.has('keep') ? { at: 'keep' } : { at: 'report' };
};

const numberIn = (query: URLSearchParams, name: string): number | undefined => {
  const written = query.get(name) ?? '';
  return /^\d{1,6}$/.test(written) ? Number(written) : undefined;
};

export const addressOf = (place: Place): string => {
  switch (place.at) {
    case 'report':
      return '?';
    case 'keep':
      return '?keep=1';
    default:
      return `?${place.at}=${place.index}`;
  }
};
