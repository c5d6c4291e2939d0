import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { noticeLetter } from './rules/letters.ts';
import { applies, noticeAt, occasionOf } from './rules/notices.ts';

/** Writes to a holder whose certification nears its end or has ended, once an occasion. */
export const remindHolder = async (scope: Scope, publicUrl: string, candidacyId: string): Promise<void> => {
  const { personId, program, standing, at } = await loadCandidacy(scope, candidacyId);
  const { credential, renewal, credentialTitle: title } = standing;
  if (!credential || !renewal) return;
  const notice = noticeAt(program, credential.validUntil, at.toISOString());
  if (!notice || !applies(notice, standing, credential.credentialId)) return;
  const { name, email } = await getPerson(scope.trx, personId);
  const url = `${publicUrl}/me/candidacies/${candidacyId}`;
  const organizationName = scope.organization.name;
  const isComplete = standing.next.some(({ kind }) => kind === 'submit-renewal');
  const about = { notice, program, title, credential, renewal, isComplete };
  const letter = noticeLetter({ ...about, name, organizationName, url });
  const occasion = occasionOf(credential.credentialId, notice);
  const template = `renewals.${notice.kind}`;
  const { created } = await sendMessage(scope, { personId, to: email, template, ...letter, occasion });
  if (!created) return;
  const subject = `candidacy:${candidacyId}`;
  await recordAudit(scope, { action: 'renewals.remind', subject, detail: { notice: notice.kind } });
};
