import type { NextActionKind } from '@testamur/program';
import type { Act, Candidate } from './candidate.ts';
import { claimFor } from './claims.ts';
import { evidencePdf } from './evidence.ts';
import { askFor, giveStatement } from './statements.ts';

const reason = 'Checked against the evidence for this demonstration.';

const chooseRegion: Act = async ({ api, candidacyId, program, plan }) => {
  const region = plan.region ?? program.regions?.[0]?.id;
  if (region === undefined) return false;
  await api.candidacies.declareRegion({ candidacyId, region });
  return true;
};

/** What has no claim of its own is met by others: by referees, who are asked. */
const complete: Act = async (candidate, action) => {
  const { api, name, program, candidacyId, world } = candidate;
  const requirement = program.requirements.find(({ id }) => id === action.subject);
  if (!requirement) return false;
  const lines = [requirement.title, `Evidence of ${name} for a demonstration.`];
  const now = world.context.platform.clock(world.organization).toISOString();
  const file = evidencePdf(`${requirement.title}.pdf`, lines);
  const { id: fileId } = await api.candidacies.uploadFile({ candidacyId, file });
  const claim = claimFor(program, requirement, { name, now, fileId });
  if (claim === undefined) return askFor(candidate, requirement.id);
  await api.candidacies.saveSection({ candidacyId, requirement: requirement.id, claim });
  return true;
};

const request: Act = async (candidate, { subject = '' }) => askFor(candidate, subject);

const submit: Act = async ({ api, candidacyId }) => {
  await api.candidacies.submitApplication({ candidacyId, listed: true });
  return true;
};

const review: Act = async ({ world, candidacyId }, { subject = '' }) => {
  const reviewer = await world.as('reviewer');
  const { claims, statements } = await reviewer.candidacies.getCandidacy({ candidacyId });
  // Referees state no claim: what is judged is the latest of what they gave.
  const given = statements.filter(({ requirement }) => requirement === subject).flatMap(({ givenAt }) => givenAt ?? []);
  const claimDeclaredAt = claims[subject]?.declaredAt ?? given.sort().at(-1);
  if (claimDeclaredAt === undefined) return false;
  const verdict = { candidacyId, requirement: subject, claimDeclaredAt, verdict: 'accepted' as const, reason };
  await reviewer.candidacies.judgeRequirement(verdict);
  return true;
};

const reviewMembership: Act = async ({ world, candidacyId }) => {
  const finance = await world.as('finance');
  await finance.candidacies.judgeMembership({ candidacyId, verified: true, reason });
  return true;
};

const decideAccommodation: Act = async ({ world, candidacyId }) => {
  const manager = await world.as('program-manager');
  await manager.candidacies.decideAccommodation({ candidacyId, granted: true, timeMultiplier: 1.5, reason });
  return true;
};

/** What the candidate asks for beside the requirements, while the application is a draft. */
export const askBeside = async ({ api, candidacyId, program, plan }: Candidate): Promise<void> => {
  const { asks = [] } = plan;
  if (asks.includes('membership')) {
    const payerClass = program.payerClasses.find(({ proof }) => proof === 'membership');
    if (payerClass) {
      await api.candidacies.claimMembership({ candidacyId, payerClass: payerClass.id, memberNumber: 'M-10042' });
    }
  }
  if (asks.includes('accommodation')) {
    const request = 'I read slowly because of dyslexia and ask for half as much time again.';
    await api.candidacies.requestAccommodation({ candidacyId, request });
  }
};

/** What happens up to the acceptance of the application. */
export const apply: Readonly<Partial<Record<NextActionKind, Act>>> = {
  'choose-region': chooseRegion,
  'complete-requirement': complete,
  'request-statement': request,
  'give-statement': giveStatement,
  'submit-application': submit,
  'review-requirement': review,
  'review-membership': reviewMembership,
  'decide-accommodation': decideAccommodation,
};
