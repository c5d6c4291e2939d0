import { isSession, say } from '@testamur/program';
import { expectRefusal, expectThat } from '../unmet.ts';
import { firstTime, type World } from '../world.ts';
import type { Act } from './act.ts';

/** Where the program has a price for members, the candidate asks for it. */
const claimMembership = async (world: World): Promise<void> => {
  const { program, plan, candidate, candidacyId, journal } = world;
  const payerClass = program.payerClasses.find(({ id }) => id === plan.payerClass);
  if (!payerClass) return;
  await journal.step('candidate', `Ask for the price of: ${payerClass.label}`, async (note) => {
    const memberNumber = 'M-2048';
    await candidate.api.candidacies.claimMembership({ candidacyId, payerClass: payerClass.id, memberNumber });
    const { membership } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expectThat(membership?.state === 'waiting', 'the membership to wait for its verification', membership);
    note(`Member number ${memberNumber}.`);
  });
};

/** Where time matters, the candidate asks for more of it. */
const requestAccommodation = async (world: World): Promise<void> => {
  const { program, candidate, candidacyId, journal } = world;
  if (!program.assessments.some((assessment) => assessment.kind === 'exam' || isSession(assessment))) return;
  await journal.step('candidate', 'Ask for an accommodation', async () => {
    const request = 'I read slowly because of dyslexia and ask for half as much time again.';
    await candidate.api.candidacies.requestAccommodation({ candidacyId, request });
    const { accommodation } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expectThat(accommodation?.state === 'waiting', 'the request to wait for its decision', accommodation);
  });
};

/** Several fees for one price, where the program has such an offer. */
const chooseBundle = async (world: World): Promise<void> => {
  const { program, plan, candidate, candidacyId, journal } = world;
  const bundle = program.bundles?.find(({ id }) => id === plan.bundle);
  if (!bundle) return;
  await journal.step('candidate', `Choose: ${bundle.title}`, async (note) => {
    const unknown = candidate.api.candidacies.chooseBundle({ candidacyId, bundle: 'nothing' });
    note(`Another one is refused: ${await expectRefusal('candidacies.no-such-bundle', unknown)}`);
    await candidate.api.candidacies.chooseBundle({ candidacyId, bundle: bundle.id });
  });
};

export const submitApplication: Act = async (world, action) => {
  const { candidate, candidacyId, journal } = world;
  if (firstTime(world, 'wishes')) {
    await claimMembership(world);
    await requestAccommodation(world);
    await chooseBundle(world);
  }
  await journal.step('candidate', say(action.title), async (note) => {
    const { standing } = await candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    expectThat(standing.status !== 'draft', 'the application to be submitted', standing.status);
    expectThat(standing.listed, 'the consent to be listed', standing.listed);
    note(`${say(standing.statusReason)}`);
  });
  return true;
};
