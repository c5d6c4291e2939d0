import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from '../candidacies/index.ts';
import { createSessionsWorld, dayOf, marksOf, type Seat, type SessionsWorld } from './testing/sessions.ts';
import { refusal } from './testing/world.ts';

let here: SessionsWorld;

beforeAll(async () => {
  here = await createSessionsWorld();
});
afterAll(() => here.world.close());

const today = () => dayOf(here.world.now());

const submit = (seat: Seat | undefined, levels: readonly [number, number], heldOn?: string) => {
  if (!seat) throw new Error('Nobody sits there.');
  const marks = marksOf(['reasoning', 'dialogue'], levels, 'Well.');
  const held = heldOn === undefined ? {} : { heldOn };
  return seat.examiner.api.scoring.submitRating({ ratingId: seat.ratingId, marks, ...held });
};

describe('a panel', () => {
  test('has as many examiners as the program says, and one who cannot come is replaced', async () => {
    const { candidacyId } = await here.begin('Paul Panel', { withExam: true });
    const [, , third, fourth] = here.examiners;
    const oral = { candidacyId, assessmentId: 'oral' };
    const { scheduling } = here.manager.api;
    const panelOf = async () => (await scheduling.listExaminers(oral)).panel;
    expect(await panelOf()).toEqual({ examiners: 3, assigned: 0, missing: 3 });
    const seats = await here.seat(candidacyId);
    expect(await panelOf()).toEqual({ examiners: 3, assigned: 3, missing: 0 });
    expect((await refusal(here.assign(candidacyId, 'oral', fourth))).code).toBe('scheduling.panel-full');
    const release = () => scheduling.releaseExaminer({ ...oral, personId: third.personId, reason: 'Fell ill.' });
    await release();
    expect((await refusal(release())).code).toBe('scheduling.not-assigned');
    const { ratingId = '' } = seats[2] ?? {};
    expect((await refusal(third.api.scoring.getRating({ ratingId }))).code).toBe('scoring.not-your-rating');
    const { ratings } = await third.api.scoring.listRatings({ organization: here.organization });
    expect(ratings.map((rating) => rating.ratingId)).not.toContain(ratingId);
    expect(await panelOf()).toEqual({ examiners: 3, assigned: 2, missing: 1 });
    await here.assign(candidacyId, 'oral', fourth);
    const { examiners } = await scheduling.listExaminers(oral);
    expect(examiners.filter(({ state }) => state === 'asked')).toHaveLength(3);
  });

  test('has nobody who reviewed the candidate, and is asked for nothing that is not rated', async () => {
    const both = await here.world.person('Rea Reviewer', ['examiner', 'reviewer']);
    const { candidacyId } = await here.begin('Cleo Conflict', { withExam: true, reviewerId: both.personId });
    expect((await refusal(here.assign(candidacyId, 'oral', both))).code).toBe('scheduling.conflict');
    const exam = here.assign(candidacyId, 'core', here.examiners[0]);
    expect((await refusal(exam)).code).toBe('scheduling.nothing-to-rate');
  });

  test('makes one result of the means once all have submitted', async () => {
    const { candidate, candidacyId } = await here.begin('Mona Mean', { withExam: true });
    const [one, two, three] = await here.seat(candidacyId);
    expect(await submit(one, [3, 1], today())).toMatchObject({ missing: 2 });
    const { standing } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
    const oral = standing.assessments.find(({ assessment }) => assessment === 'oral');
    expect(oral?.state).toBe('waiting-for-result');
    // The day that was recorded need not be said again.
    expect(await submit(two, [3, 2])).toMatchObject({ missing: 1 });
    expect(await here.waitingResults(candidacyId, 'oral')).toEqual([]);
    expect(await submit(three, [2, 2], today())).toMatchObject({ missing: 0 });
    // 8 / 3 and 5 / 3: the second aspect is under its minimum of 2 by its mean.
    expect(await here.waitingResults(candidacyId, 'oral')).toMatchObject([
      { score: 4.33, maxScore: 6, passMark: 4, passed: false },
    ]);
    await here.releaseAll();
    const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
    const report = assessments.find(({ assessmentId }) => assessmentId === 'oral');
    expect(report?.topics.map(({ score }) => score)).toEqual([2.67, 1.67]);
    expect(report?.comments).toHaveLength(6);
    const pdf = await candidate.api.scoring.getScoreReportPdf({ candidacyId });
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });

  test('shows nobody what the others gave, keeps who has submitted, and agrees on one day', async () => {
    const { candidacyId } = await here.begin('Sid Secret', { withExam: true });
    const [one, two] = await here.seat(candidacyId);
    if (!one || !two) throw new Error('The panel is not seated.');
    await submit(one, [3, 1], today());
    const seen = await two.examiner.api.scoring.getRating({ ratingId: two.ratingId });
    expect(seen).toMatchObject({ panel: { examiners: 3, submitted: 1 }, marks: [], session: { heldOn: today() } });
    expect(JSON.stringify(seen)).not.toContain('Well.');
    expect((await refusal(submit(two, [3, 2], '2027-03-31'))).code).toBe('scoring.held-on');
    const released = here.manager.api.scheduling.releaseExaminer({
      ...{ candidacyId, assessmentId: 'oral', personId: one.examiner.personId, reason: 'Another one is better.' },
    });
    expect((await refusal(released)).code).toBe('scheduling.rating-submitted');
  });

  test('whose members submit at the same moment makes its result once', async () => {
    const { candidacyId } = await here.begin('Sim Same', { withExam: true });
    const seats = await here.seat(candidacyId);
    const answers = await Promise.all(seats.map((seat) => submit(seat, [2, 2], today())));
    expect(answers.map(({ missing }) => missing).sort()).toEqual([0, 1, 2]);
    const { facts } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter(({ kind }) => kind === 'session-held')).toHaveLength(1);
    expect(await here.waitingResults(candidacyId, 'oral')).toMatchObject([{ score: 4, passed: true }]);
  });

  test('waits in the queue of those who assign until it is complete, then of those who rate', async () => {
    const { candidacyId } = await here.begin('Quin Queue', { withExam: true });
    const queueOf = async () => {
      const rows = await here.world.within(({ trx }) =>
        trx
          .selectFrom('queue_entry')
          .select('queue')
          .where('candidacy_id', '=', candidacyId)
          .where('subject', '=', 'oral')
          .execute(),
      );
      return rows.map(({ queue }) => queue);
    };
    const [first, second, third] = here.examiners;
    for (const examiner of [first, second, third]) {
      expect(await queueOf()).toEqual(['examiner']);
      await here.assign(candidacyId, 'oral', examiner);
    }
    for (const examiner of [first, second, third]) {
      expect(await queueOf()).toEqual(['ratings']);
      await submit({ examiner, ratingId: await here.ratingOf(candidacyId, examiner) }, [3, 3], today());
    }
    expect(await queueOf()).toEqual(['results']);
  });
});
