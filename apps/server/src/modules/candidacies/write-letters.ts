import type { Scope } from '../../platform/http/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { lettersDue } from './rules/letters.ts';
import { loadCandidacy } from './store.ts';

/** Tells the candidate what has changed and what comes next, one letter an occasion. */
export const writeLetters = async (scope: Scope, publicUrl: string, candidacyId: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const { personId, name, email } = await getPerson(scope.trx, candidacy.personId);
  const url = `${publicUrl}/me/candidacies/${candidacyId}`;
  const written = await scope.trx
    .selectFrom('message')
    .select('occasion')
    .where('organization_id', '=', scope.organization.id)
    .where('person_id', '=', personId)
    .execute();
};
