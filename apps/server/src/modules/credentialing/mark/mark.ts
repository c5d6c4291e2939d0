import { createHash } from 'node:crypto';
import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Pictures } from '../../../platform/pictures/index.ts';
import { badgeFacts } from '../downloads/badge/badge.ts';
import { drawMark } from '../downloads/badge/drawing.ts';
import { isInForce } from '../rules/state.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';
import { notInForce } from '../suspend.ts';

export interface MarkAgreement {
  readonly agreedAt: Date;
  readonly signedName: string;
}

const markOf = ({ candidacy }: LoadedCredential): { readonly title: string; readonly text: string } => {
  const { mark } = candidacy.program.credential;
  if (mark === undefined) {
    throw new Problem('not-found', 'credentialing.no-mark', 'This program has no mark that its holders may use.');
  }
  return mark;
};

/** What was agreed to is the wording: an edition with the same words asks nobody again. */
const wordingOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The agreement of the holder of a credential to the words of its edition, where there is one. */
export const findMarkAgreement = async (
  { trx, organization }: Scope,
  { credential, candidacy }: LoadedCredential,
): Promise<MarkAgreement | undefined> => {
  const { mark } = candidacy.program.credential;
  if (mark === undefined) return undefined;
  const row = await trx
    .selectFrom('mark_agreement')
    .select(['agreed_at', 'signed_name'])
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', credential.personId)
    .where('program_id', '=', candidacy.programId)
    .where('text_sha256', '=', wordingOf(mark.text))
    .executeTakeFirst();
  return row && { agreedAt: row.agreed_at, signedName: row.signed_name };
};

const requireInForce = ({ credential, state }: LoadedCredential): void => {
  if (isInForce(state.status)) return;
  throw notInForce(`${credential.number} is not in force, so its mark may not be used.`);
};

/** Case, accents and spaces between words are no other name. */
const plain = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase();

export const agreeToMark = async (
  scope: Scope,
  { credentialId, signedName }: { readonly credentialId: string; readonly signedName: string },
): Promise<void> => {
  const loaded = await loadCredential(scope, credentialId, { lock: true });
  const { credential, candidacy } = loaded;
  const { text } = markOf(loaded);
  requireInForce(loaded);
  if (plain(signedName) !== plain(credential.holderName)) {
    const message = `Type your name as it stands on the credential: ${credential.holderName}.`;
    throw new Problem('invalid', 'credentialing.name-differs', message, [{ path: 'signedName', message }]);
  }
  await scope.trx
    .insertInto('mark_agreement')
    .values({
      organization_id: scope.organization.id,
      person_id: credential.personId,
      program_id: candidacy.programId,
      text_sha256: wordingOf(text),
      text,
      edition: candidacy.edition,
      credential_id: credentialId,
      signed_name: signedName,
      agreed_at: scope.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'person_id', 'program_id', 'text_sha256']).doNothing(),
    )
    .execute();
};

/** The mark itself. It names nobody, so that only holders get it, and only while they may use it. */
export const getMark = async (
  pictures: Pictures,
  scope: Scope,
  { credentialId, form }: { readonly credentialId: string; readonly form: 'svg' | 'png' },
): Promise<File> => {
  const loaded = await loadCredential(scope, credentialId);
  markOf(loaded);
  requireInForce(loaded);
  if (!(await findMarkAgreement(scope, loaded))) {
    const message = 'Agree to how the mark is used first; then it can be downloaded.';
    throw new Problem('rule-broken', 'credentialing.mark-not-agreed', message);
  }
  const drawing = drawMark(badgeFacts(loaded, scope));
  const name = `${loaded.candidacy.program.abbreviation.replace(/[^\w-]+/g, '-')}-mark`;
  return form === 'png'
    ? new File([Uint8Array.from(await pictures.png(drawing))], `${name}.png`, { type: 'image/png' })
    : new File([await pictures.outlined(drawing)], `${name}.svg`, { type: 'image/svg+xml' });
};
