import { randomBytes } from 'node:crypto';
import { buildClrCredential, DEMONSTRATION, issueCredential } from '@testamur/credentials';
import { dayMs, newId, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { getPerson } from '../../identity/index.ts';
import { isInForce } from '../rules/state.ts';
import type { StatusConfig } from '../status/lists.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';
import { withSigner } from './tokens.ts';

/** The record itself has no status entry, each credential in it has: it is made for an occasion, not to be kept. */
const validDays = 90;

/** To the second, as times in credentials are written. */
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const credentialsOf = async (scope: Scope, personId: string): Promise<readonly LoadedCredential[]> => {
  const { trx, organization } = scope;
  const rows = await trx
    .selectFrom('credential')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', personId)
    .orderBy('issued_at')
    .execute();
  const loaded: LoadedCredential[] = [];
  for (const { id } of rows) loaded.push(await loadCredential(scope, id));
  return loaded.filter(({ state }) => isInForce(state.status));
};

/** Everything that a person holds at an organization today, as one record that the organization signs now. */
export const getMyRecord = async (scope: Scope, config: StatusConfig, personId: string): Promise<File> => {
  const { organization, now } = scope;
  const held = await credentialsOf(scope, personId);
  if (held.length === 0) {
    const message = `You hold no certification of ${organization.name} that is in force, so there is no record to make.`;
    throw new Problem('not-found', 'credentialing.nothing-in-force', message);
  }
  const person = await getPerson(scope.trx, personId);
  const signed = await withSigner(scope, config, (signer) =>
    issueCredential({
      signer,
      created: now,
      credential: buildClrCredential({
        id: `urn:uuid:${newId()}`,
        issuer: { id: signer.controller, name: organization.name, url: config.PUBLIC_URL },
        name: `Certifications of ${person.name} at ${organization.name}${organization.kind === 'live' ? '' : ` ${DEMONSTRATION.name}`}`,
        validFrom: stamp(now),
        validUntil: stamp(new Date(now.getTime() + validDays * dayMs)),
        holder: {
          name: person.name,
          identity: { kind: 'email', address: person.email, salt: randomBytes(16).toString('hex') },
        },
        credentials: held.map(({ credential }) => JSON.parse(credential.document)),
      }),
    }),
  );
  return new File([JSON.stringify(signed, null, 2)], `${organization.slug}-record.json`, { type: 'application/vc' });
};
