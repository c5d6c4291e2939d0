import type { Program, Standing } from '@testamur/program';
import { vi } from 'vitest';
import { claimFor } from '../../apps/server/src/seed/life/claims.ts';
import { evidencePdf } from '../../apps/server/src/seed/life/evidence.ts';
import { apiAs, apiWith, type HttpApi } from './api.ts';
import { patienceMs } from './browser.ts';
import { accountMail, linkIn } from './mail.ts';
import { freshAddress } from './people.ts';

/** Somebody of a test's own, led by the API to where a page begins to matter. */
export interface Candidate {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly api: HttpApi;
  readonly candidacyId: string;
  readonly program: Program;
}

const organization = 'ala';
const password = 'a plain sentence for tests';

/** Has an account and has begun an application. */
export const begun = async (mailbox: string, name: string): Promise<Candidate> => {
  const email = freshAddress(mailbox);
  await apiWith().identity.signUp({ name, email, password });
  const link = new URL(linkIn(await accountMail(email, 'Confirm')), 'http://localhost');
  await apiWith().identity.verifyEmail({ token: link.searchParams.get('token') ?? '' });
  const api = await apiAs(email, password);
  const { candidacyId } = await api.candidacies.beginCandidacy({ organization, programId: 'calt' });
  const { program } = await api.programs.getProgram({ organization, programId: 'calt' });
  return { name, email, password, api, candidacyId, program };
};

/** Has stated and proven everything; nothing is submitted. */
export const complete = async (mailbox: string, name: string): Promise<Candidate> => {
  const candidate = await begun(mailbox, name);
  const { api, candidacyId, program } = candidate;
  for (const requirement of program.requirements) {
    const file = evidencePdf(`${requirement.id}.pdf`, [requirement.title]);
    const { id: fileId } = await api.candidacies.uploadFile({ candidacyId, file });
    const claim = claimFor(program, requirement, { name, now: new Date().toISOString(), fileId });
    if (claim === undefined) throw new Error(`Nothing can be stated for "${requirement.id}" by itself.`);
    await api.candidacies.saveSection({ candidacyId, requirement: requirement.id, claim });
  }
  return candidate;
};

/** Is accepted and has an invoice to pay. */
export const owing = async (mailbox: string, name: string): Promise<Candidate & { invoiceId: string }> => {
  const candidate = await complete(mailbox, name);
  const { api, candidacyId } = candidate;
  await api.candidacies.submitApplication({ candidacyId, listed: false });
  const reviewer = await apiAs('reviewer');
  const { standing, claims } = await reviewer.candidacies.getCandidacy({ candidacyId });
  for (const { kind, subject = '' } of standing.next) {
    const claimDeclaredAt = claims[subject]?.declaredAt;
    if (kind !== 'review-requirement' || claimDeclaredAt === undefined) continue;
    const verdict = {
      candidacyId,
      requirement: subject,
      claimDeclaredAt,
      verdict: 'accepted',
      reason: 'Proven.',
    } as const;
    await reviewer.candidacies.judgeRequirement(verdict);
  }
  const invoiceId = await standingOf(candidate, ({ owed }) => owed.find((one) => one.invoiceId)?.invoiceId);
  return { ...candidate, invoiceId };
};

/** Has paid, and may sit the exam and hand in the portfolio. */
export const authorized = async (mailbox: string, name: string): Promise<Candidate & { invoiceId: string }> => {
  const candidate = await owing(mailbox, name);
  const { invoiceId } = candidate;
  const { intentId } = await candidate.api.billing.beginPayment({ invoiceId });
  await candidate.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
  await standingOf(candidate, ({ next }) => next.find(({ kind }) => kind === 'take-exam'));
  return candidate;
};

/** Waits for what a job brings about in a standing. */
export const standingOf = <T>(
  { api, candidacyId }: Pick<Candidate, 'api' | 'candidacyId'>,
  find: (standing: Standing) => T | undefined,
): Promise<T> =>
  vi.waitFor(
    async () => {
      const { standing } = await api.candidacies.getCandidacy({ candidacyId });
      const found = find(standing);
      if (found === undefined) throw new Error(`The candidacy is ${standing.status} and waits still.`);
      return found;
    },
    { timeout: patienceMs, interval: 100 },
  );
