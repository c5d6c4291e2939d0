import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { pdfFile } from '../candidacies/testing/application.ts';
import { addMember } from '../identity/index.ts';
import { listExaminersOf } from './index.ts';
import { answerExam, type Sitting, sitExam } from './testing/exam.ts';
import { authorize, stockBank } from './testing/life.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let organization: string;
let manager: Caller;
let psychometrician: Caller;
let examiner: Caller;

beforeAll(async () => {
  world = await createWorld();
  organization = world.organization.slug;
  manager = await world.person('Mia Manager', ['program-manager']);
  psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  examiner = await world.person('Erik Examiner', ['examiner']);
  await stockBank(world);
});
afterAll(() => world.close());

const sealWith = async (candidate: Caller, right: number): Promise<Sitting> => {
  const sitting = await sitExam(world, candidate);
  await answerExam(world, candidate, sitting, right);
  const { attemptId, deviceId } = sitting;
  await candidate.api.delivery.submitAttempt({ attemptId, deviceId, lastSeq: 100 });
  await world.runJobs();
  return sitting;
};
const resultOf = async (candidacyId: string) => {
  const { results } = await psychometrician.api.scoring.listResults({ organization, page: 1, waiting: 'false' });
  return results.find((result) => result.candidacyId === candidacyId);
};
const release = (resultIds: string[], by = psychometrician) =>
  by.api.scoring.releaseResults({ organization, resultIds });
const standingOf = (candidacyId: string) =>
  world.within(async (scope) => (await loadCandidacy(scope, candidacyId)).standing);

describe('an exam', () => {
  test('is scored once it is sealed, passes at the pass mark and fails a point below', async () => {
    const good = await sealWith(await world.person('Ana Pass'), 70);
    const bad = await sealWith(await world.person('Ben Below'), 69);
    expect(await resultOf(good.candidacyId)).toMatchObject({ score: 70, maxScore: 100, passMark: 70, passed: true });
    expect(await resultOf(bad.candidacyId)).toMatchObject({ score: 69, passed: false, incidents: 0 });
    const { next } = await standingOf(good.candidacyId);
    expect(next).toContainEqual(expect.objectContaining({ kind: 'release-result', subject: 'exam' }));
  });

  test('tells its candidate nothing before the release, then words, topics with margins and the appeal', async () => {
    const candidate = await world.person('Rosa Release');
    const { candidacyId } = await sealWith(candidate, 60);
    expect((await refusal(candidate.api.scoring.getScoreReport({ candidacyId }))).code).toBe(
      'scoring.nothing-released',
    );
    const { resultId = '' } = (await resultOf(candidacyId)) ?? {};
    expect(await release([resultId])).toEqual({ released: 1, alreadyReleased: 0 });
    const report = await candidate.api.scoring.getScoreReport({ candidacyId });
    const [exam] = report.assessments;
    expect(report).toMatchObject({ candidateName: 'Rosa Release', appealDays: 30 });
    expect(exam).toMatchObject({ passed: false, score: 60, passMark: 70, attemptsLeft: 2, title: 'Written exam' });
    expect(exam?.retakeFrom).toBe('2027-03-31T00:00:00.000Z');
    expect(exam?.topics.reduce((sum, { score }) => sum + score, 0)).toBe(60);
    expect(exam?.topics.map(({ maxScore }) => maxScore).sort((a, b) => b - a)).toEqual([24, 20, 18, 16, 12, 10]);
    for (const { score, maxScore, marginPoints } of exam?.topics ?? []) {
      expect(marginPoints).toBeCloseTo(Math.sqrt((score * (maxScore - score)) / (maxScore - 1)), 2);
    }
    const pdf = await candidate.api.scoring.getScoreReportPdf({ candidacyId });
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
    await world.runJobs();
    const mails = await world.within(({ trx }) =>
      trx.selectFrom('message').select('template').where('to_address', '=', candidate.email).execute(),
    );
    expect(mails.filter(({ template }) => template === 'candidacies.result-released')).toHaveLength(1);
  });

  test('is released once, however many release it at once', async () => {
    const { candidacyId } = await sealWith(await world.person('Rolf Race'), 80);
    const { resultId = '' } = (await resultOf(candidacyId)) ?? {};
    const other = await world.person('Pavel Psychometrician', ['psychometrician']);
    const both = await Promise.all([release([resultId]), release([resultId, resultId], other)]);
    expect(both.map(({ released }) => released).sort()).toEqual([0, 1]);
    const { facts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter(({ kind }) => kind === 'result-released')).toMatchObject([
      { data: { passed: true, score: 80 } },
    ]);
  });

  test('is not released to oneself, and with one that is not, none is', async () => {
    const both = await world.person('Olga Own');
    const own = await sealWith(both, 90);
    // Whoever sees the keys sits no exam; who has sat one may come to see them.
    await world.within((scope) => addMember(scope, both.personId, ['psychometrician']));
    const others = await sealWith(await world.person('Nina Next'), 90);
    const ids = [await resultOf(others.candidacyId), await resultOf(own.candidacyId)].map((one) => one?.resultId ?? '');
    expect((await refusal(release(ids, both))).code).toBe('scoring.own-result');
    expect((await resultOf(others.candidacyId))?.releasedAt).toBeUndefined();
    expect(await release(ids)).toEqual({ released: 2, alreadyReleased: 0 });
    expect((await refusal(release([own.attemptId]))).code).toBe('scoring.no-such-result');
  });
});

describe('a portfolio', () => {
  const reflection =
    'I wrote this guide after many readers asked the same at the desk, and learned to test it with them.';
  const criteria = ['practice', 'knowledge', 'service', 'reflection'];
  const marks = (...levels: number[]) =>
    criteria.flatMap((criterion, index) => {
      const level = levels[index];
      return level === undefined ? [] : [{ criterion, level, comment: level < 2 ? `Show more ${criterion}.` : '' }];
    });

  const submitted = async (candidate: Caller, reviewerId?: string): Promise<string> => {
    const candidacyId = await authorize(world, candidate, reviewerId === undefined ? {} : { reviewerId });
    const { id: fileId } = await candidate.api.candidacies.uploadFile({ candidacyId, file: pdfFile() });
    const portfolio = { candidacyId, assessmentId: 'portfolio' };
    await candidate.api.delivery.addPiece({ ...portfolio, fileId, title: 'A guide', reflection, criteria });
    await candidate.api.delivery.submitPortfolio(portfolio);
    return candidacyId;
  };
  const assign = async (candidacyId: string, to: Caller): Promise<string> => {
    await manager.api.scheduling.assignExaminer({ candidacyId, assessmentId: 'portfolio', personId: to.personId });
    await world.runJobs();
    const row = await world.within(({ trx }) =>
      trx
        .selectFrom('rating')
        .select('id')
        .where('candidacy_id', '=', candidacyId)
        .where('examiner_id', '=', to.personId)
        .executeTakeFirstOrThrow(),
    );
    return row.id;
  };

  test('is rated by the examiner who was asked, who knows the candidate by number only', async () => {
    const candidate = await world.person('Ada Anonymous');
    const candidacyId = await submitted(candidate);
    const ratingId = await assign(candidacyId, examiner);
    const seen = await examiner.api.scoring.getRating({ ratingId });
    expect(seen).toMatchObject({ state: 'waiting', passMark: 10, maxScore: 16, marks: [] });
    expect(seen.pieces).toHaveLength(1);
    expect(seen.rubric.map(({ criterion }) => criterion)).toEqual(criteria);
    expect(JSON.stringify(seen)).not.toContain('Anonymous');
    expect(JSON.stringify(seen)).not.toContain(candidate.personId);
    const file = await examiner.api.candidacies.downloadFile({ fileId: seen.pieces[0]?.file.id ?? '' });
    expect(file.type).toBe('application/pdf');
    const other = await world.person('Otto Other', ['examiner']);
    expect((await refusal(other.api.scoring.getRating({ ratingId }))).code).toBe('scoring.not-your-rating');
    expect((await refusal(other.api.scoring.submitRating({ ratingId, marks: marks(4, 4, 4, 4) }))).code).toBe(
      'scoring.not-your-rating',
    );
    expect((await refusal(candidate.api.scoring.getRating({ ratingId }))).code).toMatch(/^platform\./);
    const mine = await examiner.api.scoring.listRatings({ organization, page: 1 });
    expect(mine.ratings).toContainEqual(
      expect.objectContaining({ ratingId, state: 'waiting', assessmentTitle: 'Portfolio' }),
    );
    expect(await world.within((scope) => listExaminersOf(scope, candidacyId))).toEqual([examiner.personId]);
  });

  test('is saved as a draft, then submitted whole and once; it makes the result', async () => {
    const candidate = await world.person('Dora Draft');
    const candidacyId = await submitted(candidate);
    const ratingId = await assign(candidacyId, examiner);
    const { api } = examiner;
    await api.scoring.saveRating({ ratingId, marks: marks(3) });
    expect(await api.scoring.getRating({ ratingId })).toMatchObject({ state: 'in-progress', marks: marks(3) });
    const missing = await refusal(api.scoring.submitRating({ ratingId, marks: marks(3, 3) }));
    expect(missing).toMatchObject({ code: 'scoring.marks-missing' });
    expect(missing.fields.map(({ path }) => path)).toEqual(['marks.service', 'marks.reflection']);
    expect((await refusal(api.scoring.submitRating({ ratingId, marks: marks(5, 3, 3, 3) }))).code).toBe(
      'scoring.no-such-level',
    );
    const both = await Promise.allSettled(
      [1, 2].map(() => api.scoring.submitRating({ ratingId, marks: marks(3, 3, 3, 1) })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await refusal(api.scoring.saveRating({ ratingId, marks: marks(4) }))).code).toBe(
      'scoring.already-submitted',
    );
    // 10 points, but one criterion is under 2.
    const result = await resultOf(candidacyId);
    expect(result).toMatchObject({ score: 10, maxScore: 16, passMark: 10, passed: false, assessmentId: 'portfolio' });
    const queued = await world.within(({ trx }) =>
      trx
        .selectFrom('queue_entry')
        .select('queue')
        .where('candidacy_id', '=', candidacyId)
        .where('subject', '=', 'portfolio')
        .execute(),
    );
    expect(queued.map(({ queue }) => queue)).toContain('results');
    await release([result?.resultId ?? '']);
    const report = await candidate.api.scoring.getScoreReport({ candidacyId });
    expect(report.assessments[0]).toMatchObject({
      passed: false,
      attemptsLeft: 2,
      comments: [{ criterion: 'Reflection', comment: 'Show more reflection.' }],
    });
    expect(report.assessments[0]?.topics.every(({ marginPoints }) => marginPoints === 0)).toBe(true);
  });

  test('is not rated by who reviewed the candidate meanwhile', async () => {
    const candidate = await world.person('Cora Conflict');
    const candidacyId = await submitted(candidate);
    const ratingId = await assign(candidacyId, examiner);
    await world.within((scope) =>
      recordFacts(scope, candidacyId, [
        {
          kind: 'requirement-judged',
          data: { requirement: 'education', verdict: 'accepted', reason: 'Looked at again.' },
          by: { kind: 'staff', id: examiner.personId },
        },
      ]),
    );
    const submit = examiner.api.scoring.submitRating({ ratingId, marks: marks(4, 4, 4, 4) });
    expect((await refusal(submit)).code).toBe('scoring.conflict');
    expect(await resultOf(candidacyId)).toBeUndefined();
  });

  test('rated by two has the result of whoever submitted first', async () => {
    const candidacyId = await submitted(await world.person('Tom Two'));
    const second = await world.person('Selma Second', ['examiner']);
    const [one, two] = [await assign(candidacyId, examiner), await assign(candidacyId, second)];
    await second.api.scoring.submitRating({ ratingId: two, marks: marks(4, 4, 4, 4) });
    const late = examiner.api.scoring.submitRating({ ratingId: one, marks: marks(0, 0, 0, 0) });
    expect((await refusal(late)).code).toBe('scoring.already-submitted');
    expect(await resultOf(candidacyId)).toMatchObject({ score: 16, passed: true });
  });
});
