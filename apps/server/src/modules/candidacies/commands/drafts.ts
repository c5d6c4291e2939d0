import type { Standing } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { project } from '../projection.ts';
import type { DraftContent } from '../rules/drafts.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';

export const saveDraft = async (scope: Scope, candidacy: Candidacy, section: string, content: DraftContent) => {
  const { trx, organization, now } = scope;
  const saved = { claim: JSON.stringify(content), saved_at: now };
  await trx
    .insertInto('draft')
    .values({ organization_id: organization.id, candidacy_id: candidacy.id, requirement: section, ...saved })
    .onConflict((conflict) => conflict.columns(['organization_id', 'candidacy_id', 'requirement']).doUpdateSet(saved))
    .execute();
  return projectAgain(scope, candidacy.id);
};

export const deleteDraft = async ({ trx, organization }: Scope, { id }: Candidacy, section: string): Promise<void> => {
  await trx
    .deleteFrom('draft')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', id)
    .where('requirement', '=', section)
    .execute();
};

export const dropDraft = async (scope: Scope, candidacy: Candidacy, section: string) => {
  await deleteDraft(scope, candidacy, section);
  return projectAgain(scope, candidacy.id);
};

const projectAgain = async (scope: Scope, candidacyId: string): Promise<Standing> => {
  const after = await loadCandidacy(scope, candidacyId);
  await project(scope, after);
  return after.standing;
};
