import { createHash } from 'node:crypto';
import { dayMs, newToken } from '../../../kernel/index.ts';

export const invitationDays = 14;

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + invitationDays * dayMs);

const asBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const asUuid = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** The organization stands in the token, because its invitations cannot be read from outside it. */
export const newInvitationToken = (organizationId: string): string =>
  `${asBytes(organizationId).toString('base64url')}.${newToken()}`;

/** Only this is stored: a copy of the table opens no invitation. */
export const invitationTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** @returns undefined for what no invitation link ever held. */
export const organizationOfToken = (token: string): string | undefined => {
  const match = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(token);
  return match?.[1] === undefined ? undefined : asUuid(Buffer.from(match[1], 'base64url'));
};

export interface InvitationState {
  readonly email: string;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  readonly withdrawn_at: Date | null;
}

export const isOpen = (invitation: InvitationState, now: Date): boolean =>
  invitation.accepted_at === null && invitation.withdrawn_at === null && invitation.expires_at > now;

/** An invitation is for the person who proved to have the address that it was mailed to. */
export const isFor = (
  invitation: Pick<InvitationState, 'email'>,
  person: { readonly email: string; readonly emailVerified: boolean },
): boolean => person.emailVerified && invitation.email.toLowerCase() === person.email.toLowerCase();
