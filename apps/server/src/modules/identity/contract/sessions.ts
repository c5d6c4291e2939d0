import { z } from 'zod';
import { noTenant, operation } from '../../../platform/operations/operation.ts';
import { done, email, empty, instant } from '../../../platform/operations/schemas.ts';

const anyone = { allow: ['anyone'], tenancy: noTenant } as const;
const self = { allow: ['signed-in'], tenancy: noTenant } as const;

const signedIn = z.object({
  state: z.enum(['signed-in', 'second-factor-needed']),
  token: z.string().optional().describe('For clients without cookies: send it as `Authorization: Bearer …`.'),
});

export const sessionsContract = {
  signIn: operation({
    method: 'POST',
    secret: true,
    path: '/sign-in',
    tag: 'Sessions',
    summary: 'Sign in with e-mail and password',
    policy: anyone,
    problems: ['identity.sign-in-failed', 'identity.email-not-verified', 'identity.too-many-tries'],
  })
    .input(z.strictObject({ email, password: z.string().min(1).max(128) }))
    .output(signedIn),
  confirmSecondFactor: operation({
    method: 'POST',
    secret: true,
    path: '/sign-in/second-factor',
    tag: 'Sessions',
    summary: 'Finish signing in with a code from the authenticator app, or a backup code',
    policy: anyone,
    problems: ['identity.code-wrong', 'identity.challenge-expired', 'identity.too-many-tries'],
  })
    .input(z.strictObject({ code: z.string().trim().min(6).max(20) }))
    .output(signedIn),
  signOut: operation({
    method: 'POST',
    path: '/sign-out',
    tag: 'Sessions',
    summary: 'End this session',
    policy: anyone,
  })
    .input(empty)
    .output(done),
  listSessions: operation({
    method: 'GET',
    path: '/me/sessions',
    tag: 'Sessions',
    summary: 'Where I am signed in',
    policy: self,
  })
    .input(empty)
    .output(
      z.object({
        sessions: z.array(
          z.object({
            id: z.string(),
            current: z.boolean(),
            device: z.string(),
            createdAt: instant,
            lastSeenAt: instant,
          }),
        ),
      }),
    ),
  endSession: operation({
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    tag: 'Sessions',
    summary: 'End one of my sessions',
    policy: self,
    problems: ['identity.no-such-session'],
  })
    .input(z.strictObject({ sessionId: z.string().min(1).max(100) }))
    .output(done),
  beginTotp: operation({
    method: 'POST',
    secret: true,
    path: '/me/second-factor',
    tag: 'Sessions',
    summary: 'Start to set up an authenticator app',
    policy: self,
    problems: ['identity.password-wrong', 'identity.second-factor-on', 'identity.too-many-tries'],
  })
    .input(z.strictObject({ password: z.string().min(1).max(128) }))
    .output(z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) })),
  confirmTotp: operation({
    method: 'POST',
    path: '/me/second-factor/confirm',
    tag: 'Sessions',
    summary: 'Switch the second factor on with a first code',
    policy: self,
    problems: ['identity.code-wrong'],
  })
    .input(
      z.strictObject({
        code: z
          .string()
          .trim()
          .regex(/^\d{6}$/, 'Enter the six digits that the app shows.'),
      }),
    )
    .output(done),
  disableTotp: operation({
    method: 'POST',
    secret: true,
    path: '/me/second-factor/disable',
    tag: 'Sessions',
    summary: 'Switch the second factor off',
    policy: self,
    problems: ['identity.password-wrong', 'identity.password-too-short', 'identity.too-many-tries'],
  })
    .input(z.strictObject({ password: z.string().min(1).max(128) }))
    .output(done),
  deletePasskey: operation({
    method: 'DELETE',
    path: '/me/passkeys/{passkeyId}',
    tag: 'Sessions',
    summary: 'Remove one of my passkeys',
    policy: self,
    problems: ['identity.no-such-passkey'],
  })
    .input(z.strictObject({ passkeyId: z.string().min(1).max(100) }))
    .output(done),
};
