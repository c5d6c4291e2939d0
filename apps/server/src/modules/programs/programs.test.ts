import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHiddenText, squeeze, textOf } from '../../platform/pdf/testing/check-layout.ts';
import { inspect } from '../../platform/pdf/testing/read-pdf.ts';
import { type Caller, createWorld, readCalt, refusal, type World } from '../candidacies/testing/world.ts';
import { addMember, createOrganization } from '../identity/index.ts';
import { getEdition, listProgramsInForce, publishEdition } from './index.ts';

let world: World;
let manager: Caller;
let yaml: string;

beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('Mia Manager', ['program-manager']);
  yaml = await readCalt();
});
afterAll(() => world.close());

const edition = (name: string) => yaml.replace(/^edition: .*$/m, `edition: "${name}"`);

describe('a program', () => {
  test('is found by its id, its abbreviation and its title', async () => {
    for (const programId of ['calt', 'CALT', 'Certified Academic Library Technician']) {
      const found = await manager.api.programs.findProgram({ programId });
      expect(found).toMatchObject({ organization: 'ala', demonstration: true, program: { id: 'calt' } });
    }
    expect(await refusal(manager.api.programs.findProgram({ programId: 'nothing' }))).toMatchObject({
      code: 'programs.no-such-program',
    });
  });

  test('of a rehearsal is neither listed nor found by its id alone', async () => {
    const rehearsal = await world.db.system((trx) =>
      createOrganization(trx, { slug: 'rehearsal-1', name: 'Rehearsal', kind: 'rehearsal' }),
    );
    const changed = yaml.replace(/^id: calt$/m, 'id: calt-rehearsed');
    await world.db.tenant(rehearsal.id, (trx) =>
      publishEdition({ trx, organization: rehearsal, now: world.now() }, changed, null),
    );
    const { programs } = await manager.api.programs.listPrograms({});
    expect(programs.map((program) => program.id)).toEqual(['calt']);
    expect(await refusal(manager.api.programs.findProgram({ programId: 'calt-rehearsed' }))).toMatchObject({
      code: 'programs.no-such-program',
    });
    // Its own staff finds it where it names the organization, and nobody else does.
    const inOrganization = { organization: 'rehearsal-1' };
    expect((await manager.api.programs.listPrograms(inOrganization)).programs).toEqual([]);
    await world.db.tenant(rehearsal.id, (trx) =>
      addMember({ trx, organization: rehearsal, now: world.now() }, manager.personId, ['program-manager']),
    );
    const own = await manager.api.programs.listPrograms(inOrganization);
    expect(own.programs.map((program) => program.id)).toEqual(['calt-rehearsed']);
    expect((await manager.api.programs.listPrograms({})).programs.map(({ id }) => id)).toEqual(['calt']);
    const inside = await manager.api.programs.getProgram({ organization: 'rehearsal-1', programId: 'calt-rehearsed' });
    expect(inside.program.id).toBe('calt-rehearsed');
  });
});

describe('the handbook', () => {
  test('holds all chapters, is marked as a demonstration, and is the same each time', async () => {
    const order = { organization: 'ala', programId: 'calt' };
    const bytes = async () => Buffer.from(await (await manager.api.programs.getHandbookPdf(order)).arrayBuffer());
    const [pdf, again] = [await bytes(), await bytes()];
    expect(again.equals(pdf)).toBe(true);
    const words = squeeze(textOf(pdf));
    for (const heading of ['Who may apply', 'What is assessed', 'What it costs', 'Keeping it', 'Rights and duties']) {
      expect(words).toContain(squeeze(heading));
    }
    expect(words).toContain(squeeze('Demonstration. Not a real handbook.'));
    expect(words).toContain(squeeze('Sources and assumptions'));
    expect(findHiddenText(pdf)).toEqual([]);
    expect(inspect(pdf).pdfUaPart).toBe('1');
  });
});

describe('an edition', () => {
  test('once published stays as it is, and the latest is in force', async () => {
    expect(await refusal(manager.api.programs.publishEdition({ organization: 'ala', yaml }))).toMatchObject({
      code: 'programs.edition-exists',
    });
    world.setClock('2027-06-01T00:00:00.000Z');
    await manager.api.programs.publishEdition({ organization: 'ala', yaml: edition('2027') });
    const latest = await manager.api.programs.getProgram({ organization: 'ala', programId: 'calt' });
    expect(latest).toMatchObject({ publishedAt: '2027-06-01T00:00:00.000Z', program: { edition: '2027' } });
    const former = await manager.api.programs.getProgram({ organization: 'ala', programId: 'calt', edition: '2026' });
    expect(former.program.edition).toBe('2026');
    const { editions } = await manager.api.programs.listEditions({ organization: 'ala', programId: 'calt' });
    expect(editions.map((one) => [one.edition, one.publishedBy])).toEqual([
      ['2027', 'Mia Manager'],
      ['2026', 'Testamur'],
    ]);
    const inForce = await world.within((scope) => listProgramsInForce(scope.trx, scope.organization.id));
    expect(inForce.map((program) => program.edition)).toEqual(['2027']);
  });

  test('that does not exist is refused by name', async () => {
    const call = world.within((scope) => getEdition(scope.trx, scope.organization.id, 'calt', '1999'));
    await expect(call).rejects.toThrow('The program "calt" has no published edition "1999".');
  });

  test('with a wrong file is refused with a field for each line and column', async () => {
    const wrong = yaml.replace(/^currency: USD$/m, 'curency: USD');
    const refused = await refusal(manager.api.programs.publishEdition({ organization: 'ala', yaml: wrong }));
    expect(refused.code).toBe('programs.file-refused');
    const line = wrong.split('\n').findIndex((text) => text.startsWith('curency')) + 1;
    expect(refused.fields).toContainEqual({
      path: `yaml:${line}:1`,
      message: expect.stringMatching(new RegExp(`^Line ${line}, column 1: .*currency`)),
    });
  });

  test('is published by program managers alone', async () => {
    const reviewer = await world.person('Ruth Reviewer', ['reviewer']);
    expect(await refusal(reviewer.api.programs.publishEdition({ organization: 'ala', yaml }))).toMatchObject({
      code: 'platform.not-allowed',
    });
  });
});
