import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectThat, present } from '../unmet.ts';
import { staffWith } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** Compares what was scored with what was answered, and releases it. Nothing to do while it is not scored yet. */
export const releaseResult: Act = async (world, action) => {
  if (action.actor === 'system') return false;
  const { organization, candidacyId, journal, expectedScores } = world;
  const assessmentId = subjectOf(action);
  const psychometrician = staffWith(world, 'psychometrician');
  const { scoring } = psychometrician.api;
  const { results } = await scoring.listResults({ organization, waiting: 'true' });
  const result = results.find((one) => one.candidacyId === candidacyId && one.assessmentId === assessmentId);
  if (!result) return false;
  await journal.step('psychometrician', say(action.title), async (note) => {
    await expectQueued(world, psychometrician, 'results', assessmentId);
    const { score, maxScore, passMark, passed, resultId } = result;
    const expected = present(expectedScores.get(assessmentId), 'an attempt that was answered or rated');
    expectThat(score === expected.score, `${expected.score} of ${maxScore} points`, score);
    const outcome = expected.passed ? 'pass' : 'fail';
    expectThat(passed === expected.passed, `a ${outcome} by the mark of ${passMark}`, `${score}, passed: ${passed}`);
    const first = await scoring.releaseResults({ organization, resultIds: [resultId] });
    expectThat(first.released === 1, 'one result to be released', first);
    const second = await scoring.releaseResults({ organization, resultIds: [resultId] });
    expectThat(second.released === 0 && second.alreadyReleased === 1, 'it to be released once', second);
    note(`${score} of ${maxScore}, pass mark ${passMark}: ${passed ? 'passed' : 'not passed'}.`);
  });
  return true;
};
