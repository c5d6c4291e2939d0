import type { AnyProcedure } from '@orpc/server';
import { bind, type Call, type Plumbing, scopeOf } from '../../platform/http/index.ts';
import { requestEmailVerification, requestPasswordReset, signUp, verifyEmail } from './accounts.ts';
import { around, atLeast, atMost } from './auth/around.ts';
import { identityContract } from './contract.ts';
import type { Identity } from './identity.ts';
import { acceptInvitation, findInvitation, inviteMember, withdrawInvitation } from './invitations.ts';
import { removeMember, setMemberRoles } from './members.ts';
import { changePassword, resetPassword } from './passwords.ts';
import { findViewer, listMembers, listOrganizations, listSessions, shownOrganization } from './queries.ts';
import { beginTotp, confirmTotp, disableTotp } from './second-factor.ts';
import { confirmSecondFactor, deletePasskey, endSession, signIn, signOut } from './sessions.ts';

const done = { ok: true } as const;

/** These hash passwords; they wait their turn outside any transaction. */
const hashing = ['signUp', 'signIn', 'resetPassword', 'changePassword', 'beginTotp', 'disableTotp'] as const;
const hashingAtOnce = 3;

/** These must not tell by their time whether an address has an account. */
const even = ['signUp', 'requestEmailVerification', 'requestPasswordReset'] as const;
const evenMs = 400;

export const identityProcedures = (plumbing: Plumbing, { auth, clock }: Identity) => {
  const procedures: Record<string, AnyProcedure> = bind(plumbing, 'identity', identityContract, {
    signUp: (input, call) => signUp(auth, input, call),
    verifyEmail: (input, call) => verifyEmail(auth, input, call),
    requestEmailVerification: (input, call) => requestEmailVerification(auth, input, call),
    requestPasswordReset: (input, call) => requestPasswordReset(auth, input, call),
    resetPassword: (input, call) => resetPassword(auth, input, call),
    changePassword: (input, call) => changePassword(auth, input, call),
    viewer: (_input, call) => findViewer(call),

    signIn: (input, call) => signIn(auth, input, call),
    confirmSecondFactor: (input, call) => confirmSecondFactor(auth, input, call),
    signOut: (_input, call) => signOut(auth, call),
    listSessions: (_input, call) => listSessions(call),
    endSession: (input, call) => endSession(auth, input, call),
    beginTotp: (input, call) => beginTotp(auth, input, call),
    confirmTotp: (input, call) => confirmTotp(auth, input, call),
    disableTotp: (input, call) => disableTotp(auth, input, call),
    deletePasskey: (input, call) => deletePasskey(input, call),

    getOrganization: async (_input, call) => shownOrganization(scopeOf(call).organization, call.now),
    listOrganizations: (_input, call) => listOrganizations(call.trx, clock),
    listMembers: (_input, call) => listMembers(scopeOf(call)),
    inviteMember: ({ email, roles }, call) => inviteMember(auth.publicUrl, scopeOf(call), { email, roles }, call),
    withdrawInvitation: async ({ invitationId }, call) => {
      await withdrawInvitation(scopeOf(call), invitationId);
      return noted(call, { invitationId });
    },
    setMemberRoles: async ({ personId, roles }, call) => {
      await setMemberRoles(scopeOf(call), personId, roles);
      return noted(call, { personId, roles });
    },
    removeMember: async ({ personId }, call) => {
      await removeMember(scopeOf(call), personId);
      return noted(call, { personId });
    },
    findInvitation: ({ token }, call) => findInvitation(clock, token, call),
    acceptInvitation: ({ token }, call) => acceptInvitation(clock, token, call),
  });

  const gate = atMost(hashingAtOnce);
  for (const name of hashing) wrap(procedures, name, gate);
  for (const name of even) wrap(procedures, name, atLeast(evenMs));
  return procedures;
};

const noted = (call: Call, detail: Readonly<Record<string, unknown>>) => {
  call.note(detail);
  return done;
};

const wrap = (
  procedures: Record<string, AnyProcedure>,
  name: keyof typeof identityContract,
  wrapper: (work: () => Promise<unknown>) => Promise<unknown>,
): void => {
  const procedure = procedures[name];
  if (!procedure) throw new Error(`There is no operation identity.${name}.`);
  procedures[name] = around(procedure, wrapper);
};
