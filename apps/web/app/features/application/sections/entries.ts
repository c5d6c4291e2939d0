import type { Candidacy, Claim } from '../candidacy.ts';

export type ExperienceEntry = Extract<Claim, { kind: 'experience' }>['entries'][number];
export type EducationEntry = Extract<Claim, { kind: 'education' }>['entries'][number];
export type Entry = ExperienceEntry | EducationEntry;

/** What is saved for a requirement, submitted or not. */
export const claimFor = ({ draft, claims }: Candidacy, requirement: string): Claim | undefined =>
  draft[requirement]?.claim ?? claims[requirement]?.claim;

export const isExperience = (entry: Entry): entry is ExperienceEntry => 'employer' in entry;

/** An entry in a few words: "Library technician, Riverside College". */
export const entryWords = (entry: Entry): string =>
  isExperience(entry) ? `${entry.position}, ${entry.employer}` : `${entry.field}, ${entry.institution}`;

/** The claim with one entry put in its place, or added at the end. */
export const withEntry = (claim: Claim | undefined, entry: Entry): Exclude<Claim, { kind: 'attestation' }> => {
  const put = <E extends Entry>(entries: readonly E[], one: E): E[] =>
    entries.some(({ id }) => id === one.id)
      ? entries.map((known) => (known.id === one.id ? one : known))
      : [...entries, one];
  if (isExperience(entry)) {
    return { kind: 'experience', entries: put(claim?.kind === 'experience' ? claim.entries : [], entry) };
  }
  return { kind: 'education', entries: put(claim?.kind === 'education' ? claim.entries : [], entry) };
};

/** The claim without one entry; undefined when it was the only one, for a claim says something. */
export const withoutEntry = (claim: Claim | undefined, id: string): Claim | undefined => {
  if (claim === undefined || claim.kind === 'attestation') return undefined;
  const rest =
    claim.kind === 'experience'
      ? { kind: claim.kind, entries: claim.entries.filter((entry) => entry.id !== id) }
      : { kind: claim.kind, entries: claim.entries.filter((entry) => entry.id !== id) };
  return rest.entries.length === 0 ? undefined : rest;
};

/** The field of the form that a path of the claim names; another entry's faults are about the whole. */
export const fieldOf =
  (index: number) =>
  (path: string): string => {
    const [, at, field] = /^claim\.entries\.(\d+)\.(\w+)/.exec(path) ?? [];
    if (field === undefined || Number(at) !== index) return '';
    return field === 'fileIds' ? 'files' : field;
  };
