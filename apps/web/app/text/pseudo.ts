import type { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locales.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

const plain = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuWwYyZz';
const accentedLetters = 'ÀàƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÔôÞþŔŕŠšŢţÛûŴŵÝýŽž';
const accents = new Map([...plain].map((letter, at) => [letter, [...accentedLetters][at] ?? letter]));

const lengthen = (text: string): string => {
  const letters = text.replace(/\s/g, '').length;
  const padding = 'one two three four five six seven eight nine ten '.repeat(Math.ceil(letters / 100) + 1);
  return letters < 3 ? '' : ` ${padding.slice(0, Math.ceil(letters * 0.4)).trim()}`;
};

/** Marks set each word from right to left without changing what a search for it finds. */
const mirror = (text: string): string => text.replace(/\S+/g, (word) => `\u202e${word}\u202c`);

const accent = (text: string): string => {
  const words = text.trimEnd();
  const accented = [...words].map((letter) => accents.get(letter) ?? letter).join('');
  return `${accented}${lengthen(words)}${text.slice(words.length)}`;
};

const rewrite = (element: Element, change: (text: string) => string): Element => {
  // 0 literal, 5 select, 6 plural, 8 tag: the element types of the ICU message parser.
  if (element.type === 0) return { ...element, value: change(element.value) };
  if (element.type === 8) return { ...element, children: element.children.map((child) => rewrite(child, change)) };
  if (element.type === 5 || element.type === 6) {
    const options = Object.entries(element.options).map(([key, option]) => [
      key,
      { ...option, value: option.value.map((child) => rewrite(child, change)) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  }
  return element;
};

/** The same message in a pseudo-locale: placeholders, plurals and tags stay as they are. */
export const pseudoLocalize = (ast: Ast, locale: Extract<Locale, 'en-XA' | 'ar-XB'>): Ast =>
  ast.map((element) => rewrite(element, locale === 'en-XA' ? accent : mirror));
