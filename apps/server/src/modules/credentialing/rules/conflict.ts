import type { Fact } from '@testamur/program';

export interface DeciderQuestion {
  readonly personId: string;
  /** Whom the decision is about. */
  readonly candidateId: string;
  readonly facts: readonly Fact[];
  /** Everyone who was asked to examine this candidate. */
  readonly examinerIds: readonly string[];
}

/**
 * Why a person may not decide on this certification (ISO/IEC 17024, 9.4: those who decide neither examined nor trained
 * nor judged the candidate before).
 */
export const decisionConflict = ({
  personId,
  candidateId,
  facts,
  examinerIds,
}: DeciderQuestion): string | undefined => {
  if (personId === candidateId) return 'This candidacy is your own. Somebody else has to decide on it.';
  const judged = (kind: Fact['kind']) => facts.some((fact) => fact.kind === kind && fact.by.id === personId);
  if (judged('requirement-judged')) return 'You reviewed this application. Somebody who did not has to decide.';
  if (judged('membership-judged')) return 'You verified this membership. Somebody who did not has to decide.';
  if (judged('module-completed'))
    return 'You recorded what this candidate completed. Somebody who did not has to decide.';
  if (examinerIds.includes(personId)) {
    return 'You were asked to examine this candidate. Somebody who was not has to decide.';
  }
  return undefined;
};
