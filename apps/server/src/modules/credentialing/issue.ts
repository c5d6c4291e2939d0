import { createHash, randomBytes } from 'node:crypto';
import { buildAchievementCredential, issueCredential, verifyCredential } from '@testamur/credentials';
import type { Actor, CredentialTerm } from '@testamur/program';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, recordFacts } from '../candidacies/index.ts';
import { getPerson, type Person } from '../identity/index.ts';
import { ensureIssuerKey, type IssuerConfig, issuerDid, issuerKeys, openIssuerKey } from '../issuers/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { credentialContent } from './rules/document.ts';
import { grantedLetter } from './rules/letters.ts';
import { newCredentialNumber } from './rules/number.ts';
import { termOfGrant } from './rules/term.ts';
import { allocateEntry, ensureStatusList, readStatusList, statusListUrl } from './status-list.ts';

export interface Issued {
  readonly credentialId: string;
  readonly number: string;
  readonly cycle: number;
}

/**
 * Issues the credential of the next cycle, the first one or a renewal: key, number, status entry, signed document,
 * fact and letter in one transaction, so that a crash loses nothing and leaves nothing half made. The unique key of the
 * cycle and the key of the fact let no second one through.
 *
 * @param candidacy locked by this transaction.
 */
export const issueNext = async (
  scope: Scope,
  config: IssuerConfig,
  candidacy: Candidacy,
  by: Actor,
): Promise<Issued> => {
  const { trx, organization } = scope;
  const term = termOfGrant(candidacy.program, candidacy.at.toISOString(), candidacy.standing.credential);
  const holder = await getPerson(trx, candidacy.personId);
  const credentialId = newId();
  await ensureIssuerKey(scope, config);
  const number = await reserveNumber(scope, credentialId, candidacy);
  const document = await signDocument(scope, config, { credentialId, number, candidacy, holder, term });
  await trx
    .insertInto('credential')
    .values({
      organization_id: organization.id,
      id: credentialId,
      candidacy_id: candidacy.id,
      person_id: candidacy.personId,
      number,
      cycle: term.cycle,
      program_id: candidacy.programId,
      edition: candidacy.edition,
      holder_name: holder.name,
      document,
      sha256: createHash('sha256').update(document).digest('hex'),
      valid_from: term.validFrom,
      valid_until: term.validUntil,
      issued_at: candidacy.at,
    })
    .execute();
  const { recorded } = await recordFacts(scope, candidacy.id, [
    { kind: 'credential-granted', data: { credentialId, number, ...term }, by, once: `credential:${term.cycle}` },
  ]);
  if (recorded[0] !== true) throw new Error(`Cycle ${term.cycle} of ${candidacy.number} has its credential already.`);
  await tellHolder(scope, config, candidacy, holder, { credentialId, number, term });
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

interface Draft {
  readonly credentialId: string;
  readonly number: string;
  readonly candidacy: Candidacy;
  readonly holder: Person;
  readonly term: CredentialTerm;
}

/** The bytes to keep. They are verified as a stranger would verify them before anything rests on them. */
const signDocument = async (scope: Scope, config: IssuerConfig, draft: Draft): Promise<string> => {
  const { organization } = scope;
  const { credentialId, number, candidacy, holder, term } = draft;
  const did = issuerDid(config.PUBLIC_URL, organization.slug);
  const listId = await ensureStatusList(scope);
  const listUrl = statusListUrl(config.PUBLIC_URL, organization.slug, listId);
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
    status: { listUrl, index: await allocateEntry(scope, listId, credentialId) },
    demonstration: organization.kind !== 'live',
  });
  const signed = await issueCredential({
    credential: buildAchievementCredential(content),
    signer: await openIssuerKey(scope, config, did),
    created: candidacy.at,
  });
  const document = JSON.stringify(signed, null, 2);
  const report = await verifyCredential({
    credential: JSON.parse(document),
    at: candidacy.at,
    statusLists: new Map([[listUrl, await readStatusList(scope, config, listId)]]),
    resolveKey: await issuerKeys(scope),
  });
  if (!report.verified) {
    const found = report.checks.filter((check) => check.result !== 'passed').map((check) => check.detail);
    throw new Error(`The credential ${number} does not verify after signing: ${found.join(' ')}`);
  }
  return document;
};

const tellHolder = async (
  scope: Scope,
  { PUBLIC_URL }: IssuerConfig,
  { id, program, standing }: Candidacy,
  holder: Person,
  { credentialId, number, term }: Pick<Draft, 'credentialId' | 'number' | 'term'>,
): Promise<void> => {
  const letter = grantedLetter({
    name: holder.name,
    title: standing.credentialTitle,
    abbreviation: program.abbreviation,
    number,
    validFrom: term.validFrom,
    validUntil: term.validUntil,
    renewed: term.cycle > 1,
    organizationName: scope.organization.name,
    publicUrl: PUBLIC_URL,
    candidacyId: id,
  });
  await sendMessage(scope, {
    personId: holder.personId,
    to: holder.email,
    template: 'credentialing.credential-granted',
    ...letter,
    occasion: `credential/${credentialId}/granted`,
  });
};
