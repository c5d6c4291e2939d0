import type { Scope } from '../../platform/http/index.ts';
import type { Candidacy } from '../candidacies/index.ts';
import { attemptOf } from './authorize.ts';
import type { AttemptKey } from './store.ts';

export const keyOf = (candidacy: Candidacy, assessmentId: string): AttemptKey => ({
  candidacyId: candidacy.id,
  assessmentId,
  attempt: attemptOf(candidacy, assessmentId),
});

export interface Assigned {
  readonly examinerId: string;
  readonly hasSubmitted: boolean;
}

/** Who is to rate an attempt; those who were released are not among them. */
export const listAssigned = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
): Promise<readonly Assigned[]> => {
  const rows = await trx
    .selectFrom('examiner_assignment as assignment')
    .leftJoin('rating', (join) =>
      join
        .onRef('rating.organization_id', '=', 'assignment.organization_id')
        .onRef('rating.candidacy_id', '=', 'assignment.candidacy_id')
        .onRef('rating.assessment_id', '=', 'assignment.assessment_id')
        .onRef('rating.attempt', '=', 'assignment.attempt')
        .onRef('rating.examiner_id', '=', 'assignment.examiner_id'),
    )
    .select(['assignment.examiner_id', 'rating.submitted_at'])
    .where('assignment.organization_id', '=', organization.id)
    .where('assignment.candidacy_id', '=', candidacyId)
    .where('assignment.assessment_id', '=', assessmentId)
    .where('assignment.attempt', '=', attempt)
    .where('assignment.withdrawn_at', 'is', null)
    .orderBy('assignment.assigned_at')
    .execute();
  return rows.map((row) => ({ examinerId: row.examiner_id, hasSubmitted: row.submitted_at !== null }));
};

const asked = ({ trx, organization }: Scope, candidacyId: string) =>
  trx
    .selectFrom('examiner_assignment')
    .select('examiner_id')
    .distinct()
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId);

/** Everyone who was ever asked to rate this candidate, whether or not they did. */
export const listExaminersAsked = async (scope: Scope, candidacyId: string): Promise<readonly string[]> => {
  const rows = await asked(scope, candidacyId).execute();
  return rows.map((row) => row.examiner_id);
};

/** Those of them who were not released. */
export const listPresentExaminers = async (scope: Scope, candidacyId: string): Promise<readonly string[]> => {
  const rows = await asked(scope, candidacyId).where('withdrawn_at', 'is', null).execute();
  return rows.map((row) => row.examiner_id);
};
