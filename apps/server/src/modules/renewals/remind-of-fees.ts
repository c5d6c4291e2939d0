import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { feeLetter, feeNotices } from './rules/fee-notices.ts';

/** Writes to a holder about the fees that keep the certification, once an occasion. */
export const remindOfFees = async (scope: Scope, publicUrl: string, candidacyId: string): Promise<void> => {
  const { personId, program, standing } = await loadCandidacy(scope, candidacyId);
  const notices = feeNotices(standing);
  if (notices.length === 0) return;
  const { name, email } = await getPerson(scope.trx, personId);
  const url = `${publicUrl}/me/candidacies/${candidacyId}/fees`;
  for (const notice of notices) {
    const letter = feeLetter({ notice, program, standing, name, organizationName: scope.organization.name, url });
    const message = { personId, to: email, template: `renewals.fee-${notice.kind}`, ...letter };
    await sendMessage(scope, { ...message, occasion: notice.occasion });
  }
};
