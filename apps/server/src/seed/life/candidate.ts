import type { NextAction, NextActionKind, Program, Standing } from '@testamur/program';
import { assess } from './assess.ts';
import { claimFor } from './claims.ts';
import { evidencePdf } from './evidence.ts';
import type { Api, World } from './world.ts';

/** A candidate under way. */
export interface Candidate {
  readonly world: World;
  readonly mailbox: string;
  readonly name: string;
  readonly program: Program;
  readonly candidacyId: string;
  readonly api: Api;
}

/** Does what an action asks for. False: nothing can be done until a job has run. */
export type Act = (candidate: Candidate, action: NextAction, standing: Standing) => Promise<boolean>;

const reason = 'Checked against the evidence for this demonstration.';

const complete: Act = async ({ api, name, program, candidacyId, world }, { subject }) => {
  const requirement = program.requirements.find(({ id }) => id === subject);
  if (!requirement) return false;
  const lines = [requirement.title, `Evidence of ${name} for a demonstration.`];
  const { id: fileId } = await api.candidacies.uploadFile({
    candidacyId,
    file: evidencePdf(`${requirement.title}.pdf`, lines),
  });
  const now = world.context.platform.clock(world.organization).toISOString();
  const claim = claimFor(program, requirement, { name, now, fileId });
  await api.candidacies.saveSection({
    candidacyId,
    requirement: requirement.id,
    claim,
  });
  return true;
};

const submit: Act = async ({ api, candidacyId }) => {
  await api.candidacies.submitApplication({ candidacyId, listed: true });
  return true;
};

const review: Act = async ({ world, candidacyId }, { subject = '' }) => {
  const reviewer = await world.as('reviewer');
  const { claims } = await reviewer.candidacies.getCandidacy({ candidacyId });
  const claimDeclaredAt = claims[subject]?.declaredAt;
  if (claimDeclaredAt === undefined) return false;
  const verdict = { candidacyId, requirement: subject, claimDeclaredAt, verdict: 'accepted' as const, reason };
  await reviewer.candidacies.judgeRequirement(verdict);
  return true;
};

const pay: Act = async ({ api }, { subject }, { owed }) => {
  const invoiceId = owed.find(({ fee }) => fee === subject)?.invoiceId;
  if (invoiceId === undefined) return false;
  // Paid already, and settled once a job has run.
  if ((await api.billing.getInvoice({ invoiceId })).state !== 'open') return false;
  const { intentId } = await api.billing.beginPayment({ invoiceId });
  await api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
  return false;
};

const decide: Act = async ({ world, candidacyId }) => {
  const decider = await world.as('decider');
  await decider.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
  return false;
};

const acts: Readonly<Partial<Record<NextActionKind, Act>>> = {
  'complete-requirement': complete,
  'submit-application': submit,
  'review-requirement': review,
  'pay-fee': pay,
  'record-decision': decide,
  ...assess,
};

/**
 * Goes on until the target is reached, or nothing more can be done before jobs have run.
 *
 * @returns whether the target is reached.
 */
export const goOn = async (candidate: Candidate, isReached: (standing: Standing) => boolean): Promise<boolean> => {
  for (;;) {
    const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId: candidate.candidacyId });
    if (isReached(standing)) return true;
    let moved = false;
    for (const action of standing.next) {
      const act = acts[action.kind];
      if (act && (await act(candidate, action, standing))) {
        moved = true;
        break;
      }
    }
    if (!moved) return false;
  }
};
