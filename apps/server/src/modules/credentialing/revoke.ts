import { formatInstant, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordFacts } from '../candidacies/index.ts';
import { listPeople } from '../identity/index.ts';
import { readCredentialNumber } from './rules/number.ts';
import { isRevocable } from './rules/state.ts';
import { moveEntries } from './status/entries.ts';
import type { LoadedCredential } from './store.ts';
import { allOf, type CredentialAct, loadToChange, notInForce } from './suspend.ts';

export interface PendingRevocation {
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly reason: string;
}

export const findPendingRevocation = async (
  { trx, organization }: Scope,
  credentialId: string,
): Promise<PendingRevocation | undefined> => {
  const row = await trx
    .selectFrom('revocation_request')
    .select(['requested_by', 'requested_at', 'reason'])
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const people = await listPeople(trx, [row.requested_by]);
  return {
    requestedById: row.requested_by,
    requestedBy: people.get(row.requested_by)?.name ?? 'Somebody whose account is gone',
    requestedAt: row.requested_at,
    reason: row.reason,
  };
};

const refuseOver = ({ credential, state }: LoadedCredential): void => {
  if (isRevocable(state.status)) return;
  throw notInForce(`${credential.number} is ${state.status}; there is nothing left to revoke.`);
};

/** Asks for a revocation. The number is typed again, so that the right one is meant. */
export const requestRevocation = async (
  scope: Scope,
  act: CredentialAct & { readonly number: string },
): Promise<void> => {
  const loaded = await loadToChange(scope, act);
  const { credential } = loaded;
  if (readCredentialNumber(act.number) !== credential.number) {
    const message = `This is the credential ${credential.number}. Type that number to confirm that you mean it.`;
    throw new Problem('invalid', 'credentialing.number-differs', message, [{ path: 'number', message }]);
  }
  refuseOver(loaded);
  const inserted = await scope.trx
    .insertInto('revocation_request')
    .values({
      organization_id: scope.organization.id,
      credential_id: credential.id,
      reason: act.reason,
      requested_by: act.byPersonId,
      requested_at: scope.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return;
  const pending = await findPendingRevocation(scope, credential.id);
  const who = pending ? `${pending.requestedBy} asked for it on ${formatInstant(pending.requestedAt)}.` : '';
  const message = `A revocation of ${credential.number} waits for a second person already. ${who}`.trim();
  throw new Problem('conflict', 'credentialing.already-requested', message);
};

export interface RevocationAnswer {
  readonly credentialId: string;
  readonly byPersonId: string;
  readonly confirm: boolean;
}

/** The second person's answer: it revokes, or it turns the request down. */
export const answerRevocation = async (scope: Scope, answer: RevocationAnswer): Promise<void> => {
  const loaded = await loadToChange(scope, answer);
  const { credential } = loaded;
  const pending = await findPendingRevocation(scope, credential.id);
  if (!pending) throw noRequest();
  if (pending.requestedById === answer.byPersonId) {
    const message = 'You asked for this revocation yourself. A second person has to answer.';
    throw new Problem('forbidden', 'credentialing.second-person-needed', message);
  }
  if (answer.confirm) refuseOver(loaded);
  const updated = await scope.trx
    .updateTable('revocation_request')
    .set({ decided_by: answer.byPersonId, decided_at: scope.now, confirmed: answer.confirm })
    .where('organization_id', '=', scope.organization.id)
    .where('credential_id', '=', credential.id)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw noRequest();
  if (!answer.confirm) return;
  await recordFacts(scope, credential.candidacyId, [
    {
      kind: 'credential-revoked',
      data: { credentialId: credential.id, reason: pending.reason },
      by: { kind: 'staff', id: answer.byPersonId },
      once: `credential-revoked:${credential.id}`,
    },
  ]);
  await moveEntries(scope, allOf(loaded), true);
};

const noRequest = () =>
  new Problem(
    'rule-broken',
    'credentialing.no-request',
    'No revocation waits here: it was never asked for, or answered.',
  );
