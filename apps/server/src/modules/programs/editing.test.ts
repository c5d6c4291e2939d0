import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { apply } from '../candidacies/testing/application.ts';
import { certify } from '../candidacies/testing/ledgers.ts';
import { type Caller, createWorld, readCalt, refusal, type World } from '../candidacies/testing/world.ts';

let world: World;
let manager: Caller;
let yaml: string;
let certified: string;
let applied: string;
const organization = 'ala';

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  yaml = await readCalt();
  certified = await certify(world, await world.person('Cara Certified'));
  applied = await apply(world, await world.person('Abe Applicant'));
});
afterAll(() => world.close());

const edition = (name: string) => yaml.replace(/^edition: .*$/m, `edition: "${name}"`);
/** Asks for five years instead of two. */
const stricter = (name: string) => edition(name).replace(/^( +)fullTimeYears: 2$/m, '$1fullTimeYears: 5');
const editionOf = (candidacyId: string) =>
  world.within(async ({ trx }) => {
    const row = await trx.selectFrom('candidacy').select('edition').where('id', '=', candidacyId).executeTakeFirst();
    return row?.edition;
  });

describe('checking a file', () => {
  test('says what people would see, and stores nothing', async () => {
    const checked = await manager.api.programs.checkProgram({ organization, yaml: stricter('2031') });
    if (!checked.ok) throw new Error('The file is refused.');
    expect(checked).toMatchObject({ published: false, sample: { status: 'draft', edition: '2031' } });
    expect(checked.checklist.map(({ id, asked }) => [id, asked])).toEqual([
      ['experience', true],
      ['education', true],
      ['conduct', true],
    ]);
    expect(checked.prices.map(({ payerClass, totalMinor }) => [payerClass.id, totalMinor])).toEqual([
      ['member', 17_500],
      ['other', 22_500],
    ]);
    const { editions } = await manager.api.programs.listEditions({ organization, programId: 'calt' });
    expect(editions.map((one) => one.edition)).toEqual(['2026']);
  });

  test('names line, column and a hint for each problem', async () => {
    const wrong = yaml.replace(/^currency: USD$/m, 'curency: USD');
    const checked = await manager.api.programs.checkProgram({ organization, yaml: wrong });
    const line = wrong.split('\n').findIndex((text) => text.startsWith('curency')) + 1;
    expect(checked.ok).toBe(false);
    expect(checked.problems).toContainEqual(expect.objectContaining({ line, column: 1, hint: expect.any(String) }));
  });

  test('says that an edition is published already', async () => {
    expect(await manager.api.programs.checkProgram({ organization, yaml })).toMatchObject({
      ok: true,
      published: true,
    });
  });
});

describe('the draft of a program', () => {
  test('is shared: who saves on an older one is told who was faster', async () => {
    const other = await world.person('Otto Other', ['program-manager']);
    const draft = (text: string, revision: number) => ({ organization, programId: 'calt', yaml: text, revision });
    expect(await manager.api.programs.saveDraft(draft('one', 0))).toMatchObject({ revision: 1 });
    expect(await other.api.programs.saveDraft(draft('two', 1))).toMatchObject({ revision: 2 });
    for (const revision of [0, 1]) {
      const lost = await refusal(manager.api.programs.saveDraft(draft('three', revision)));
      expect(lost.code).toBe('programs.draft-changed');
      expect(lost.message).toMatch(/^Otto Other saved this draft on March 1, 2027/);
    }
    const { draft: kept, inForce } = await manager.api.programs.getDraft({ organization, programId: 'calt' });
    expect(kept).toMatchObject({ yaml: 'two', revision: 2, savedBy: 'Otto Other' });
    expect(inForce).toMatchObject({ edition: '2026', yaml });
  });

  test('is no business of other roles', async () => {
    const reviewer = await world.person('Ruth Reviewer', ['reviewer']);
    const call = reviewer.api.programs.getDraft({ organization, programId: 'calt' });
    expect(await refusal(call)).toMatchObject({ code: 'platform.not-allowed' });
  });
});

describe('a preview', () => {
  test('finds who would be decided otherwise, by number and with the lines that differ', async () => {
    const preview = await manager.api.programs.previewEdition({ organization, yaml: stricter('2027') });
    expect(preview).toMatchObject({ state: 'done', done: 2, total: 2, unread: 0, requestedBy: 'Mia Manager' });
    expect(preview.counts).toContainEqual({ moment: 'now', effect: 'worse', candidacies: 2 });
    const { previewId } = preview;
    const page = await manager.api.programs.getPreview({ organization, previewId, page: 1, effect: 'worse' });
    const found = page.candidacies.find(({ candidacyId }) => candidacyId === certified);
    expect(found?.number).toMatch(/^T-/);
    expect(found?.differences[0]).toMatchObject({ moment: 'now', effect: 'worse' });
    expect(found?.differences[0]?.lines.map(({ id }) => id)).toContain('experience');
    expect(JSON.stringify(page)).not.toContain('Cara');
    const better = await manager.api.programs.getPreview({ organization, previewId, page: 1, effect: 'better' });
    expect(better).toMatchObject({ matching: 0, candidacies: [] });
  });

  test('of the same rules finds nobody', async () => {
    const preview = await manager.api.programs.previewEdition({ organization, yaml: edition('2027') });
    expect(preview).toMatchObject({ state: 'done', affected: 0, counts: [] });
  });

  test('of many candidacies is a job that can be left and come back to', async () => {
    const many = 310;
    await world.within(async ({ trx, organization: { id } }) => {
      const of = { organization_id: id, program_id: 'calt', edition: '2026', person_id: manager.personId };
      const rows = Array.from({ length: many }, (_, index) => ({
        ...of,
        id: newId(),
        number: `T-${index}`,
        created_at: world.now(),
        closed_at: world.now(),
      }));
      await trx.insertInto('candidacy').values(rows).execute();
    });
    const begun = await manager.api.programs.previewEdition({ organization, yaml: stricter('2027') });
    expect(begun).toMatchObject({ state: 'running', done: 0, total: many + 2, affected: 0 });
    await world.runJobs();
    const { previewId } = begun;
    const ended = await manager.api.programs.getPreview({ organization, previewId, page: 1 });
    expect(ended).toMatchObject({ state: 'done', done: many + 2, unread: 0 });
    expect(ended.counts).toContainEqual({ moment: 'now', effect: 'worse', candidacies: 2 });
  });

  test('that nobody asked for is not found', async () => {
    const call = manager.api.programs.getPreview({ organization, previewId: newId(), page: 1 });
    expect(await refusal(call)).toMatchObject({ code: 'programs.no-such-preview' });
  });
});

describe('publishing', () => {
  const withTransition = (name: string, lines: string) =>
    `${edition(name)}\ntransition:\n  from: ["2026"]\n${lines}  text: What it means.\n  assumed: [from, candidates, certificants, keepUntil]\n`;

  test('moves whom the transition moves, says how many, and takes the draft away', async () => {
    world.setClock('2027-04-01T09:00:00.000Z');
    const file = withTransition('2027', '  candidates: keep\n  certificants: move\n  keepUntil: "2027-06-30"\n');
    const published = await manager.api.programs.publishEdition({ organization, yaml: file });
    expect(published.transition).toEqual({
      movedNow: { candidates: 0, certificants: 1 },
      movedLater: { on: '2027-07-01', candidates: 1 },
      kept: { candidates: 0, certificants: 0 },
    });
    expect(await manager.api.programs.getDraft({ organization, programId: 'calt' })).not.toHaveProperty('draft');
    await world.runJobs();
    expect([await editionOf(certified), await editionOf(applied)]).toEqual(['2027', '2026']);
    const { standing, history } = await manager.api.candidacies.getCandidacy({ candidacyId: certified });
    expect(standing).toMatchObject({ status: 'certified', edition: '2027', flags: [] });
    expect(history.filter(({ kind }) => kind === 'edition-moved')).toHaveLength(1);
  });

  test('moves those who were kept on the day after the last, once', async () => {
    world.setClock('2027-06-30T23:00:00.000Z');
    await world.sweep();
    expect(await editionOf(applied)).toBe('2026');
    world.setClock('2027-07-01T01:00:00.000Z');
    await world.sweep();
    await world.sweep();
    expect(await editionOf(applied)).toBe('2027');
    const { standing, history } = await manager.api.candidacies.getCandidacy({ candidacyId: applied });
    expect(standing).toMatchObject({ edition: '2027', flags: [] });
    expect(history.filter(({ kind }) => kind === 'edition-moved')).toHaveLength(1);
  });
});
