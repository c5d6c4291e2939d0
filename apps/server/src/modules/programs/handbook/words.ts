import {
  formatMoney,
  type PassingRule,
  type Program,
  provenanceOf,
  type Rule,
  toMinor,
  trackTitle,
} from '@testamur/program';
import type { HandbookItem, HandbookPart, Sourced } from '../../../platform/pdf/index.ts';

const units = { D: 'day', W: 'week', M: 'month', Y: 'year' } as const;

/** A period in words: `P36M` as 3 years, `P4M` as 4 months. */
export const periodWords = (period: string, locale: string): string => {
  const match = /^P(\d+)([DWMY])$/.exec(period);
  const count = Number(match?.[1] ?? 0);
  const letter = (match?.[2] ?? 'D') as keyof typeof units;
  const isYears = letter === 'M' && count % 12 === 0;
  const unit = isYears ? 'year' : units[letter];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
    isYears ? count / 12 : count,
  );
};

/** An amount of the file in words; nothing to pay reads as such. */
export const amountWords = (amount: string, currency: string, locale: string): string => {
  const amountMinor = toMinor(amount, currency);
  return amountMinor === 0 ? 'No fee' : formatMoney(amountMinor, currency, locale);
};

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

type Path = readonly (string | number)[];

/** The number of the source that states a figure, an asterisk where none does, or nothing. */
export const markOf = (program: Program, path: Path): string | undefined => {
  const { assumed, source } = provenanceOf(program, path);
  if (assumed) return '*';
  const index = program.sources.findIndex(({ id }) => id === source?.id);
  return index < 0 ? undefined : String(index + 1);
};

export const sourced = (program: Program, text: string, path: Path): Sourced => {
  const mark = markOf(program, path);
  return mark === undefined ? { text } : { text, mark };
};

/** A table without the columns in which nothing stands; an empty title is none. */
export const tableOf = (
  program: Program,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  path?: Path,
): HandbookPart => {
  const isUsed = columns.map((_, index) => rows.some((row) => (row[index] ?? '') !== ''));
  const mark = path === undefined ? undefined : markOf(program, path);
  return {
    kind: 'table',
    ...(title === '' ? {} : { title }),
    columns: columns.filter((_, index) => isUsed[index]),
    rows: rows.map((row) => row.filter((_, index) => isUsed[index])),
    ...(mark === undefined ? {} : { mark }),
  };
};

/** For whom a part is there, where it is not for everybody. */
export const forWords = (program: Program, only: Readonly<Record<string, readonly string[]>> = {}): string =>
  Object.entries(only)
    .map(([axis, ids]) =>
      ids
        .map((id) =>
          axis === 'region'
            ? (program.regions?.find((region) => region.id === id)?.title ?? id)
            : (trackTitle(program, { track: { [axis]: id } }) ?? id),
        )
        .join(', '),
    )
    .join('; ');

/** A rule as points of a list, its leaves by their titles. */
export const ruleItem = (rule: Rule | PassingRule, titleOf: (id: string) => string): HandbookItem => {
  if (typeof rule === 'string') return { text: titleOf(rule) };
  const named = rule.title === undefined ? '' : `${rule.title}: `;
  if ('compensatory' in rule) {
    const each = rule.minimumPercent === undefined ? '' : `, and in each of them at least ${rule.minimumPercent}%`;
    return {
      text: `${named}together at least ${rule.percent}%${each}:`,
      items: rule.compensatory.map(({ assessment, weight }) => ({ text: `${titleOf(assessment)} (weight ${weight})` })),
    };
  }
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.of;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && rule.title === undefined) return ruleItem(only, titleOf);
  const words =
    'all' in rule ? 'all of these:' : 'any' in rule ? 'one of these:' : `at least ${rule.atLeast} of these:`;
  const text = named === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${named}${words}`;
  return { text, items: parts.map((part) => ruleItem(part, titleOf)) };
};
