import { newId, Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { type Call, findTenant, type Scope, type TenantClock, viewerOf } from '../../platform/http/index.ts';
import { roles as allRoles, type Role } from '../../platform/operations/index.ts';
import {
  PLATFORM_ORGANIZATION_ID,
  platformOrganization,
  recordAudit,
  visiting,
  type Whereabouts,
} from '../audit/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { linkInvalid } from './auth/errors.ts';
import { invitationMail } from './mails.ts';
import { addMember } from './members.ts';
import {
  invitationExpiry,
  invitationTokenHash,
  isFor,
  isOpen,
  newInvitationToken,
  organizationOfToken,
} from './rules/invitation.ts';

export const asRoles = (stored: readonly string[]): Role[] => allRoles.filter((role) => stored.includes(role));

const refuseMember = async ({ trx, organization }: Scope, email: string): Promise<void> => {
  const member = await trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('membership.organization_id', '=', organization.id)
    .where('person.email', '=', email)
    .executeTakeFirst();
  if (!member) return;
  throw new Problem('conflict', 'identity.already-member', `${email} is a member already: change the roles instead.`);
};

interface Invitation {
  readonly email: string;
  readonly roles: readonly Role[];
}

/** A new invitation takes the place of an open one to the same address. The link is in the mail and nowhere else. */
export const inviteMember = async (publicUrl: string, scope: Scope, { email, roles }: Invitation, call: Call) => {
  const { trx, organization, now } = scope;
  const inviter = viewerOf(call);
  await refuseMember(scope, email);
  await trx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('organization_id', '=', organization.id)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  const id = newId();
  const token = newInvitationToken(organization.id);
  const until = invitationExpiry(now);
  const sorted = asRoles(roles);
  await trx
    .insertInto('invitation')
    .values({
      organization_id: organization.id,
      id,
      email,
      roles: sorted,
      token_hash: invitationTokenHash(token),
      invited_by: inviter.personId,
      created_at: now,
      expires_at: until,
    })
    .execute();
  const demonstration = organization.kind === 'demonstration' || organization.kind === 'rehearsal';
  const mail = { publicUrl, organizationName: organization.name, demonstration, inviter: inviter.name };
  const back = { organizationId: organization.id, personId: inviter.personId };
  await visiting(trx, PLATFORM_ORGANIZATION_ID, back, () =>
    sendMessage(
      { trx, organization: platformOrganization, now },
      {
        to: email,
        template: 'identity.invitation',
        ...invitationMail({ ...mail, roles: sorted, token, until }),
        occasion: `invitation:${id}`,
      },
    ),
  );
  call.note({ invitationId: id, roles: sorted });
  call.notePersonal({ email });
  return { id, expiresAt: until.toISOString() };
};

export const withdrawInvitation = async ({ trx, organization, now }: Scope, invitationId: string): Promise<void> => {
  const withdrawn = await trx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (withdrawn.numUpdatedRows > 0n) return;
  throw new Problem('not-found', 'identity.no-such-invitation', 'There is no such open invitation; reload the list.');
};

/** Runs `work` in the organization that a link names, at its time. */
const atLink = async <T>(
  trx: Trx,
  clock: TenantClock,
  token: string,
  back: Whereabouts,
  work: (scope: Scope) => Promise<T>,
): Promise<T> => {
  const organizationId = organizationOfToken(token);
  const organization = organizationId === undefined ? undefined : await findTenant(trx, { id: organizationId });
  if (!organization) throw linkInvalid();
  return visiting(trx, organization.id, back, () => work({ trx, organization, now: clock(organization) }));
};

const getOpen = async ({ trx, organization, now }: Scope, token: string) => {
  const invitation = await trx
    .selectFrom('invitation')
    .select(['id', 'email', 'roles', 'expires_at', 'accepted_at', 'withdrawn_at'])
    .where('organization_id', '=', organization.id)
    .where('token_hash', '=', invitationTokenHash(token))
    .forUpdate()
    .executeTakeFirst();
  if (!invitation || !isOpen(invitation, now)) throw linkInvalid();
  return invitation;
};

const whereabouts = (call: Call): Whereabouts => ({ organizationId: undefined, personId: call.viewer?.personId });

export const findInvitation = (clock: TenantClock, token: string, call: Call) =>
  atLink(call.trx, clock, token, whereabouts(call), async (scope) => {
    const { email, roles, expires_at } = await getOpen(scope, token);
    const organizationName = scope.organization.name;
    return { organizationName, email, roles: asRoles(roles), expiresAt: expires_at.toISOString() };
  });

/** The lock on the invitation lets one acceptance through; it is entered in the chain of the organization, too. */
export const acceptInvitation = (clock: TenantClock, token: string, call: Call) =>
  atLink(call.trx, clock, token, whereabouts(call), async (scope) => {
    const person = viewerOf(call);
    const invitation = await getOpen(scope, token);
    if (!isFor(invitation, person)) {
      throw new Problem(
        'forbidden',
        'identity.invitation-for-another',
        'This invitation was mailed to another address. Sign in to the account with that address, or ask for an invitation to yours.',
      );
    }
    const roles = asRoles(invitation.roles);
    await scope.trx
      .updateTable('invitation')
      .set({ accepted_at: scope.now })
      .where('organization_id', '=', scope.organization.id)
      .where('id', '=', invitation.id)
      .execute();
    await addMember(scope, person.personId, roles);
    await recordAudit(scope, {
      actorId: person.personId,
      action: 'identity.acceptInvitation',
      subject: `invitation:${invitation.id}`,
      detail: { roles },
    });
    call.note({ organizationId: scope.organization.id, invitationId: invitation.id });
    return { organization: scope.organization.slug };
  });
