/** The fixed words of a template, by language. English is complete; another language is one more entry. */
export interface Catalogs<Label extends string> {
  readonly en: Readonly<Record<Label, string>>;
  readonly [language: string]: Readonly<Record<Label, string>>;
}

/** The locale that stands for "any other language" in tests: accented, and 40 percent longer. */
export const pseudoLocale = 'en-XA';

const accented: Readonly<Record<string, string>> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', A: 'Á', E: 'Ë', O: 'Ö' };

/** Keeps `{placeholders}` and grows the rest. */
export function pseudoText(text: string): string {
  const grown = text.replace(/\{\w+\}|[aeiouAEO]/gu, (match) => accented[match] ?? match);
  return `${grown} ${'lörëm '.repeat(Math.ceil((text.length * 0.4) / 6)).trim()}`;
}

/** The words in the nearest language that has a catalog: `fr-CA`, then `fr`, then English. */
export function labelsFor<Label extends string>(
  catalogs: Catalogs<Label>,
  language: string,
): Readonly<Record<Label, string>> {
  if (language === pseudoLocale) {
    const grown = Object.entries<string>(catalogs.en).map(([key, text]) => [key, pseudoText(text)]);
    return { ...catalogs.en, ...Object.fromEntries(grown) };
  }
  const [base = 'en'] = language.split('-');
  const nearest = [language, base].find((candidate) => Object.hasOwn(catalogs, candidate));
  return (nearest === undefined ? undefined : catalogs[nearest]) ?? catalogs.en;
}

/** A label's `{placeholders}` filled in, in one pass: a value that looks like a placeholder stays as it is. */
export const fillIn = (label: string, values: Readonly<Record<string, string>>): string =>
  label.replace(/\{(\w+)\}/gu, (found, name: string) => values[name] ?? found);
