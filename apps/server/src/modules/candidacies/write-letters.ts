import type { Scope } from '../../platform/http/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { lettersDue } from './rules/letters.ts';
import { listStatementRequests } from './statements.ts';
import { loadCandidacy } from './store.ts';

/** Tells the candidate what has changed and what comes next, one letter an occasion. */
export const writeLetters = async (scope: Scope, publicUrl: string, candidacyId: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const { personId, name, email } = await getPerson(scope.trx, candidacy.personId);
  const url = `${publicUrl}/me/candidacies/${candidacyId}`;
  const requests = await listStatementRequests(scope, candidacyId);
  const asked = new Map(requests.map((request) => [request.id, request.name]));
  const address = { asked, name, url, organizationName: scope.organization.name };
  for (const { occasion, template, subject, body } of lettersDue(candidacy, address)) {
    await sendMessage(scope, { personId, to: email, template, subject, body, occasion });
  }
};
