import { formatInstant } from '../../kernel/index.ts';
import type { Role } from '../../platform/operations/index.ts';

interface Mail {
  readonly subject: string;
  readonly body: string;
}

const mail = (subject: string, ...paragraphs: readonly string[]): Mail => ({ subject, body: paragraphs.join('\n\n') });

const link = (publicUrl: string, path: string, token: string): string =>
  `${publicUrl}${path}?token=${encodeURIComponent(token)}`;

const unasked = 'If you did not ask for this, do nothing: without the link nothing happens.';

interface Recipient {
  readonly publicUrl: string;
  readonly name: string;
}

interface WithLink extends Recipient {
  readonly token: string;
  readonly until: Date;
}

export const confirmationMail = ({ publicUrl, name, token, until }: WithLink): Mail =>
  mail(
    'Confirm your e-mail address',
    `Hello ${name},`,
    `an account was opened with this address at ${publicUrl}. Confirm that the address is yours:`,
    link(publicUrl, '/confirm-email', token),
    `The link works until ${formatInstant(until)}.`,
    unasked,
  );

export const resetMail = ({ publicUrl, name, token, until }: WithLink): Mail =>
  mail(
    'Set a new password',
    `Hello ${name},`,
    `somebody, probably you, asked to set a new password for your account at ${publicUrl}. Set it here:`,
    link(publicUrl, '/reset-password', token),
    `The link works once, until ${formatInstant(until)}. A new password ends all your sessions.`,
    unasked,
  );

export const addressInUseMail = ({ publicUrl, name }: Recipient): Mail =>
  mail(
    'You already have an account',
    `Hello ${name},`,
    `somebody, probably you, tried to open an account with this address at ${publicUrl}. You already have one: sign in at`,
    `${publicUrl}/sign-in`,
    `If you do not know your password any more, set a new one at\n\n${publicUrl}/forgot-password`,
    'If it was not you, do nothing: your account was not touched.',
  );

interface Invited {
  readonly publicUrl: string;
  readonly organizationName: string;
  readonly demonstration: boolean;
  readonly inviter: string;
  readonly roles: readonly Role[];
  readonly token: string;
  readonly until: Date;
}

const listed = (roles: readonly Role[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(roles.map((role) => role.replace('-', ' ')));

export const invitationMail = (invited: Invited): Mail => {
  const { publicUrl, organizationName, demonstration, inviter, roles, token, until } = invited;
  return mail(
    `${demonstration ? 'Demonstration: ' : ''}Invitation to ${organizationName}`,
    'Hello,',
    `${inviter} invites you to work for ${organizationName} as ${listed(roles)}. Accept here, signed in to an account with this address:`,
    `${publicUrl}/join/${encodeURIComponent(token)}`,
    `The invitation is for you alone and can be accepted until ${formatInstant(until)}.`,
    'If you do not know what this is about, do nothing.',
  );
};
