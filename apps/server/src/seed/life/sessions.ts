import type { Rated } from '@testamur/program';
import type { Act, Candidate } from './candidate.ts';

const examiners = ['examiner', 'examiner2', 'examiner3'];

/** Asks as many examiners as the panel still needs; their ratings are opened by a job. */
export const assignPanel = async ({ world, candidacyId }: Candidate, assessmentId: string): Promise<boolean> => {
  const manager = await world.as('program-manager');
  const ids = { candidacyId, assessmentId };
  const { examiners: all, panel } = await manager.scheduling.listExaminers(ids);
  const free = all.filter(({ conflict, state }) => conflict === undefined && state === undefined);
  if (panel.missing === 0) return false;
  if (free.length < panel.missing) throw new Error(`The demonstration has too few examiners for "${assessmentId}".`);
  for (const { personId } of free.slice(0, panel.missing))
    await manager.scheduling.assignExaminer({ ...ids, personId });
  return false;
};

/** The second best level where that is enough to pass, else the best. */
const marksFor = ({ rubric: { criteria }, pass }: Rated) => {
  const marksAt = (place: number) =>
    criteria.map(({ id, levels }) => ({
      criterion: id,
      level: (levels.at(place) ?? levels.at(-1))?.points ?? 0,
      comment: 'Sound work, well explained.',
    }));
  const good = marksAt(-2);
  const isEnough =
    good.reduce((sum, { level }) => sum + level, 0) >= pass.points &&
    good.every(({ level }) => level >= pass.minimumPerCriterion);
  return isEnough ? good : marksAt(-1);
};

/** Whether the assessment still waits for its panel. */
const needsPanel = async ({ world, candidacyId }: Candidate, assessmentId: string): Promise<boolean> => {
  const manager = await world.as('program-manager');
  const { panel } = await manager.scheduling.listExaminers({ candidacyId, assessmentId });
  return panel.missing > 0;
};

/** The next examiner of the panel rates; of a session, on the day on which it was held. */
export const rate: Act = async (candidate, { subject = '' }) => {
  const { world, program, candidacyId } = candidate;
  const assessment = program.assessments.find(({ id }) => id === subject);
  if (assessment === undefined || !('rubric' in assessment)) return false;
  if (await needsPanel(candidate, subject)) return assignPanel(candidate, subject);
  const organization = world.organization.slug;
  const manager = await world.as('program-manager');
  const { number } = await manager.candidacies.getCandidacy({ candidacyId });
  const heldOn = world.context.platform.clock(world.organization).toISOString().slice(0, 10);
  for (const mailbox of examiners) {
    const examiner = await world.as(mailbox);
    const { ratings } = await examiner.scoring.listRatings({ organization });
    const open = ratings.find(
      (rating) =>
        rating.number === number && rating.assessmentTitle === assessment.title && rating.state !== 'submitted',
    );
    if (!open) continue;
    await examiner.scoring.submitRating({
      ratingId: open.ratingId,
      marks: marksFor(assessment),
      ...(assessment.kind === 'portfolio' ? {} : { heldOn }),
    });
    return true;
  }
  return false;
};

/** The first module that is not completed. */
export const recordModule: Act = async ({ world, program, candidacyId }, { subject = '' }, standing) => {
  const assessment = program.assessments.find(({ id }) => id === subject);
  if (assessment?.kind !== 'course') return false;
  const done = standing.assessments.find((one) => one.assessment === subject)?.modulesDone ?? [];
  const module = assessment.modules.list.find(({ id }) => !done.includes(id));
  if (module === undefined) return false;
  const examiner = await world.as('examiner');
  await examiner.delivery.recordModule({ candidacyId, assessmentId: subject, module: module.id });
  return true;
};
