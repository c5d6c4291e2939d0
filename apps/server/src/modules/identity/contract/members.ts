import { z } from 'zod';
import { inOrganization, noTenant, operation } from '../../../platform/operations/operation.ts';
import { roles } from '../../../platform/operations/parties.ts';
import { done, email, empty, id, instant, slug } from '../../../platform/operations/schemas.ts';
import { organizationKind } from './account.ts';

const roleSet = z.array(z.enum(roles)).min(1, 'Choose at least one role.').max(roles.length);
const token = z.string().min(20).max(100);

const organization = z.object({
  slug: z.string(),
  name: z.string(),
  kind: organizationKind,
  now: instant.describe('The time in this organization; moved in rehearsals.'),
});

export const membersContract = {
  getOrganization: operation({
    method: 'GET',
    path: '/organizations/{organization}',
    tag: 'Organizations',
    summary: 'An organization by its slug',
    policy: { allow: ['anyone'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(organization),
  listOrganizations: operation({
    method: 'GET',
    path: '/organizations',
    tag: 'Organizations',
    summary: 'All organizations of the installation',
    policy: { allow: ['operator'], tenancy: noTenant },
  })
    .input(empty)
    .output(z.object({ organizations: z.array(organization) })),
  listMembers: operation({
    method: 'GET',
    path: '/organizations/{organization}/members',
    tag: 'Organizations',
    summary: 'Staff and their roles, and open invitations',
    policy: { allow: ['administrator', 'program-manager', 'auditor'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug }))
    .output(
      z.object({
        members: z.array(
          z.object({
            personId: z.string(),
            name: z.string(),
            email: z.string(),
            roles: z.array(z.enum(roles)),
            since: instant,
          }),
        ),
        invitations: z.array(
          z.object({ id: z.string(), email: z.string(), roles: z.array(z.enum(roles)), expiresAt: instant }),
        ),
      }),
    ),
  inviteMember: operation({
    method: 'POST',
    path: '/organizations/{organization}/invitations',
    tag: 'Organizations',
    summary: 'Invite someone by mail',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['identity.already-member'],
  })
    .input(z.strictObject({ organization: slug, email, roles: roleSet }))
    .output(z.object({ id: z.string(), expiresAt: instant })),
  withdrawInvitation: operation({
    method: 'DELETE',
    path: '/organizations/{organization}/invitations/{invitationId}',
    tag: 'Organizations',
    summary: 'Take an invitation back',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['identity.no-such-invitation'],
  })
    .input(z.strictObject({ organization: slug, invitationId: id }))
    .output(done),
  setMemberRoles: operation({
    method: 'PUT',
    path: '/organizations/{organization}/members/{personId}/roles',
    tag: 'Organizations',
    summary: 'Change the roles of a member',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['identity.no-such-member', 'identity.last-administrator'],
  })
    .input(z.strictObject({ organization: slug, personId: id, roles: roleSet }))
    .output(done),
  removeMember: operation({
    method: 'DELETE',
    path: '/organizations/{organization}/members/{personId}',
    tag: 'Organizations',
    summary: 'End a membership',
    policy: { allow: ['administrator'], tenancy: inOrganization },
    problems: ['identity.no-such-member', 'identity.last-administrator'],
  })
    .input(z.strictObject({ organization: slug, personId: id }))
    .output(done),
  findInvitation: operation({
    method: 'GET',
    path: '/invitations/{token}',
    tag: 'Organizations',
    summary: 'What an invitation link offers',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['identity.link-invalid'],
  })
    .input(z.strictObject({ token }))
    .output(
      z.object({ organizationName: z.string(), email: z.string(), roles: z.array(z.enum(roles)), expiresAt: instant }),
    ),
  acceptInvitation: operation({
    method: 'POST',
    path: '/invitations/{token}/accept',
    tag: 'Organizations',
    summary: 'Accept an invitation as the signed-in person',
    policy: { allow: ['signed-in'], tenancy: noTenant },
    problems: ['identity.link-invalid', 'identity.invitation-for-another'],
  })
    .input(z.strictObject({ token }))
    .output(z.object({ organization: z.string() })),
};
