import type { Program, Requirement, StandingLine } from '@testamur/program';
import type { Candidacy, Claim, EvidenceFile, HistoryFact, Statement } from './candidacy.ts';
import { type ExperienceReview, experienceReview } from './experience.ts';
import { judgedAsOf, type Stale, staleIn } from './stale.ts';

/** What a reviewer recorded about the claim that is shown. */
export interface Judgment {
  readonly verdict: 'accepted' | 'more-needed' | 'not-accepted';
  readonly reason: string;
  readonly who: string;
  readonly at: string;
}

/** One requirement: what is stated and proven, and what is asked for. */
export interface RequirementReview {
  readonly id: string;
  readonly kind: Requirement['kind'];
  readonly title: string;
  readonly description: string;
  /** What the candidate consents to, for background checks. */
  readonly consent: string | undefined;
  readonly evidence: readonly { readonly title: string; readonly description: string }[];
  /** Absent where it is not asked of this candidate. */
  readonly line: StandingLine | undefined;
  readonly claim: Claim | undefined;
  /** When what is judged was stated; for references, when the latest was given. */
  readonly declaredAt: string | undefined;
  readonly experience: ExperienceReview | undefined;
  readonly stale: Stale | undefined;
  readonly statements: readonly Statement[];
  readonly judgment: Judgment | undefined;
  /** A reviewer has to judge it now. */
  readonly waits: boolean;
}

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

/** When the latest of the statements was given. */
export const lastGiven = (statements: readonly Pick<Statement, 'givenAt'>[]): string | undefined =>
  statements
    .flatMap(({ givenAt }) => givenAt ?? [])
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);

const reviewOf = (candidacy: Candidacy, requirement: Requirement): RequirementReview => {
  const { standing, claims, history } = candidacy;
  const { id, kind, title, description, evidence } = requirement;
  const statements = candidacy.statements.filter((one) => one.requirement === id);
  const { claim, declaredAt: stated } = claims[id] ?? {};
  const declaredAt = kind === 'references' ? lastGiven(statements) : stated;
  const day = judgedAsOf(history, stated, standing.at);
  const lines = standing.steps.flatMap((step) => step.lines);
  return {
    ...{ id, kind, title, description, evidence, claim, declaredAt, statements },
    consent: requirement.kind === 'background-check' ? requirement.consent : undefined,
    line: lines.find((line) => line.id === id && line.kind === 'requirement'),
    experience:
      requirement.kind === 'experience' && claim?.kind === 'experience'
        ? experienceReview(requirement, claim.entries, day)
        : undefined,
    stale: claim && stated !== undefined ? staleIn(requirement, claim, stated, day) : undefined,
    judgment: declaredAt === undefined ? undefined : judgmentOf(history, id, declaredAt),
    waits: standing.next.some((action) => action.kind === 'review-requirement' && action.subject === id),
  };
};

/** Every requirement of the program with what the candidate brought for it. */
export const requirementReviews = (candidacy: Candidacy, program: Program): readonly RequirementReview[] =>
  program.requirements.map((requirement) => reviewOf(candidacy, requirement));

/** Asked of this candidate, or answered: the others are named, and no more. */
export const isShown = ({ line, claim, statements }: RequirementReview): boolean =>
  line !== undefined || claim !== undefined || statements.length > 0;

export type FilesById = Readonly<Record<string, EvidenceFile>>;

export const filesById = (files: readonly EvidenceFile[]): FilesById =>
  Object.fromEntries(files.map((file) => [file.id, file]));

/** Evidence of continuing education by entry: the standing names the entries, the ledger their files. */
export const educationFiles = (history: readonly HistoryFact[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    history.flatMap(({ kind, data: { entryId, fileIds } }) =>
      kind === 'education-logged' && typeof entryId === 'string' && Array.isArray(fileIds)
        ? [[entryId, fileIds.map(String)] as const]
        : [],
    ),
  );
