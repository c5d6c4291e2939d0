import { verifyCredential } from '@testamur/credentials';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { issuerKeys } from '../../issuers/index.ts';
import { ensureSigned } from '../status/jobs.ts';
import { readStatusListAt } from '../status/read.ts';
import { addressOf } from '../status/sign.ts';
import { dropSignature, findIssuance, type Issuance, type IssuancePayload, keepVerified } from './store.ts';

/** Whether the key of a signature has been withdrawn: then it is worth nothing, whatever was checked before. */
export const isKeyWithdrawn = async ({ trx, organization, now }: Scope, keyId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('issuer_key')
    .select('compromised_at')
    .where('organization_id', '=', organization.id)
    .where('id', '=', keyId)
    .executeTakeFirstOrThrow();
  return row.compromised_at !== null && row.compromised_at <= now;
};

const later = (a: Date, b: Date): Date => (a > b ? a : b);

const reportOn = async (scope: Scope, config: Platform['config'], issuance: Issuance, signed: string) => {
  const address = addressOf(config, scope, issuance.list_id);
  const list = await readStatusListAt(scope, config, address);
  return verifyCredential({
    credential: JSON.parse(signed),
    // A clock that was set back is no fault of the credential.
    at: later(scope.now, issuance.proof_created),
    statusLists: new Map(list === undefined ? [] : [[address.url, list]]),
    resolveKey: await issuerKeys(scope),
  });
};

/**
 * Verifies the stored bytes as a stranger would, with the keys and the list that the installation serves.
 *
 * @throws Error where they do not verify; nothing is published then.
 */
export const verifySigned = async (
  platform: Pick<Platform, 'inTenant' | 'config' | 'log'>,
  { organizationId, credentialId }: IssuancePayload,
): Promise<void> => {
  const { inTenant, config } = platform;
  const issuance = await inTenant(organizationId, (scope) => findIssuance(scope, credentialId));
  if (!issuance || issuance.signed === null || issuance.key_id === null) return;
  const { signed, key_id: keyId } = issuance;
  await ensureSigned(platform, organizationId, issuance.list_id);
  await inTenant(organizationId, async (scope) => {
    if (await isKeyWithdrawn(scope, keyId)) return dropSignature(scope, issuance);
    const report = await reportOn(scope, config, issuance, signed);
    if (report.verified) return keepVerified(scope, issuance);
    const found = report.checks.filter(({ result }) => result !== 'passed').map(({ detail }) => detail);
    throw new Error(`The credential ${issuance.number} does not verify after signing: ${found.join(' ')}`);
  });
};
