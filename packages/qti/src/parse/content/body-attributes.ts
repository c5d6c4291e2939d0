import type { Attributes } from '../attributes.ts';
import { tokens } from '../lexical.ts';
import type { Report } from '../report.ts';
import { ARIA_ATTRIBUTES, role } from './aria.ts';
import { anyText, id, isLanguageTag, oneOf, type ValueCheck } from './checks.ts';

/** What every element of a body may have (ASI information model, class BodyElement); class and language apart. */
const BODY_ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  ...ARIA_ATTRIBUTES,
  id,
  role,
  dir: oneOf('ltr rtl auto'),
  title: anyText,
  translate: oneOf('yes no'),
};

const DATA_NAME = /^data-[A-Za-z][\w.-]{0,99}$/;

/**
 * The attributes of an element of the body that pass their checks, by HTML names (`lang` for xml:lang); `own` are the
 * element's own. Everything else is reported. What the caller wants apart it must have taken before.
 */
export function readBodyAttributes(
  source: Attributes,
  own: Readonly<Record<string, ValueCheck>>,
  report: Report,
): Record<string, string> {
  const kept: Record<string, string> = {};
  const language = readLanguage(source, report);
  if (language !== null) kept.lang = language;
  const classes = readClasses(source, report);
  if (classes.length > 0) kept.class = classes.join(' ');
  // How white space of the source is kept is settled here: as HTML does it.
  source.take('xml:space');
  for (const name of source.names()) {
    const check = checkOf(name, own);
    if (check === undefined) continue;
    const raw = source.take(name) ?? '';
    const value = check === anyText ? raw : raw.trim();
    const verdict = check(value);
    if (verdict === true) kept[name] = value;
    // What says nothing is no loss.
    else if (value !== '') {
      const why = typeof verdict === 'string' ? verdict : 'is not allowed';
      report.lose(
        source.element,
        `${name}=${JSON.stringify(raw.slice(0, 60))} of <${source.element.local}> ${why}; left out`,
      );
    }
  }
  source.finish();
  return kept;
}

function checkOf(name: string, own: Readonly<Record<string, ValueCheck>>): ValueCheck | undefined {
  if (Object.hasOwn(own, name)) return own[name];
  if (Object.hasOwn(BODY_ATTRIBUTES, name)) return BODY_ATTRIBUTES[name];
  return DATA_NAME.test(name) ? anyText : undefined;
}

/** The xml:lang (or lang) of an element; null when it has none or none of a language tag's shape. */
export function readLanguage(source: Attributes, report: Report): string | null {
  const plain = source.take('lang');
  const value = (source.take('xml:lang') ?? plain)?.trim();
  if (value === undefined || value === '') return null;
  if (isLanguageTag(value)) return value;
  report.lose(source.element, `the language "${value.slice(0, 60)}" is not a language tag such as "en-US"; left out`);
  return null;
}

/** The classes: QTI's shared vocabulary and the author's own. */
export function readClasses(source: Attributes, report: Report): string[] {
  const all = tokens(source.take('class'));
  const isUsual = (name: string) => /^[\p{L}\p{N}_:./@%+\-[\]()]{1,100}$/u.test(name);
  const kept = all.filter(isUsual);
  const lost = all.filter((name) => !isUsual(name));
  if (lost.length > 0) {
    report.lose(source.element, `the class "${lost.join(' ').slice(0, 60)}" is not a usual name; left out`);
  }
  return kept;
}
