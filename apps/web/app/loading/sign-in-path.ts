/** A path of this site and nothing else: never `//elsewhere` or `https:`. */
export const ownPath = (path: string | null | undefined, otherwise = '/'): string =>
  path?.startsWith('/') && !/^\/[/\\]/.test(path) ? path : otherwise;

export const signInPath = (request: Request): string => {
  const { pathname, search } = new URL(request.url);
  const back = `${pathname.replace(/\.data$/, '')}${search}`;
  return `/sign-in?to=${encodeURIComponent(ownPath(back))}`;
};
