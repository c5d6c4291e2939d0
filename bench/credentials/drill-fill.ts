import { createHash, randomBytes } from 'node:crypto';
import type { Program } from '@testamur/program';
import { sql } from 'kysely';
import { Client } from 'pg';
import { newId } from '../../apps/server/src/kernel/index.ts';
import { credentialContent } from '../../apps/server/src/modules/credentialing/rules/document.ts';
import { allocateEntries, type Entry } from '../../apps/server/src/modules/credentialing/status/entries.ts';
import { type StatusConfig, statusListUrl } from '../../apps/server/src/modules/credentialing/status/lists.ts';
import {
  ensureIssuerKey,
  issuerDid,
  type OpenedKey,
  openCurrentKey,
} from '../../apps/server/src/modules/issuers/index.ts';
import type { InTenant, Scope } from '../../apps/server/src/platform/http/index.ts';
import { buildAchievementCredential, createCanonizer, issueBatch } from '../../packages/credentials/src/index.ts';
import type { Progress } from '../scratch/progress.ts';

export interface Filling {
  readonly enter: InTenant;
  readonly organizationId: string;
  readonly config: StatusConfig;
  readonly program: Program;
  readonly count: number;
  readonly progress: Progress;
}

/** One of so many is suspended: its successor has to be, too. */
export const suspendedEvery = 50;
const chunk = 2500;

interface Holder {
  readonly no: number;
  readonly personId: string;
  readonly candidacyId: string;
  readonly credentialId: string;
}

const term = { cycle: 1, validFrom: '2030-05-01T09:00:00.000Z', validUntil: '2033-04-30T23:59:59.999Z' };

const contentOf = (scope: Scope, { config, program }: Filling, holder: Holder, { listId, index }: Entry) => {
  const { slug, name } = scope.organization;
  return credentialContent({
    credentialId: holder.credentialId,
    number: numberOf(holder),
    program,
    title: program.credential.title,
    issuer: { did: issuerDid(config.PUBLIC_URL, slug), name },
    publicUrl: config.PUBLIC_URL,
    holder: {
      name: `Certificant ${holder.no}`,
      email: `certificant-${holder.no}@bench.example`,
      salt: randomBytes(16).toString('hex'),
    },
    term,
    awardedAt: term.validFrom,
    status: { listUrl: statusListUrl(config.PUBLIC_URL, slug, listId), index },
    demonstration: true,
  });
};

const numberOf = ({ no }: Holder): string => `BENCH-${String(no).padStart(8, '0')}`;

const insertPeople = async ({ trx, organization }: Scope, { program }: Filling, holders: readonly Holder[]) => {
  const numbers = holders.map(({ no }) => no);
  await sql`insert into person (id, name, email)
    select id, 'Certificant ' || no, 'certificant-' || no || '@bench.example'
    from unnest(${holders.map((one) => one.personId)}::uuid[], ${numbers}::integer[]) as made (id, no)`.execute(trx);
  await sql`insert into candidacy (organization_id, id, number, person_id, program_id, edition, created_at)
    select ${organization.id}, id, 'T-' || no, person_id, ${program.id}, ${program.edition}, ${term.validFrom}
    from unnest(${holders.map((one) => one.candidacyId)}::uuid[], ${holders.map((one) => one.personId)}::uuid[],
      ${numbers}::integer[]) as made (id, person_id, no)`.execute(trx);
  await sql`insert into credential (organization_id, id, candidacy_id, person_id, number, cycle, program_id, edition,
      holder_name, valid_from, valid_until, issued_at)
    select ${organization.id}, id, candidacy_id, person_id, number, 1, ${program.id}, ${program.edition},
      'Certificant ' || no, ${term.validFrom}, ${term.validUntil}, ${term.validFrom}
    from unnest(${holders.map((one) => one.credentialId)}::uuid[], ${holders.map((one) => one.candidacyId)}::uuid[],
      ${holders.map((one) => one.personId)}::uuid[], ${holders.map(numberOf)}::text[], ${numbers}::integer[])
      as made (id, candidacy_id, person_id, number, no)`.execute(trx);
};

const fillChunk = async (
  scope: Scope,
  filling: Filling,
  { keyId, signer }: OpenedKey,
  holders: readonly Holder[],
  canonizer: ReturnType<typeof createCanonizer>,
): Promise<void> => {
  await insertPeople(scope, filling, holders);
  const entries = await allocateEntries(
    scope,
    holders.map(({ credentialId, no }) => ({ credentialId, raised: no % suspendedEvery === 0 })),
  );
  const placed = holders.flatMap((holder) => {
    const entry = entries.get(holder.credentialId);
    return entry ? [{ holder, entry }] : [];
  });
  const credentials = placed.map(({ holder, entry }) =>
    buildAchievementCredential(contentOf(scope, filling, holder, entry)),
  );
  const documents: string[] = [];
  for await (const signed of issueBatch({ credentials, signer, created: term.validFrom, canonizer })) {
    documents.push(JSON.stringify(signed, null, 2));
  }
  await sql`insert into credential_document
      (organization_id, credential_id, version, document, sha256, key_id, list_id, index, signed_at)
    select ${scope.organization.id}, credential_id, 1, document, sha256, ${keyId}, list_id, index, ${term.validFrom}
    from unnest(${placed.map(({ holder }) => holder.credentialId)}::uuid[], ${documents}::text[],
      ${documents.map((document) => createHash('sha256').update(document).digest('hex'))}::text[],
      ${placed.map(({ entry }) => entry.listId)}::uuid[], ${placed.map(({ entry }) => entry.index)}::integer[])
      as made (credential_id, document, sha256, list_id, index)`.execute(scope.trx);
};

/** Fills the tables with credentials that really are signed, as an organization of many years would have issued them. */
export const fillCredentials = async (filling: Filling): Promise<{ readonly keyId: string }> => {
  const { enter, organizationId, config, count, progress } = filling;
  const key = await enter(organizationId, async (scope) => {
    await ensureIssuerKey(scope, config);
    return openCurrentKey(scope, config, issuerDid(config.PUBLIC_URL, scope.organization.slug));
  });
  const canonizer = createCanonizer();
  for (let first = 1; first <= count; first += chunk) {
    const length = Math.min(chunk, count - first + 1);
    const holders = Array.from({ length }, (_, index): Holder => {
      return { no: first + index, personId: newId(), candidacyId: newId(), credentialId: newId() };
    });
    await enter(organizationId, (scope) => fillChunk(scope, filling, key, holders, canonizer));
    progress.at(first + length - 1);
  }
  return { keyId: key.keyId };
};

/** As autovacuum would have done in the years. */
export const analyze = async (ownerUrl: string): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('vacuum analyze person, candidacy, credential, credential_document, status_entry');
  } finally {
    await client.end();
  }
};
