import { findAssessment, judgePortfolio, type Portfolio, say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { settle } from '../settle.ts';
import { expectThat, present } from '../unmet.ts';
import { firstTime, impartialManager, type StaffMember, staffWith, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** The level below the highest for each criterion; the highest where the sum would not pass. */
export const chooseLevels = (portfolio: Portfolio): Readonly<Record<string, number>> => {
  const take = (fromTop: number) =>
    Object.fromEntries(
      portfolio.rubric.criteria.map(({ id, levels }) => {
        const points = levels.map((level) => level.points).sort((a, b) => b - a);
        return [id, points[fromTop] ?? points[0] ?? 0];
      }),
    );
  const modest = take(1);
  return judgePortfolio(portfolio, modest).passed ? modest : take(0);
};

const assign = async (world: World, portfolio: Portfolio, examiner: StaffMember): Promise<void> => {
  const { candidacyId, journal } = world;
  const manager = impartialManager(world);
  await journal.step('program manager', `Ask an examiner to rate: ${portfolio.title}`, async (note) => {
    await expectQueued(world, manager, 'examiner', portfolio.id);
    const asked = { candidacyId, assessmentId: portfolio.id };
    const { examiners } = await manager.api.scheduling.listExaminers(asked);
    const free = present(
      examiners.find(({ name, conflict }) => name === examiner.name && conflict === undefined),
      'an examiner without a conflict',
    );
    await manager.api.scheduling.assignExaminer({ ...asked, personId: free.personId });
    note(`Asked ${free.name}.`);
  });
};

const rate = async (world: World, portfolio: Portfolio, { api }: StaffMember): Promise<void> => {
  const { organization, number, candidate, journal } = world;
  await journal.step('examiner', `Rate: ${portfolio.title}`, async (note) => {
    const { ratings } = await api.scoring.listRatings({ organization });
    const { ratingId } = present(
      ratings.find((rating) => rating.number === number && rating.state !== 'submitted'),
      `a rating of ${number} that waits`,
    );
    const shown = await api.scoring.getRating({ ratingId });
    expectThat(!JSON.stringify(shown).includes(candidate.name), 'the candidate to go by number', candidate.name);
    for (const { file } of shown.pieces) {
      const served = await api.candidacies.downloadFile({ fileId: file.id });
      expectThat(served.size === file.bytes, `${file.bytes} bytes of "${file.name}"`, `${served.size} bytes`);
    }
    const points = chooseLevels(portfolio);
    const comment = 'Sound work, well explained.';
    const marks = Object.entries(points).map(([criterion, level]) => ({ criterion, level, comment }));
    await api.scoring.saveRating({ ratingId, marks });
    await api.scoring.submitRating({ ratingId, marks });
    const { score, maxScore } = judgePortfolio(portfolio, points);
    world.expectedScores.set(portfolio.id, score);
    note(`${shown.pieces.length} pieces read; ${score} of ${maxScore} points.`);
  });
};

/** Once an attempt: the standing goes on to name this action until the result is released. */
export const assignExaminer: Act = async (world, action, standing) => {
  const portfolio = findAssessment(world.program, subjectOf(action));
  if (portfolio?.kind !== 'portfolio') throw new RangeError(`"${say(action.title)}" is about nothing that is rated.`);
  const { attempt } = standing.assessments.find(({ assessment }) => assessment === portfolio.id) ?? { attempt: 1 };
  if (!firstTime(world, `rated ${portfolio.id} ${attempt}`)) return false;
  const examiner = staffWith(world, 'examiner');
  await assign(world, portfolio, examiner);
  await settle(world);
  await rate(world, portfolio, examiner);
  return true;
};
