import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayMs } from '../../kernel/index.ts';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { takeExam } from './testing/exam.ts';
import { createSessionsWorld, dayOf, marksOf, type SessionsWorld } from './testing/sessions.ts';
import { refusal } from './testing/world.ts';

let here: SessionsWorld;

beforeAll(async () => {
  here = await createSessionsWorld();
});
afterAll(() => here.world.close());

const stations = (...levels: readonly [number, number]) => marksOf(['repair', 'binding'], levels);
const movesOf = async (candidacyId: string, subject: string) => {
  const { standing } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
  return standing.next.filter((one) => one.subject === subject).map(({ kind }) => kind);
};

describe('a session', () => {
  test('is authorized by itself once what comes before it is passed, with a letter of its own', async () => {
    const { candidate, candidacyId } = await here.begin('Ana Sessions');
    const oral = { candidacyId, assessmentId: 'oral' };
    const stations = { candidacyId, assessmentId: 'stations' };
    expect((await refusal(candidate.api.scheduling.getAuthorization(oral))).code).toBe('scheduling.not-authorized');
    const found = await candidate.api.scheduling.getAuthorization(stations);
    expect(found).toMatchObject({ attempt: 1, minutes: 60 });
    expect(found.places).toEqual([
      'Workshop: In the workshop of the organization.',
      expect.stringContaining('agrees the day and the place with you'),
    ]);
    await takeExam(here.world, candidate, { candidacyId, assessmentId: 'core', right: 4 });
    await here.releaseAll();
    expect((await candidate.api.scheduling.getAuthorization(oral)).number).not.toBe(found.number);
    const letters = await here.world.within(({ trx }) =>
      trx
        .selectFrom('message')
        .select(['subject', 'body'])
        .where('to_address', '=', candidate.email)
        .where('template', '=', 'scheduling.authorized')
        .orderBy('id')
        .execute(),
    );
    expect(letters.map(({ subject }) => subject.replace(/^.*to take the (.*) until .*/, '$1'))).toEqual([
      'exam core',
      'stations',
      'oral exam',
    ]);
    expect(letters[1]?.body).toContain('Workshop');
    expect(letters[1]?.body).not.toContain('Begin here');
    const pdf = await candidate.api.scheduling.getAuthorizationPdf(stations);
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
    expect(await movesOf(candidacyId, 'stations')).toEqual(['attend-session', 'record-session']);
  });

  test('is recorded with the day on which it was held: in its window, and not in the future', async () => {
    const { candidacyId } = await here.begin('Dan Day');
    await here.assign(candidacyId, 'stations', here.examiners[0]);
    const ratingId = await here.ratingOf(candidacyId, here.examiners[0]);
    const { api } = here.examiners[0];
    const view = await api.scoring.getRating({ ratingId });
    expect(view).toMatchObject({
      ...{ kind: 'hands-on', candidateName: 'Dan Day', pieces: [], minimumPerCriterion: 1, passMark: 4, maxScore: 6 },
      ...{ session: { minutes: 60 }, panel: { examiners: 1, submitted: 0 } },
    });
    expect(view.rubric.map(({ minutes }) => minutes)).toEqual([10, 10]);
    const submit = (heldOn?: string) =>
      api.scoring.submitRating({ ratingId, marks: stations(2, 2), ...(heldOn === undefined ? {} : { heldOn }) });
    const later = new Date(here.world.now().getTime() + dayMs);
    const earlier = new Date(here.world.now().getTime() - dayMs);
    for (const wrong of [undefined, dayOf(later), dayOf(earlier)]) {
      const refused = await refusal(submit(wrong));
      expect(refused.code).toBe('scoring.held-on');
      expect(refused.fields.map(({ path }) => path)).toEqual(['heldOn']);
    }
    here.world.passMs(2 * dayMs);
    expect(await submit(dayOf(later))).toEqual({ submittedAt: here.world.now().toISOString(), missing: 0 });
    const { facts } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter(({ kind }) => kind === 'session-held')).toMatchObject([
      { data: { assessment: 'stations', attempt: 1, heldOn: dayOf(later) }, by: { kind: 'examiner' } },
    ]);
  });

  test('whose results go out at once is released by the system with the marks, for nobody to release again', async () => {
    const { candidate, candidacyId } = await here.begin('Otis Once');
    await here.assign(candidacyId, 'stations', here.examiners[0]);
    const ratingId = await here.ratingOf(candidacyId, here.examiners[0]);
    await here.examiners[0].api.scoring.submitRating({
      ratingId,
      marks: stations(3, 0),
      heldOn: dayOf(here.world.now()),
    });
    const { facts, standing } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
    // 3 points of 6, and the one station is under its minimum.
    expect(facts.filter(({ kind }) => kind === 'result-released')).toMatchObject([
      { data: { assessment: 'stations', passed: false, score: 3, maxScore: 6 }, by: { kind: 'system' } },
    ]);
    expect(standing.next.map(({ kind }) => kind)).not.toContain('release-result');
    const { assessments } = await candidate.api.scoring.getScoreReport({ candidacyId });
    expect(assessments[0]).toMatchObject({ kind: 'hands-on', attemptsLeft: 1, passed: false });
    expect(assessments[0]?.nextStep).toContain('You may take it again from');
    expect(assessments[0]?.appealUntil).toBe('2027-04-02T23:59:59.999Z');
    const waiting = await here.psychometrician.api.scoring.listResults({
      organization: here.organization,
      waiting: 'true',
    });
    expect(waiting.results.filter((result) => result.candidacyId === candidacyId)).toEqual([]);
    const audit = await here.world.within(({ trx }) =>
      trx.selectFrom('audit_entry').select('actor_id').where('action', '=', 'scoring.releaseAtOnce').execute(),
    );
    expect(audit).toContainEqual({ actor_id: null });
  });
});

test('a session that was held in its window counts, though its marks come after the window has closed it', async () => {
  const { candidacyId } = await here.begin('Lara Late');
  const { api } = here.examiners[2];
  await here.assign(candidacyId, 'stations', here.examiners[2]);
  const ratingId = await here.ratingOf(candidacyId, here.examiners[2]);
  const [held, back] = [dayOf(here.world.now()), here.world.now()];
  here.world.passMs(150 * dayMs);
  await here.world.sweep();
  const stateOf = async () => {
    const { standing } = await here.world.within((scope) => loadCandidacy(scope, candidacyId));
    return standing.assessments.find(({ assessment }) => assessment === 'stations')?.state;
  };
  expect(await stateOf()).toBe('locked');
  expect(await api.scoring.submitRating({ ratingId, marks: stations(3, 3), heldOn: held })).toMatchObject({
    missing: 0,
  });
  expect(await stateOf()).toBe('passed');
  here.world.setClock(back);
});

test('extra time that was granted holds for a session, and the examiner is told', async () => {
  const { candidate, candidacyId } = await here.begin('Xena Extra');
  const by = { kind: 'candidate' as const, id: candidate.personId };
  await here.world.within((scope) =>
    recordFacts(scope, candidacyId, [
      { kind: 'accommodation-requested', data: { request: 'More time, please.' }, by },
      {
        kind: 'accommodation-decided',
        data: { granted: true, timeMultiplier: 1.5, reason: 'Documented.' },
        by: { kind: 'staff', id: here.manager.personId },
      },
    ]),
  );
  await here.world.runJobs();
  await here.assign(candidacyId, 'stations', here.examiners[1]);
  const ratingId = await here.ratingOf(candidacyId, here.examiners[1]);
  expect((await here.examiners[1].api.scoring.getRating({ ratingId }))?.session?.minutes).toBe(90);
});
