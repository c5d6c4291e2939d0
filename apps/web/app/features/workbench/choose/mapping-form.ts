import type { CsvMapping } from '@testamur/qti';

/** Single columns, in the order in which they are asked for. */
export const ROLES = ['stem', 'key', 'identifier', 'title', 'topic', 'rationale', 'points'] as const;
export type Role = (typeof ROLES)[number];

/** What is chosen so far; '' is none. Options keep the order of the columns. */
export type Draft = Readonly<Record<Role, string>> & { readonly options: readonly string[] };

export const draftOf = (guess: CsvMapping | null): Draft => ({
  stem: guess?.stem ?? '',
  key: guess?.key ?? '',
  identifier: guess?.identifier ?? '',
  title: guess?.title ?? '',
  topic: guess?.topic ?? '',
  rationale: guess?.rationale ?? '',
  points: guess?.points ?? '',
  options: guess?.options ?? [],
});

/** The mapping, once it names a stem, a key and two options. */
export const mappingOf = ({ stem, key, options, ...others }: Draft): CsvMapping | undefined => {
  if (stem === '' || key === '' || options.length < 2) return undefined;
  const named = Object.entries(others).filter(([, column]) => column !== '');
  return { stem, key, options, ...Object.fromEntries(named) };
};

/** A column holds one thing: giving it a role takes it out of every other. */
export const assign = (draft: Draft, role: Role, column: string): Draft => {
  const freed = ROLES.map((other) => [other, column !== '' && draft[other] === column ? '' : draft[other]] as const);
  const cleared = { ...draft, ...Object.fromEntries(freed) };
  return { ...cleared, options: draft.options.filter((option) => option !== column), [role]: column };
};

export const toggleOption = (draft: Draft, columns: readonly string[], column: string): Draft => {
  if (draft.options.includes(column)) {
    return { ...draft, options: draft.options.filter((option) => option !== column) };
  }
  const freed = ROLES.map((role) => [role, draft[role] === column ? '' : draft[role]] as const);
  const options = columns.filter((one) => one === column || draft.options.includes(one));
  return { ...draft, ...Object.fromEntries(freed), options };
};
