import { isSession, judgeRated, type Rated, say, type Text } from '@testamur/program';
import { dayOf } from './days.ts';
import { failingLevels, passingLevels } from './levels.ts';
import { expectQueued } from './queue.ts';
import { settle } from './settle.ts';
import { expectRefusal, expectThat, present } from './unmet.ts';
import { impartialManager, type StaffMember, type World } from './world.ts';

/** Asks as many examiners as the attempt needs, none of whom is in a conflict; one more is refused. */
const assignPanel = async (world: World, assessment: Rated): Promise<readonly string[]> => {
  const { candidacyId, journal } = world;
  const manager = impartialManager(world);
  return journal.step('program manager', `Ask examiners to rate: ${assessment.title}`, async (note) => {
    const asked = { candidacyId, assessmentId: assessment.id };
    const { examiners, panel } = await manager.api.scheduling.listExaminers(asked);
    const free = examiners.filter(({ conflict, state }) => conflict === undefined && state === undefined);
    expectThat(
      free.length >= panel.missing,
      `${panel.missing} examiners without a conflict`,
      examiners.map(({ name, conflict = 'free' }) => `${name}: ${conflict}`),
    );
    const chosen = free.slice(0, panel.missing);
    for (const { personId } of chosen) await manager.api.scheduling.assignExaminer({ ...asked, personId });
    const { panel: full } = await manager.api.scheduling.listExaminers(asked);
    expectThat(full.missing === 0, 'a panel that is complete', full);
    const more = free[panel.missing];
    if (more !== undefined) {
      const tooMany = manager.api.scheduling.assignExaminer({ ...asked, personId: more.personId });
      note(`One more: ${await expectRefusal('scheduling.panel-full', tooMany)}`);
    }
    const names = chosen.map(({ name }) => name);
    note(`Asked ${names.join(', ')}.`);
    return names;
  });
};

const findRating = async ({ organization, number }: World, { api }: StaffMember, title: string) => {
  const { ratings } = await api.scoring.listRatings({ organization });
  return present(
    ratings.find((one) => one.number === number && one.assessmentTitle === title && one.state !== 'submitted'),
    `a rating of ${number} that waits`,
  );
};

/** One examiner reads what was handed in or meets the candidate, and marks every criterion. */
const mark = async (world: World, assessment: Rated, examiner: StaffMember, passes: boolean): Promise<number> => {
  const { candidate, clock, journal } = world;
  const { scoring, candidacies } = examiner.api;
  return journal.step('examiner', `Rate: ${assessment.title}`, async (note) => {
    const { ratingId } = await findRating(world, examiner, assessment.title);
    const shown = await scoring.getRating({ ratingId });
    const meets = isSession(assessment);
    const isNamed = JSON.stringify(shown).includes(candidate.name);
    expectThat(
      isNamed === meets,
      `the candidate to go by ${meets ? 'name' : 'number'}`,
      shown.candidateName ?? 'a number',
    );
    for (const { file } of shown.pieces) {
      const served = await candidacies.downloadFile({ fileId: file.id });
      expectThat(served.size === file.bytes, `${file.bytes} bytes of "${file.name}"`, `${served.size} bytes`);
    }
    const points = passes ? passingLevels(assessment) : failingLevels(assessment);
    const best = passingLevels(assessment);
    const marks = Object.entries(points).map(([criterion, level]) => {
      const isSound = level >= (best[criterion] ?? level);
      const comment = isSound ? 'Sound work, well explained.' : 'This is not safe yet: practice it again.';
      return { criterion, level, comment };
    });
    await scoring.saveRating({ ratingId, marks });
    // Once one of the panel has stated the day, the others need not.
    if (meets && shown.session?.heldOn === undefined) {
      const undated = scoring.submitRating({ ratingId, marks });
      note(`Without the day: ${await expectRefusal('scoring.held-on', undated)}`);
    }
    const { missing } = await scoring.submitRating({
      ratingId,
      marks,
      ...(meets ? { heldOn: dayOf(clock.now()) } : {}),
    });
    const { score, maxScore, passed } = judgeRated(assessment, points);
    expectThat(passed === passes, `marks that ${passes ? '' : 'do not '}pass`, { score, maxScore });
    const what = shown.pieces.length > 0 ? `${shown.pieces.length} pieces read; ` : '';
    note(`${what}${score} of ${maxScore} points; ${missing} more of the panel to submit.`);
    return score;
  });
};

/** Has an attempt rated by its whole panel, and keeps what has to come out. */
export const haveRated = async (world: World, assessment: Rated, title: Text, passes: boolean): Promise<void> => {
  const manager = impartialManager(world);
  await expectQueued(world, manager, 'examiner', assessment.id);
  const names = await assignPanel(world, assessment);
  await settle(world);
  const panel = world.staff.filter(({ role, name }) => role === 'examiner' && names.includes(name));
  expectThat(panel.length === names.length, `a session for each of ${names.join(', ')} (${say(title)})`, panel.length);
  const scores: number[] = [];
  for (const examiner of panel) scores.push(await mark(world, assessment, examiner, passes));
  // All of the panel give the same: the mean is what each of them gave.
  world.expectedScores.set(assessment.id, { score: scores[0] ?? 0, passed: passes });
  world.findings.add({ kind: 'panel', assessment: assessment.id, examiners: names });
};
