import type { CredentialTerm } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

export const issueTask = 'credentialing.issue-credential';

// A type, not an interface: payloads are indexable.
export type IssuancePayload = {
  readonly organizationId: string;
  readonly credentialId: string;
};

/** What comes next for a credential on its way. */
export type Stage = 'sign' | 'verify' | 'publish' | 'over';

export const enqueueIssuance = ({ trx, organization }: Scope, credentialId: string, runAt?: Date): Promise<void> =>
  enqueue<IssuancePayload>(
    trx,
    issueTask,
    { organizationId: organization.id, credentialId },
    { key: `${issueTask}:${credentialId}`, ...(runAt === undefined ? {} : { runAt }) },
  );

const issuances = ({ trx, organization }: Scope) =>
  trx.selectFrom('issuance').selectAll().where('organization_id', '=', organization.id);

export type Issuance = Awaited<ReturnType<ReturnType<typeof issuances>['executeTakeFirstOrThrow']>>;

export const findIssuance = (scope: Scope, credentialId: string): Promise<Issuance | undefined> =>
  issuances(scope).where('credential_id', '=', credentialId).executeTakeFirst();

/** The one under way or done for a cycle of a candidacy. Whoever holds the candidacy finds it or makes it. */
export const findIssuanceOfCycle = (scope: Scope, candidacyId: string, cycle: number): Promise<Issuance | undefined> =>
  issuances(scope)
    .where('candidacy_id', '=', candidacyId)
    .where('cycle', '=', cycle)
    .where('abandoned_at', 'is', null)
    .executeTakeFirst();

export const stageOf = (issuance: Issuance): Stage => {
  if (issuance.published_at !== null || issuance.abandoned_at !== null) return 'over';
  if (issuance.signed === null) return 'sign';
  return issuance.verified_at === null ? 'verify' : 'publish';
};

export const termOf = ({ cycle, valid_from: from, valid_until: until }: Issuance): CredentialTerm => ({
  cycle,
  validFrom: from.toISOString(),
  validUntil: until.toISOString(),
});

const changes = ({ trx, organization }: Scope, credentialId: string) =>
  trx
    .updateTable('issuance')
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .where('published_at', 'is', null)
    .where('abandoned_at', 'is', null);

/** The first signature counts: a second one, made after a crash or by another worker, replaces nothing. */
export const keepSignature = async (
  scope: Scope,
  credentialId: string,
  { signed, keyId }: { readonly signed: string; readonly keyId: string },
): Promise<void> => {
  await changes(scope, credentialId)
    .where('signed', 'is', null)
    .set({ signed, key_id: keyId, signed_at: scope.now, attempts: 0, trouble: null })
    .execute();
};

/** A signature that is worth nothing before anybody has seen it: its key was withdrawn meanwhile. */
export const dropSignature = async (scope: Scope, { credential_id: id, signed }: Issuance): Promise<void> => {
  await changes(scope, id)
    .where('signed', '=', signed)
    .set({ signed: null, key_id: null, signed_at: null, verified_at: null })
    .execute();
};

export const keepVerified = async (scope: Scope, { credential_id: id, signed }: Issuance): Promise<void> => {
  await changes(scope, id).where('signed', '=', signed).set({ verified_at: scope.now }).execute();
};

/** @returns whether it was this transaction that did it. */
export const keepPublished = async (scope: Scope, { credential_id: id, signed }: Issuance): Promise<boolean> => {
  const kept = await changes(scope, id)
    .where('signed', '=', signed)
    .where('verified_at', 'is not', null)
    .set({ published_at: scope.now })
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
};

export const keepAbandoned = async (scope: Scope, credentialId: string, because: string): Promise<void> => {
  await changes(scope, credentialId).set({ abandoned_at: scope.now, abandoned_because: because }).execute();
};

export const keepTrouble = async (
  scope: Scope,
  credentialId: string,
  { tryAt, attempts, trouble }: { readonly tryAt: Date; readonly attempts: number; readonly trouble: string },
): Promise<void> => {
  await changes(scope, credentialId).set({ try_at: tryAt, attempts, trouble }).execute();
};

/** Those that stand still: due in real time, and so long that no job can be at work on them. */
export const listStalled = async ({ trx, organization }: Scope, before: Date): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('issuance')
    .select('credential_id')
    .where('organization_id', '=', organization.id)
    .where('published_at', 'is', null)
    .where('abandoned_at', 'is', null)
    .where('try_at', '<', before)
    .orderBy('try_at')
    .limit(1000)
    .execute();
  return rows.map((row) => row.credential_id);
};
