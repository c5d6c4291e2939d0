/** Languages that the reader can choose. */
export const locales = ['en'] as const;
/**
 * For tests: `en-XA` is accented and 40 % longer, `ar-XB` is English set from right to left. Both are understood in the
 * `locale` cookie and offered in development.
 */
export const pseudoLocales = ['en-XA', 'ar-XB'] as const;

export type Locale = (typeof locales)[number] | (typeof pseudoLocales)[number];

const known: readonly string[] = [...locales, ...pseudoLocales];
export const isLocale = (value: string): value is Locale => known.includes(value);

/** The name of each language in that language. */
export const localeNames: Record<Locale, string> = { en: 'English', 'en-XA': 'Ĕñğļîšħ', 'ar-XB': 'English ⟸' };

export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar-XB' ? 'rtl' : 'ltr');

/** What `Intl` formats with: pseudo-locales change words, not numbers and dates. */
export const intlLocaleOf = (locale: Locale): string => (locale === 'en-XA' || locale === 'ar-XB' ? 'en' : locale);

/** The cookie wins, then the first known language of Accept-Language, then English. */
export const chooseLocale = (cookie: string | undefined, acceptLanguage: string | null): Locale => {
  if (cookie !== undefined && isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wanted) {
    const found = locales.find((locale) => tag === locale || tag.startsWith(`${locale}-`));
    if (found) return found;
  }
  return 'en';
};
