import { z } from 'zod';
import { noTenant, operation } from '../../../platform/operations/operation.ts';
import { roles } from '../../../platform/operations/parties.ts';
import { done, email, empty, line } from '../../../platform/operations/schemas.ts';

const password = z.string().min(8).max(128);
const anyone = { allow: ['anyone'], tenancy: noTenant } as const;
const self = { allow: ['signed-in'], tenancy: noTenant } as const;

export const organizationKind = z.enum(['platform', 'live', 'demonstration', 'rehearsal']);

export const accountContract = {
  signUp: operation({
    method: 'POST',
    secret: true,
    path: '/sign-up',
    tag: 'Account',
    summary: 'Open an account',
    description:
      'A confirmation link is mailed. An address that already has an account gets a mail that says so; the answer is the same.',
    policy: anyone,
    problems: ['identity.password-too-short', 'identity.password-guessable'],
  })
    .input(z.strictObject({ name: line, email, password }))
    .output(done),
  verifyEmail: operation({
    method: 'POST',
    path: '/verify-email',
    tag: 'Account',
    summary: 'Confirm an address with the token from the mail',
    policy: anyone,
    problems: ['identity.link-invalid'],
  })
    .input(z.strictObject({ token: z.string().min(1).max(2000) }))
    .output(done),
  requestEmailVerification: operation({
    method: 'POST',
    path: '/verify-email/request',
    tag: 'Account',
    summary: 'Send the confirmation link again',
    policy: anyone,
  })
    .input(z.strictObject({ email }))
    .output(done),
  requestPasswordReset: operation({
    method: 'POST',
    path: '/password-reset/request',
    tag: 'Account',
    summary: 'Send a link to set a new password',
    policy: anyone,
  })
    .input(z.strictObject({ email }))
    .output(done),
  resetPassword: operation({
    method: 'POST',
    secret: true,
    path: '/password-reset',
    tag: 'Account',
    summary: 'Set a new password with the token from the mail; ends all sessions',
    policy: anyone,
    problems: ['identity.link-invalid', 'identity.password-too-short', 'identity.password-guessable'],
  })
    .input(z.strictObject({ token: z.string().min(1).max(2000), password }))
    .output(done),
  changePassword: operation({
    method: 'POST',
    secret: true,
    path: '/me/password',
    tag: 'Account',
    summary: 'Change my password; ends my other sessions',
    description: 'At least 15 characters, or at least 8 with a second factor switched on.',
    policy: self,
    problems: [
      'identity.password-wrong',
      'identity.password-too-short',
      'identity.password-guessable',
      'identity.too-many-tries',
    ],
  })
    .input(z.strictObject({ currentPassword: z.string().min(1).max(128), newPassword: password }))
    .output(done),
  viewer: operation({
    method: 'GET',
    path: '/me',
    tag: 'Account',
    summary: 'Who am I, and what for',
    policy: self,
  })
    .input(empty)
    .output(
      z.object({
        personId: z.string(),
        name: z.string(),
        email: z.string(),
        emailVerified: z.boolean(),
        operator: z.boolean(),
        secondFactor: z.boolean(),
        passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime() })),
        memberships: z.array(
          z.object({
            organizationId: z.string(),
            slug: z.string(),
            name: z.string(),
            kind: organizationKind,
            roles: z.array(z.enum(roles)),
          }),
        ),
      }),
    ),
};
