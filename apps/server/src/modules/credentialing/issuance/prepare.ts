import { randomBytes } from 'node:crypto';
import { buildAchievementCredential } from '@testamur/credentials';
import type { Actor } from '@testamur/program';
import { newId } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Candidacy } from '../../candidacies/index.ts';
import { getPerson } from '../../identity/index.ts';
import { ensureIssuerKey, issuerDid } from '../../issuers/index.ts';
import { credentialContent } from '../rules/document.ts';
import { newCredentialNumber } from '../rules/number.ts';
import { termOfGrant } from '../rules/term.ts';
import { allocateEntry } from '../status/entries.ts';
import { type StatusConfig, statusListUrl } from '../status/lists.ts';
import { lintUnsigned } from './lint.ts';
import { enqueueIssuance, findIssuanceOfCycle } from './store.ts';

export interface Prepared {
  readonly credentialId: string;
  readonly number: string;
  readonly cycle: number;
}

/**
 * Prepares the credential of the next cycle, the first one or a renewal: number, status entry and the exact bytes are
 * stored, linted and tried, and a job is asked for that signs, verifies and publishes them. Nothing is signed here.
 *
 * @param candidacy locked by this transaction.
 * @returns undefined when the cycle has one already.
 */
export const issueNext = async (
  scope: Scope,
  config: StatusConfig,
  candidacy: Candidacy,
  by: Actor,
): Promise<Prepared | undefined> => {
  const { trx, organization, now } = scope;
  const term = termOfGrant(candidacy.program, candidacy.at.toISOString(), candidacy.standing.credential);
  if (await findIssuanceOfCycle(scope, candidacy.id, term.cycle)) return undefined;
  const holder = await getPerson(trx, candidacy.personId);
  const credentialId = newId();
  await ensureIssuerKey(scope, config);
  const number = await reserveNumber(scope, credentialId, candidacy);
  const entry = await allocateEntry(scope, credentialId);
  const did = issuerDid(config.PUBLIC_URL, organization.slug);
  const content = credentialContent({
    credentialId,
    number,
    program: candidacy.program,
    title: candidacy.standing.credentialTitle,
    ...(candidacy.standing.track === undefined ? {} : { track: candidacy.standing.track }),
    issuer: { did, name: organization.name },
    publicUrl: config.PUBLIC_URL,
    holder: { name: holder.name, email: holder.email, salt: randomBytes(16).toString('hex') },
    term,
    awardedAt: candidacy.at.toISOString(),
    status: { listUrl: statusListUrl(config.PUBLIC_URL, organization.slug, entry.listId), index: entry.index },
    demonstration: organization.kind !== 'live',
  });
  const unsigned = JSON.stringify(buildAchievementCredential(content), null, 2);
  await lintUnsigned(unsigned, did, candidacy.at);
  await trx
    .insertInto('issuance')
    .values({
      organization_id: organization.id,
      credential_id: credentialId,
      candidacy_id: candidacy.id,
      person_id: candidacy.personId,
      cycle: term.cycle,
      number,
      program_id: candidacy.programId,
      edition: candidacy.edition,
      holder_name: holder.name,
      valid_from: term.validFrom,
      valid_until: term.validUntil,
      by_kind: by.kind,
      by_id: by.id ?? null,
      list_id: entry.listId,
      index: entry.index,
      unsigned,
      linted_at: now,
      prepared_at: now,
      proof_created: candidacy.at,
      try_at: new Date(now.getTime() - organization.clockOffsetMs),
    })
    .execute();
  await enqueueIssuance(scope, credentialId);
  return { credentialId, number, cycle: term.cycle };
};

/** Numbers are unique in the installation, because anyone may ask for one without naming its organization. */
const reserveNumber = async (
  { trx, organization }: Scope,
  credentialId: string,
  { program, personId }: Candidacy,
): Promise<string> => {
  for (let tries = 0; tries < 5; tries += 1) {
    const number = newCredentialNumber(program.abbreviation);
    const inserted = await trx
      .insertInto('locator')
      .values({
        id: credentialId,
        kind: 'credential',
        organization_id: organization.id,
        person_id: personId,
        public_number: number,
      })
      .onConflict((conflict) => conflict.column('public_number').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return number;
  }
  throw new Error('No free credential number was drawn in five tries.');
};
