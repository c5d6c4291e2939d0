import { countExperience, type Program, type StandingLine, settingLabel } from '@testamur/program';
import type { Candidacy, Claim, EvidenceFile, ExperienceEntry, HistoryFact } from './candidacy.ts';

/** What a reviewer recorded about the claim that is shown. */
export interface Judgment {
  readonly verdict: 'accepted' | 'more-needed' | 'not-accepted';
  readonly reason: string;
  readonly who: string;
  readonly at: string;
}

export interface ExperienceYears {
  readonly needed: number;
  /** Full-time equivalent of all entries together, each day at most once; rounded down to a tenth. */
  readonly total: number;
  /** Of each entry alone, by its id; absent where it cannot count. */
  readonly byEntry: Readonly<Record<string, number>>;
}

/** One requirement: what is stated and proven, and what is asked for. */
export interface RequirementReview {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly evidence: readonly { readonly title: string; readonly description: string }[];
  readonly line: StandingLine | undefined;
  readonly claim: Claim | undefined;
  readonly declaredAt: string | undefined;
  readonly years: ExperienceYears | undefined;
  readonly judgment: Judgment | undefined;
  /** A reviewer has to judge it now. */
  readonly waits: boolean;
}

const percentDaysPerYear = 36_500;

/** Rounded down, so that 1.96 years do not read as the 2 that are asked for. */
const yearsOf = (percentDays: number): number => Math.floor((percentDays / percentDaysPerYear) * 10 + 1e-9) / 10;

const countYears = (
  entries: readonly ExperienceEntry[],
  settings: readonly string[],
  until: string,
): Pick<ExperienceYears, 'total' | 'byEntry'> => {
  const alone = entries.flatMap((entry) => {
    const { percentDays, impossibleIds } = countExperience([asWritten(entry)], settings, until);
    const counts = settings.includes(entry.setting) && !impossibleIds.includes(entry.id);
    return counts ? [[entry.id, yearsOf(percentDays)] as const] : [];
  });
  const { percentDays } = countExperience(entries.map(asWritten), settings, until);
  return { total: yearsOf(percentDays), byEntry: Object.fromEntries(alone) };
};

/** An end that is absent is left out, as the ledger writes it. */
const asWritten = ({ to, ...entry }: ExperienceEntry) => (to === undefined ? entry : { ...entry, to });

const isVerdict = (value: unknown): value is Judgment['verdict'] =>
  value === 'accepted' || value === 'more-needed' || value === 'not-accepted';

/** The verdict on the latest claim: history stands newest first, and an older claim's verdict is no longer one. */
export const judgmentOf = (
  history: readonly HistoryFact[],
  requirement: string,
  declaredAt: string,
): Judgment | undefined => {
  const fact = history.find(({ kind, data }) => kind === 'requirement-judged' && data.requirement === requirement);
  if (!fact || Date.parse(fact.at) < Date.parse(declaredAt)) return undefined;
  const { verdict, reason } = fact.data;
  return isVerdict(verdict) ? { verdict, reason: String(reason ?? ''), who: fact.actor, at: fact.at } : undefined;
};

/** Every requirement of the program with what the candidate brought for it. */
export const requirementReviews = (candidacy: Candidacy, program: Program): readonly RequirementReview[] => {
  const { standing, claims, history } = candidacy;
  const lines = standing.steps.flatMap((step) => step.lines);
  return program.requirements.map((requirement) => {
    const { id, title, description, evidence } = requirement;
    const { claim, declaredAt } = claims[id] ?? {};
    // Work that goes on counts to the day on which it is looked at.
    const until = standing.at.slice(0, 10);
    const years =
      requirement.kind === 'experience' && claim?.kind === 'experience'
        ? { needed: requirement.fullTimeYears, ...countYears(claim.entries, requirement.settings, until) }
        : undefined;
    return {
      id,
      title,
      description,
      evidence,
      line: lines.find((line) => line.id === id && line.kind === 'requirement'),
      claim,
      declaredAt,
      years,
      judgment: declaredAt === undefined ? undefined : judgmentOf(history, id, declaredAt),
      waits: standing.next.some(({ kind, subject }) => kind === 'review-requirement' && subject === id),
    };
  });
};

export type FilesById = Readonly<Record<string, EvidenceFile>>;

export const filesById = (files: readonly EvidenceFile[]): FilesById =>
  Object.fromEntries(files.map((file) => [file.id, file]));

/** Labels of the workplaces that candidates choose from. */
export const settingLabels = (program: Program): Readonly<Record<string, string>> =>
  Object.fromEntries(program.settings.map(({ id }) => [id, settingLabel(program, id)]));

/** Evidence of continuing education by entry: the standing names the entries, the ledger their files. */
export const educationFiles = (history: readonly HistoryFact[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    history.flatMap(({ kind, data: { entryId, fileIds } }) =>
      kind === 'education-logged' && typeof entryId === 'string' && Array.isArray(fileIds)
        ? [[entryId, fileIds.map(String)] as const]
        : [],
    ),
  );
