import { dayMs, newId, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { getPerson } from '../../identity/index.ts';
import { mayLeave, sendMessage } from '../../notifications/index.ts';
import { verifyUrl } from '../rules/letters.ts';
import { isInForce } from '../rules/state.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';
import { notInForce } from '../suspend.ts';
import { createShareLink } from './links.ts';

/** Letters of one credential within a day. */
const mostADay = 3;

export interface Sending {
  readonly credentialId: string;
  /** Of somebody else; without it, to the holder. */
  readonly to?: string | undefined;
  /** In the holder's words, for somebody else. */
  readonly message?: string | undefined;
}

const letterToSelf = ({ credential, candidacy }: LoadedCredential, organizationName: string, publicUrl: string) => ({
  subject: `${candidacy.program.abbreviation}: Your certificate ${credential.number}`,
  body: [
    `Dear ${credential.holderName},`,
    '',
    `you asked for this letter about your certification as ${candidacy.standing.credentialTitle}.`,
    '',
    'Anyone can check it here:',
    verifyUrl(publicUrl, credential.number),
    '',
    'Certificate, badge and all other files, after signing in:',
    `${publicUrl}/me/credentials/${credential.id}`,
    '',
    organizationName,
  ].join('\n'),
});

/** Set apart line by line, so that nobody takes what a holder writes for the words of the certifying body. */
const quoted = (message: string): readonly string[] => message.split(/\r?\n/).map((line) => `> ${line}`.trimEnd());

const letterToOther = (
  { credential, candidacy }: LoadedCredential,
  organizationName: string,
  { url, message }: { readonly url: string; readonly message: string | undefined },
) => ({
  subject: `${credential.holderName} shows you a certification`,
  body: [
    `${credential.holderName} is certified by ${organizationName} as ${candidacy.standing.credentialTitle}, and asked us to send you a link to it.`,
    '',
    'What it says, whether it is genuine and whether it is in force today:',
    url,
    '',
    ...(message === undefined
      ? []
      : [`${credential.holderName} writes (not checked by us):`, '', ...quoted(message), '']),
    'The link works for 30 days, unless its holder ends it before. You need no account.',
    'This letter was sent once, at the request of the holder. Nothing else will be sent to you, and answers to it are not read.',
    '',
    organizationName,
  ].join('\n'),
});

const requireRoom = async ({ trx, organization, now }: Scope, credentialId: string): Promise<void> => {
  const since = new Date(now.getTime() - dayMs);
  const sent = await trx
    .selectFrom('credential_sending')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow();
  if (Number(sent.count) < mostADay) return;
  const message = `${mostADay} letters about this credential were sent within a day. Send the next one tomorrow, or pass a link on yourself.`;
  throw new Problem('rule-broken', 'credentialing.too-many-letters', message);
};

/** Anyone can sign in to a demonstration: what they write reaches no stranger. */
const requireNoStranger = ({ organization: { kind } }: Scope, to: string): void => {
  if (kind !== 'demonstration' || !mayLeave(kind, to)) return;
  const message =
    'This is a demonstration: a letter to somebody else goes only to an address that nobody has, such as hr@company.example.';
  throw new Problem('rule-broken', 'credentialing.demonstration-letter', message);
};

/**
 * Sends a letter about a credential: to its holder, or to one other address, which gets a link that ends and never the
 * number. The candidacy is locked, so that letters at once are counted one after the other.
 */
export const sendCredential = async (
  scope: Scope,
  publicUrl: string,
  { credentialId, to, message }: Sending,
): Promise<void> => {
  const { trx, organization, now } = scope;
  const loaded = await loadCredential(scope, credentialId, { lock: true });
  await requireRoom(scope, credentialId);
  const person = await getPerson(trx, loaded.credential.personId);
  const isSelf = to === undefined || to === person.email.toLowerCase();
  if (!isSelf && !isInForce(loaded.state.status)) {
    throw notInForce(`${loaded.credential.number} is not in force, so there is nothing to send to others.`);
  }
  if (!isSelf) requireNoStranger(scope, to);
  const link = isSelf
    ? undefined
    : await createShareLink(scope, publicUrl, {
        credentialId,
        label: to.slice(0, 80),
        days: 30,
        showsNumber: false,
        showsHistory: false,
      });
  const id = newId();
  await trx
    .insertInto('credential_sending')
    .values({
      organization_id: organization.id,
      id,
      credential_id: credentialId,
      to_address: isSelf ? person.email.toLowerCase() : to,
      sent_at: now,
      link_id: link?.linkId ?? null,
    })
    .execute();
  const letter = link
    ? letterToOther(loaded, organization.name, { url: link.url, message })
    : letterToSelf(loaded, organization.name, publicUrl);
  await sendMessage(scope, {
    ...(isSelf ? { personId: loaded.credential.personId } : {}),
    to: isSelf ? person.email : to,
    template: isSelf ? 'credentialing.sent-to-holder' : 'credentialing.sent-to-other',
    ...letter,
    occasion: `credential-sending:${id}`,
  });
};
