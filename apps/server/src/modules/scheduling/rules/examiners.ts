import type { Fact } from '@testamur/program';

export interface ExaminerQuestion {
  readonly personId: string;
  /** Whose work it is. */
  readonly candidateId: string;
  readonly facts: readonly Fact[];
  /** Who was asked to rate this attempt already. */
  readonly assignedIds: readonly string[];
}

/** What a reviewer records; the rest of what staff records decides nothing about a candidate's competence. */
const judgments = new Set<Fact['kind']>(['requirement-judged', 'education-judged', 'decision-recorded']);

/** Why a person may not examine this candidate, or may no longer (ISO/IEC 17024, 9.4: nobody judges twice). */
export const conflictOf = ({
  personId,
  candidateId,
  facts,
}: Omit<ExaminerQuestion, 'assignedIds'>): string | undefined => {
  if (personId === candidateId) return 'This is their own candidacy.';
  if (facts.some((fact) => judgments.has(fact.kind) && fact.by.id === personId)) {
    return 'They reviewed or decided on this candidate.';
  }
  return undefined;
};

/** The same, and why a person need not be asked. */
export const reasonAgainst = (question: ExaminerQuestion): string | undefined =>
  conflictOf(question) ??
  (question.assignedIds.includes(question.personId) ? 'They were asked to rate this attempt already.' : undefined);
