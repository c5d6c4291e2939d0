import type { KeyAlgorithm } from '@testamur/credentials';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { IssuerConfig } from './address.ts';
import { issuerKeysChanged } from './events.ts';
import { providerOf } from './providers/index.ts';
import { type KeptKey, type ProviderName, providerNames } from './providers/provider.ts';
import { fingerprintOf } from './rules/fingerprint.ts';
import { type KeyTimes, signingKeyAt } from './rules/key-state.ts';

/** A key of an organization as it is kept; `ref` and `owner` are for its provider alone. */
export interface StoredKey extends KeptKey, KeyTimes {
  readonly id: string;
  readonly fingerprint: string;
  readonly provider: ProviderName;
  readonly createdAt: Date;
}

/** The only algorithms and providers that the table takes; it says so itself. */
const asAlgorithm = (text: string): KeyAlgorithm => (text === 'P-256' ? 'P-256' : 'Ed25519');
const asProvider = (text: string): ProviderName => providerNames.find((name) => name === text) ?? 'sealed';

/** Every key that the organization ever had, the newest first. */
export const listKeys = async ({ trx, organization }: Scope): Promise<readonly StoredKey[]> => {
  const rows = await trx
    .selectFrom('issuer_key')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .orderBy('created_at', 'desc')
    .orderBy('activates_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    publicKeyMultibase: row.public_key_multibase,
    fingerprint: fingerprintOf(row.public_key_multibase),
    algorithm: asAlgorithm(row.algorithm),
    provider: asProvider(row.provider),
    ref: row.provider_ref,
    owner: { organizationId: organization.id, organizationSlug: organization.slug, keyId: row.id },
    createdAt: row.created_at,
    activatesAt: row.activates_at,
    retiredAt: row.retired_at ?? undefined,
    compromisedAt: row.compromised_at ?? undefined,
  }));
};

/** Nothing else is done to the keys of this organization until the transaction ends. */
export const lockKeys = async ({ trx, organization }: Scope): Promise<void> => {
  await trx
    .selectFrom('issuer_key')
    .select('id')
    .where('organization_id', '=', organization.id)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
};

/** The key that signs now. */
export const findSigningKey = async (scope: Scope): Promise<StoredKey | undefined> =>
  signingKeyAt(await listKeys(scope), scope.now);

interface KeyOrder {
  readonly algorithm: KeyAlgorithm;
  readonly activatesAt: Date;
}

/** Where new keys are kept. Tokens and clouds are for keys that count; demonstrations and rehearsals come and go. */
export const newKeyProvider = ({ organization }: Scope, config: IssuerConfig): ProviderName =>
  organization.kind === 'live' ? config.ISSUER_KEYS : 'sealed';

/**
 * Makes a key where new ones are kept, and publishes it. An organization has one key without an end at a time: of two
 * orders at once, the first one's counts, and the other answers undefined.
 */
export const createKey = async (
  scope: Scope,
  config: IssuerConfig,
  { algorithm, activatesAt }: KeyOrder,
): Promise<string | undefined> => {
  const { trx, organization, now } = scope;
  const id = newId();
  const provider = providerOf(newKeyProvider(scope, config), config);
  const owner = { organizationId: organization.id, organizationSlug: organization.slug, keyId: id };
  const made = await provider.create(owner, algorithm);
  const inserted = await trx
    .insertInto('issuer_key')
    .values({
      organization_id: organization.id,
      id,
      public_key_multibase: made.publicKeyMultibase,
      algorithm,
      provider: provider.name,
      provider_ref: made.ref,
      created_at: now,
      activates_at: activatesAt,
    })
    .onConflict((conflict) => conflict.column('organization_id').where('retired_at', 'is', null).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return undefined;
  await issuerKeysChanged.emit(trx, { organizationId: organization.id });
  return id;
};

/** Ends the signing of a key at an instant; it stays published. */
export const retireKey = async ({ trx, organization }: Scope, keyId: string, at: Date): Promise<void> => {
  await trx
    .updateTable('issuer_key')
    .set({ retired_at: at })
    .where('organization_id', '=', organization.id)
    .where('id', '=', keyId)
    .execute();
};
