import { preferenceCookies, readCookie } from '../document/cookies.ts';
import { chooseLocale, type Locale } from './locales.ts';

/** The reader's language, in loaders and actions; components ask `useDocument()`. */
export const localeOf = (request: Request): Locale =>
  chooseLocale(
    readCookie(request.headers.get('cookie'), preferenceCookies.locale),
    request.headers.get('accept-language'),
  );
