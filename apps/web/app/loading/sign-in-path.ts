/** A path of this site and nothing else: never `//elsewhere` or `https:`. */
export const ownPath = (path: string | null | undefined, otherwise = '/'): string =>
  path?.startsWith('/') && !/^\/[/\\]/.test(path) ? path : otherwise;

/** `url` is the one that loaders, actions and middleware are given: the address of the page, not of its data. */
export const signInPath = (url: URL): string =>
  `/sign-in?to=${encodeURIComponent(ownPath(`${url.pathname}${url.search}`))}`;
