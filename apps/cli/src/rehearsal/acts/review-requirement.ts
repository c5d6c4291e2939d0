import { say } from '@testamur/program';
import { counted } from '../../shell/render.ts';
import { expectQueued } from '../queue.ts';
import { expectThat, present } from '../unmet.ts';
import { firstTime, reason, staffWith } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** The first requirement is sent back once; then everything is accepted. */
export const reviewRequirement: Act = async (world, action) => {
  const { candidacyId, journal } = world;
  const requirement = subjectOf(action);
  const reviewer = staffWith(world, 'reviewer');
  const sendBack = firstTime(world, 'sent-back');
  const verdict = sendBack ? 'more-needed' : 'accepted';
  await journal.step('reviewer', `${say(action.title)}: ${sendBack ? 'ask for more' : 'accept'}`, async (note) => {
    await expectQueued(world, reviewer, 'review', requirement);
    const { claims, files } = await reviewer.api.candidacies.getCandidacy({ candidacyId });
    const { claim, declaredAt } = present(claims[requirement], `a submitted claim for "${requirement}"`);
    const named = claim.kind === 'attestation' ? [] : claim.entries.flatMap(({ fileIds }) => fileIds);
    for (const fileId of new Set(named)) {
      const file = await reviewer.api.candidacies.downloadFile({ fileId });
      expectThat(file.size > 0 && files.some(({ id }) => id === fileId), 'the evidence to be readable', fileId);
    }
    note(`${counted(new Set(named).size, 'file')} read.`);
    const { standing } = await reviewer.api.candidacies.judgeRequirement({
      candidacyId,
      requirement,
      claimDeclaredAt: declaredAt,
      verdict,
      reason: sendBack ? 'Please add one more piece of evidence: a page is not legible.' : reason,
    });
    const line = standing.steps.flatMap(({ lines }) => lines).find(({ id }) => id === requirement);
    const expected = sendBack ? 'in-progress' : 'met';
    expectThat(line?.state === expected, `the requirement to be ${expected}`, line?.state);
  });
  return true;
};
