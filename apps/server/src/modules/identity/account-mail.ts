import { createEmailVerificationToken } from 'better-auth/api';
import { minuteMs } from '../../kernel/index.ts';
import type { Call } from '../../platform/http/index.ts';
import { PLATFORM_ORGANIZATION_ID, platformOrganization, visiting } from '../audit/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { type Auth, confirmationSeconds, resetSeconds } from './auth/create-auth.ts';
import type { MailedPerson, OutgoingMail } from './auth/outgoing.ts';
import { addressInUseMail, confirmationMail, resetMail } from './mails.ts';

type OfCall = Pick<Call, 'trx' | 'now' | 'organization' | 'viewer'>;

const confirmationTo = async (auth: Auth, person: MailedPerson): Promise<OutgoingMail> => {
  const { secret } = await auth.$context;
  const token = await createEmailVerificationToken(secret, person.email, undefined, confirmationSeconds);
  return { kind: 'confirm-email', person, token };
};

const contentOf = (auth: Auth, mail: OutgoingMail, now: Date) => {
  const { publicUrl } = auth;
  const { name } = mail.person;
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  if (mail.kind === 'address-in-use') return addressInUseMail({ publicUrl, name });
  return mail.kind === 'confirm-email'
    ? confirmationMail({ publicUrl, name, token: mail.token, until: after(confirmationSeconds) })
    : resetMail({ publicUrl, name, token: mail.token, until: after(resetSeconds) });
};

/**
 * Mail of the platform organization. It names no person in the outbox: its links sign people in. The same mail goes to
 * the same person once a minute, so that nobody's mailbox can be flooded from here.
 */
export const sendAccountMail = async (auth: Auth, call: OfCall, mails: readonly OutgoingMail[]): Promise<void> => {
  const { trx, now } = call;
  const back = { organizationId: call.organization?.id, personId: call.viewer?.personId };
  const minute = Math.floor(now.getTime() / minuteMs);
  await visiting(trx, PLATFORM_ORGANIZATION_ID, back, async () => {
    for (const wanted of mails) {
      const unconfirmed = wanted.kind === 'address-in-use' && !wanted.person.emailVerified;
      const mail = unconfirmed ? await confirmationTo(auth, wanted.person) : wanted;
      const scope = { trx, organization: platformOrganization, now };
      await sendMessage(scope, {
        to: mail.person.email,
        template: `identity.${mail.kind}`,
        ...contentOf(auth, mail, now),
        occasion: `${mail.kind}:${mail.person.id}:${minute}`,
      });
    }
  });
};

export const sendConfirmation = async (auth: Auth, call: OfCall, person: MailedPerson): Promise<void> =>
  sendAccountMail(auth, call, [await confirmationTo(auth, person)]);
