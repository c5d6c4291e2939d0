/** Only its own origin counts; where it lies does not matter. */
const here = 'http://site.invalid';

/**
 * A path of this site and nothing else: never `//elsewhere`, `https:`, or what a browser makes one of these by dropping
 * tabs and turning backslashes.
 */
export const ownPath = (path: string | null | undefined, otherwise = '/'): string => {
  if (!path?.startsWith('/') || !URL.canParse(path, here)) return otherwise;
  const { origin, pathname, search, hash } = new URL(path, here);
  // A path that still begins with two slashes would lead elsewhere once it stands alone.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise;
};

/** `url` is the one that loaders, actions and middleware are given: the address of the page, not of its data. */
export const signInPath = (url: URL): string =>
  `/sign-in?to=${encodeURIComponent(ownPath(`${url.pathname}${url.search}`))}`;
