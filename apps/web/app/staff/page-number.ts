/** `?page=` of an address; what is none is the first. */
export const pageNumber = ({ searchParams }: URL): number => {
  const page = Math.trunc(Number(searchParams.get('page') ?? 1));
  return Number.isFinite(page) ? Math.min(10_000, Math.max(1, page)) : 1;
};

/** A word of the address, such as `?query=`, cut to what the API takes. */
export const searchText = ({ searchParams }: URL, name = 'query'): string =>
  searchParams.get(name)?.trim().slice(0, 100) ?? '';
