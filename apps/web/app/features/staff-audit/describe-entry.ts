import type { Api } from '../../api.ts';

export type AuditEntry = Awaited<ReturnType<Api['audit']['listEntries']>>['entries'][number];

/** Where a page of this site shows what an entry is about. */
const pages: Readonly<Record<string, string>> = {
  candidacy: 'candidacies',
  invoice: 'billing',
  credential: 'credentials',
};

const kinds = [
  'candidacy',
  'invoice',
  'credential',
  'rating',
  'attempt',
  'item',
  'person',
  'file',
  'organization',
  'entries',
] as const;

export interface Subject {
  readonly kind: (typeof kinds)[number] | 'other';
  /** Below the staff pages of the organization. */
  readonly path: string | undefined;
}

/** `candidacy:ID` as a kind and, where there is one, its page. */
export const subjectOf = (subject: string): Subject => {
  // What concerns the organization as a whole is written under its own name.
  if (!subject.includes(':')) return { kind: 'organization', path: undefined };
  const [kind = '', id = ''] = subject.split(':', 2);
  const page = pages[kind];
  return { kind: kinds.find((known) => known === kind) ?? 'other', path: page && id ? `${page}/${id}` : undefined };
};

/** `claimDeclaredAt` as "Claim declared at". */
export const nameInWords = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The act as the API calls it in words; acts of the system, which are no operations, by their names. */
export const actInWords = (action: string, summaries: ReadonlyMap<string, string>): string =>
  summaries.get(action) ?? nameInWords(action.split('.').at(-1) ?? action);

export type DetailValue =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'instant'; readonly at: string }
  | { readonly is: 'flag'; readonly on: boolean };

export interface Detail {
  readonly name: string;
  readonly value: DetailValue;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

const shownValue = (value: unknown): DetailValue | undefined => {
  if (typeof value === 'boolean') return { is: 'flag', on: value };
  if (typeof value === 'number') return { is: 'text', text: String(value) };
  if (typeof value !== 'string' || value === '') return undefined;
  if (instant.test(value)) return { is: 'instant', at: value };
  return uuid.test(value) ? undefined : { is: 'text', text: value };
};

const most = 12;

/** The first of many are enough to tell what they are. */
const inOneLine = (texts: readonly string[]): string =>
  texts.length > most ? `${texts.slice(0, most).join(', ')} …` : texts.join(', ');

/**
 * What an entry says, for people: the parts of parts in one list, without what only machines read. The export holds
 * everything as it is sealed.
 */
export const detailsOf = (detail: Readonly<Record<string, unknown>>, within = ''): readonly Detail[] =>
  Object.entries(detail).flatMap(([key, value]): readonly Detail[] => {
    const own = uuid.test(key) ? '' : nameInWords(key);
    const name = within === '' || own === '' ? `${within}${own}` : `${within}: ${own.toLowerCase()}`;
    if (Array.isArray(value)) {
      const shown = value.flatMap((each: unknown) => {
        const known = shownValue(each);
        return known?.is === 'text' ? [known.text] : [];
      });
      return shown.length === 0 ? [] : [{ name, value: { is: 'text', text: inOneLine(shown) } }];
    }
    if (typeof value === 'object' && value !== null) return detailsOf(Object.fromEntries(Object.entries(value)), name);
    const known = shownValue(value);
    return known ? [{ name, value: known }] : [];
  });
