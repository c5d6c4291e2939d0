import type { ExperienceEntry as CountedEntry, Requirement } from '@testamur/program';
import type { Candidacy, Claim } from '../../candidacy.ts';

export type EntryClaim = Extract<Claim, { entries: unknown }>;
export type EntryKind = EntryClaim['kind'];
type EntryOf<K extends EntryKind> = Extract<EntryClaim, { kind: K }>['entries'][number];

export type ExperienceEntry = EntryOf<'experience'>;
export type EducationEntry = EntryOf<'education'>;
export type CourseEntry = EntryOf<'course'>;
/** A paper, or a piece of work. */
export type PaperEntry = EntryOf<'document'>;
export type Entry = ExperienceEntry | EducationEntry | CourseEntry | PaperEntry;

/** One entry with the kind of the claim that it is part of. */
export type StatedEntry = { [K in EntryKind]: { readonly kind: K; readonly entry: EntryOf<K> } }[EntryKind];

/** A requirement that is stated entry by entry. */
export type EntryRequirement = Extract<Requirement, { kind: EntryKind }>;

const kinds: ReadonlySet<string> = new Set([
  'experience',
  'education',
  'course',
  'document',
  'work-samples',
] satisfies EntryKind[]);

export const hasEntries = (claim: Claim | undefined): claim is EntryClaim => claim !== undefined && 'entries' in claim;
export const asksForEntries = (requirement: Requirement): requirement is EntryRequirement =>
  kinds.has(requirement.kind);

/** What is saved for a requirement, submitted or not. */
export const claimFor = ({ draft, claims }: Pick<Candidacy, 'draft' | 'claims'>, requirement: string) =>
  draft[requirement]?.claim ?? claims[requirement]?.claim;

export const entriesOf = (claim: Claim | undefined): readonly Entry[] => (hasEntries(claim) ? claim.entries : []);

export const isExperience = (entry: Entry): entry is ExperienceEntry => 'employer' in entry;
export const isEducation = (entry: Entry): entry is EducationEntry => 'institution' in entry;
export const isCourse = (entry: Entry): entry is CourseEntry => 'provider' in entry;
export const isPaper = (entry: Entry): entry is PaperEntry => 'issuedOn' in entry;

/** An entry in a few words: "Library technician, Riverside College". */
export const entryWords = (entry: Entry): string => {
  if (isExperience(entry)) return `${entry.position}, ${entry.employer}`;
  if (isEducation(entry)) return `${entry.field}, ${entry.institution}`;
  return isCourse(entry) ? `${entry.title}, ${entry.provider}` : entry.title;
};

const put = <E extends { readonly id: string }>(entries: readonly E[], one: E): E[] =>
  entries.some(({ id }) => id === one.id)
    ? entries.map((known) => (known.id === one.id ? one : known))
    : [...entries, one];

/** The claim with one entry put in its place, or added at the end. */
export const withEntry = (claim: Claim | undefined, stated: StatedEntry): EntryClaim => {
  switch (stated.kind) {
    case 'experience':
      return { kind: stated.kind, entries: put(claim?.kind === stated.kind ? claim.entries : [], stated.entry) };
    case 'education':
      return { kind: stated.kind, entries: put(claim?.kind === stated.kind ? claim.entries : [], stated.entry) };
    case 'course':
      return { kind: stated.kind, entries: put(claim?.kind === stated.kind ? claim.entries : [], stated.entry) };
    case 'document':
      return { kind: stated.kind, entries: put(claim?.kind === stated.kind ? claim.entries : [], stated.entry) };
    case 'work-samples':
      return { kind: stated.kind, entries: put(claim?.kind === stated.kind ? claim.entries : [], stated.entry) };
  }
};

const filtered = <C extends EntryClaim>(claim: C, entries: readonly { readonly id: string }[], id: string): C => ({
  ...claim,
  entries: entries.filter((entry) => entry.id !== id),
});

/** The claim without one entry; undefined when it was the only one, for a claim says something. */
export const withoutEntry = (claim: Claim | undefined, id: string): EntryClaim | undefined => {
  if (!hasEntries(claim)) return undefined;
  const rest = filtered(claim, claim.entries, id);
  return rest.entries.length === 0 ? undefined : rest;
};

/** Work as the package adds it up: what is not stated is left out. */
export const asCounted = ({ to, role, ...entry }: ExperienceEntry): CountedEntry => ({
  ...entry,
  ...(to === undefined ? {} : { to }),
  ...(role === undefined ? {} : { role }),
});

/** The field of the form that a path of the claim names; another entry's faults are about the whole. */
export const fieldOf =
  (index: number) =>
  (path: string): string => {
    const [, at, field] = /^claim\.entries\.(\d+)\.(\w+)/.exec(path) ?? [];
    if (field === undefined || Number(at) !== index) return '';
    return field === 'fileIds' ? 'files' : field;
  };
