import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from '../../candidacies/index.ts';
import { pdfFile } from '../../candidacies/testing/application.ts';
import { authorize } from '../../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../../scoring/testing/world.ts';

let world: World;
let candidate: Caller;
let candidacyId: string;
let fileId: string;

const reflection =
  'I wrote this guide after many readers asked the same at the desk, and learned to test it with them.';
const all = ['practice', 'knowledge', 'service', 'reflection'];

beforeAll(async () => {
  world = await createWorld();
  candidate = await world.person('Ana Rivera');
  candidacyId = await authorize(world, candidate);
  fileId = (await candidate.api.candidacies.uploadFile({ candidacyId, file: pdfFile() })).id;
});
afterAll(() => world.close());

const portfolio = () => ({ candidacyId, assessmentId: 'portfolio' });
const add = (criteria: string[], title = 'A guide') =>
  candidate.api.delivery.addPiece({ ...portfolio(), fileId, title, reflection, criteria });

describe('a portfolio', () => {
  test('shows what is missing, and cannot be submitted while something is', async () => {
    const empty = await candidate.api.delivery.getPortfolio(portfolio());
    expect(empty).toEqual({ pieces: [], editable: true, reason: '', uncoveredCriteria: all });
    const refused = await refusal(candidate.api.delivery.submitPortfolio(portfolio()));
    expect(refused.code).toBe('delivery.portfolio-incomplete');
    expect(refused.fields.map(({ path }) => path)).toEqual(['pieces', ...all.map((id) => `criteria.${id}`)]);
  });

  test('takes pieces with a file of the candidacy and criteria of the rubric only', async () => {
    const piece = await add(['practice']);
    expect(piece).toMatchObject({ criteria: ['practice'], file: { id: fileId, type: 'application/pdf' } });
    expect((await refusal(add(['invented']))).code).toBe('delivery.no-such-criterion');
    const other = await world.person('Olga Other');
    const elsewhere = await authorize(world, other);
    const foreign = await other.api.candidacies.uploadFile({ candidacyId: elsewhere, file: pdfFile() });
    const stolen = candidate.api.delivery.addPiece({
      ...portfolio(),
      ...{ fileId: foreign.id, title: 'Stolen', reflection, criteria: ['practice'] },
    });
    expect((await refusal(stolen)).code).toBe('candidacies.no-such-file');
    const change = { pieceId: piece.id, title: 'A better guide', reflection, criteria: ['practice', 'knowledge'] };
    expect((await refusal(other.api.delivery.updatePiece(change))).code).toBe('platform.not-found');
    expect((await refusal(other.api.delivery.removePiece({ pieceId: piece.id }))).code).toBe('platform.not-found');
    expect(await candidate.api.delivery.updatePiece(change)).toMatchObject({ title: 'A better guide' });
    expect((await refusal(candidate.api.delivery.updatePiece({ ...change, criteria: ['x'] }))).code).toBe(
      'delivery.no-such-criterion',
    );
  });

  test('has as many pieces as the program says at most, however many are added at once', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 12 }, () => add(['service', 'reflection'])));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect((await refusal(add(['service']))).code).toBe('delivery.too-many-pieces');
    const { pieces } = await candidate.api.delivery.getPortfolio(portfolio());
    expect(pieces).toHaveLength(10);
    await candidate.api.delivery.removePiece({ pieceId: pieces[4]?.id ?? '' });
    expect((await candidate.api.delivery.getPortfolio(portfolio())).pieces).toHaveLength(9);
  });

  test('submitted twice at once is submitted once, and cannot be changed any more', async () => {
    const { pieces } = await candidate.api.delivery.getPortfolio(portfolio());
    const both = await Promise.allSettled([1, 2].map(() => candidate.api.delivery.submitPortfolio(portfolio())));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const submitted = await candidate.api.delivery.getPortfolio(portfolio());
    expect(submitted).toMatchObject({ editable: false, reason: expect.stringContaining('submitted') });
    expect(submitted.submittedAt).toBe(world.now().toISOString());
    const pieceId = pieces[0]?.id ?? '';
    const change = { pieceId, title: 'Late', reflection, criteria: ['practice'] };
    for (const late of [
      () => add(['practice']),
      () => candidate.api.delivery.updatePiece(change),
      () => candidate.api.delivery.removePiece({ pieceId }),
      () => candidate.api.delivery.submitPortfolio(portfolio()),
    ]) {
      expect((await refusal(late())).code).toBe('delivery.portfolio-closed');
    }
    const { facts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter(({ kind }) => kind === 'portfolio-submitted')).toMatchObject([
      { data: { pieces: 9, attempt: 1 } },
    ]);
  });

  test('is closed while the application is not accepted', async () => {
    const early = await world.person('Eva Early');
    const { candidacyId: draft } = await early.api.candidacies.beginCandidacy({
      organization: world.organization.slug,
      programId: world.programId,
    });
    const found = await early.api.delivery.getPortfolio({ candidacyId: draft, assessmentId: 'portfolio' });
    expect(found).toMatchObject({ editable: false, reason: expect.stringContaining('not open') });
    const exam = early.api.delivery.getPortfolio({ candidacyId: draft, assessmentId: 'exam' });
    expect((await refusal(exam)).code).toBe('delivery.no-such-assessment');
  });
});
