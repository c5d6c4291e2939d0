import { createHash } from 'node:crypto';
import type { Actor, ActorKind } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../audit/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../../candidacies/index.ts';
import { getPerson } from '../../identity/index.ts';
import { sendMessage } from '../../notifications/index.ts';
import { grantedLetter } from '../rules/letters.ts';
import { moveEntries } from '../status/entries.ts';
import {
  dropSignature,
  findIssuance,
  type Issuance,
  type IssuancePayload,
  keepAbandoned,
  keepPublished,
  stageOf,
  termOf,
} from './store.ts';
import { isKeyWithdrawn } from './verify.ts';

/** Whether the credential is still the one that comes next: much may have happened while it was being signed. */
const isStillDue = ({ standing }: Candidacy, { cycle }: Issuance): boolean =>
  standing.next.some(({ kind }) => kind === 'issue-credential') && (standing.credential?.cycle ?? 0) + 1 === cycle;

const storeCredential = async (
  { trx, organization, now }: Scope,
  issuance: Issuance,
  signed: string,
  keyId: string,
) => {
  await trx
    .insertInto('credential')
    .values({
      organization_id: organization.id,
      id: issuance.credential_id,
      candidacy_id: issuance.candidacy_id,
      person_id: issuance.person_id,
      number: issuance.number,
      cycle: issuance.cycle,
      program_id: issuance.program_id,
      edition: issuance.edition,
      holder_name: issuance.holder_name,
      valid_from: issuance.valid_from,
      valid_until: issuance.valid_until,
      issued_at: now,
    })
    .execute();
  await trx
    .insertInto('credential_document')
    .values({
      organization_id: organization.id,
      credential_id: issuance.credential_id,
      version: 1,
      document: signed,
      sha256: createHash('sha256').update(signed).digest('hex'),
      key_id: keyId,
      list_id: issuance.list_id,
      index: issuance.index,
      signed_at: issuance.signed_at ?? now,
    })
    .execute();
};

const actorOf = ({ by_kind: kind, by_id: id }: Issuance): Actor =>
  // issueNext alone writes it, from a value of this type.
  id === null ? { kind: kind as ActorKind } : { kind: kind as ActorKind, id };

const tellHolder = async (scope: Scope, publicUrl: string, candidacy: Candidacy, issuance: Issuance): Promise<void> => {
  const { id, program, standing, personId } = candidacy;
  const holder = await getPerson(scope.trx, personId);
  const term = termOf(issuance);
  const letter = grantedLetter({
    name: holder.name,
    title: standing.credentialTitle,
    abbreviation: program.abbreviation,
    number: issuance.number,
    validFrom: term.validFrom,
    validUntil: term.validUntil,
    renewed: term.cycle > 1,
    organizationName: scope.organization.name,
    publicUrl,
    candidacyId: id,
  });
  await sendMessage(scope, {
    personId,
    to: holder.email,
    template: 'credentialing.credential-granted',
    ...letter,
    occasion: `credential/${issuance.credential_id}/granted`,
  });
};

const abandon = async (scope: Scope, { credential_id: id, signed }: Issuance): Promise<void> => {
  await keepAbandoned(scope, id, 'It was no longer due when it was ready: what it followed from had changed.');
  // What was signed and never shown must not count either, should it turn up.
  if (signed !== null) await moveEntries(scope, [id], true);
};

/** The credential, the fact of its grant and the letter: one transaction, in which all of it comes to be or nothing. */
export const publishVerified = async (
  { inTenant, config }: Pick<Platform, 'inTenant' | 'config'>,
  { organizationId, credentialId }: IssuancePayload,
): Promise<void> => {
  await inTenant(organizationId, async (scope) => {
    const found = await findIssuance(scope, credentialId);
    if (!found) return;
    const candidacy = await loadCandidacy(scope, found.candidacy_id, { lock: true });
    // Again, under the lock: another worker may have been faster.
    const issuance = await findIssuance(scope, credentialId);
    if (!issuance || stageOf(issuance) !== 'publish' || issuance.signed === null || issuance.key_id === null) return;
    if (!isStillDue(candidacy, issuance)) return abandon(scope, issuance);
    if (await isKeyWithdrawn(scope, issuance.key_id)) return dropSignature(scope, issuance);
    if (!(await keepPublished(scope, issuance))) return;
    await storeCredential(scope, issuance, issuance.signed, issuance.key_id);
    const term = termOf(issuance);
    const { number, cycle } = issuance;
    const { recorded } = await recordFacts(scope, candidacy.id, [
      {
        kind: 'credential-granted',
        data: { credentialId, number, ...term },
        by: actorOf(issuance),
        once: `credential:${cycle}`,
      },
    ]);
    if (recorded[0] !== true) throw new Error(`Cycle ${cycle} of ${candidacy.number} has its credential already.`);
    await tellHolder(scope, config.PUBLIC_URL, candidacy, issuance);
    // The audit chain is locked last, as everywhere.
    await recordAudit(scope, {
      action: 'credentialing.issueCredential',
      subject: `credential:${credentialId}`,
      detail: { candidacyId: candidacy.id, number, cycle, keyId: issuance.key_id },
    });
  });
};
