/** Preferences are cookies: they reach the server with the first request and hold nothing personal. */
export const preferenceCookies = { locale: 'locale', zone: 'zone', scheme: 'scheme' } as const;

const yearSeconds = 365 * 24 * 60 * 60;

export const readCookie = (header: string | null, name: string): string | undefined => {
  for (const pair of (header ?? '').split(';')) {
    const [key = '', ...rest] = pair.trim().split('=');
    if (key !== name) continue;
    try {
      return decodeURIComponent(rest.join('='));
    } catch {
      return undefined;
    }
  }
  return undefined;
};

export const preferenceCookie = (name: string, value: string): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;

/** A cookie can hold anything: only a zone that `Intl` knows counts. */
export const isZone = (value: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
