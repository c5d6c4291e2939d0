import type { FieldError } from '../../forms/form-problem.ts';
import { readDate } from '../../parts/date-parts.ts';

/** At most so many programs stand side by side. */
const mostPrograms = 2;
const mostYears = 50;
const usualYears = 10;

const tuitions = ['none', 'low', 'high'] as const;
export type Tuition = (typeof tuitions)[number];

/** What holds for every program of the page. */
export interface SharedChoices {
  /** Today where it is absent. */
  readonly startOn?: string;
  readonly years: number;
  readonly retakes: 0 | 1 | 2;
  readonly tuition: Tuition;
}

/** What is chosen for one program; what is absent is left to the program. */
export interface ProgramChoices {
  readonly payerClass?: string;
  readonly region?: string;
  readonly track?: Readonly<Record<string, string>>;
  readonly bundle?: string;
  readonly route?: string;
}

/** The programs of `?p=…&p=…`, or `?p=…&with=…` as the form sends them, each once, in the order of the address. */
export const programsOf = (params: URLSearchParams): readonly string[] => {
  const names = [...params.getAll('p'), ...params.getAll('with')].map((name) => name.trim().toLowerCase());
  return [...new Set(names)].filter(Boolean).slice(0, mostPrograms);
};

/** The names of the fields of one program, so that two have room in one address. */
export const fieldOf = (programId: string, part: string): string => `${programId}.${part}`;

const trackPart = 'track.';

export const readProgramChoices = (params: URLSearchParams, programId: string): ProgramChoices => {
  const given = (part: string): string | undefined => params.get(fieldOf(programId, part))?.trim() || undefined;
  const axes = fieldOf(programId, trackPart);
  const track = Object.fromEntries([...params].filter(([name, value]) => name.startsWith(axes) && value !== ''));
  const chosen = Object.entries(track).map(([name, value]) => [name.slice(axes.length), value] as const);
  const [payerClass, region, bundle, route] = ['payerClass', 'region', 'bundle', 'route'].map(given);
  return {
    ...(payerClass === undefined ? {} : { payerClass }),
    ...(region === undefined ? {} : { region }),
    ...(bundle === undefined ? {} : { bundle }),
    ...(route === undefined ? {} : { route }),
    ...(chosen.length === 0 ? {} : { track: Object.fromEntries(chosen) }),
  };
};

interface ReadShared {
  readonly choices: SharedChoices;
  /** What could not be read; the usual stands in its place. */
  readonly errors: readonly { readonly name: 'start' | 'years'; readonly reason: 'incomplete' | 'impossible' }[];
}

const readStart = (params: URLSearchParams) => {
  const form = new FormData();
  for (const [name, value] of params) form.append(name, value);
  const start = readDate(form, 'start');
  const isFar = start.ok && (start.date < '1900-01-01' || start.date > '2200-01-01');
  return isFar ? ({ ok: false, reason: 'impossible' } as const) : start;
};

export const readShared = (params: URLSearchParams): ReadShared => {
  const start = readStart(params);
  const years = params.get('years')?.trim() || String(usualYears);
  const isCount = /^\d{1,2}$/.test(years) && Number(years) >= 1 && Number(years) <= mostYears;
  const retakes = params.get('retakes');
  return {
    choices: {
      ...(start.ok ? { startOn: start.date } : {}),
      years: isCount ? Number(years) : usualYears,
      retakes: retakes === '1' ? 1 : retakes === '2' ? 2 : 0,
      tuition: tuitions.find((each) => each === params.get('tuition')) ?? 'none',
    },
    errors: [
      ...(start.ok || start.reason === 'empty' ? [] : [{ name: 'start' as const, reason: start.reason }]),
      ...(isCount ? [] : [{ name: 'years' as const, reason: 'impossible' as const }]),
    ],
  };
};

/** What was sent, for the fields to show again beside an error. */
export const valuesOf = (params: URLSearchParams): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));

/** Where a refusal of the API about one program belongs in the form. */
export const fieldErrorsOf = (
  programId: string,
  { message, fields }: { message: string; fields: readonly { path: string; message: string }[] },
): readonly FieldError[] =>
  fields.length === 0
    ? [{ name: '', message }]
    : fields.map((field) => ({ name: fieldOf(programId, field.path), message: field.message }));
