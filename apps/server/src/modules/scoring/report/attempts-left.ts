import { type Assessment, type Fact, isForRenewal } from '@testamur/program';
import type { Candidacy } from '../../candidacies/index.ts';

const attemptAt = (fact: Fact, assessmentId: string): number | undefined =>
  'assessment' in fact.data && fact.data.assessment === assessmentId && 'attempt' in fact.data
    ? fact.data.attempt
    : undefined;

/** Attempts of earlier cycles: the ledger numbers a recertification exam on, and the retake rule begins anew. */
const attemptsBefore = (
  { program, facts }: Pick<Candidacy, 'program' | 'facts'>,
  { id }: Assessment,
  attempt: number,
): number => {
  if (!isForRenewal(program, id)) return 0;
  const begun = facts.find((fact) => attemptAt(fact, id) === attempt)?.at ?? '';
  const granted = facts.findLast(({ kind, at }) => kind === 'credential-granted' && at <= begun)?.at ?? '';
  const earlier = facts.flatMap((fact) => (fact.at < granted ? (attemptAt(fact, id) ?? []) : []));
  return Math.max(0, ...earlier);
};

/** How many attempts the retake rule, or somebody who authorized one beyond it, still gives after this one. */
export const attemptsLeft = (
  candidacy: Pick<Candidacy, 'program' | 'facts'>,
  assessment: Assessment,
  attempt: number,
): number => {
  const byRule = assessment.retake.attempts - (attempt - attemptsBefore(candidacy, assessment, attempt));
  const isNextAuthorized = candidacy.facts.some(
    (fact) => fact.kind === 'test-authorized' && attemptAt(fact, assessment.id) === attempt + 1,
  );
  return Math.max(byRule, isNextAuthorized ? 1 : 0, 0);
};
