import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackages, stockBank } from '../scoring/testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../scoring/testing/world.ts';
import { chooseForm, importItems, importPackages, listFormItems } from './index.ts';

let world: World;
let psychometrician: Caller;
let organization: string;
let programId: string;
let formIds: string[];

beforeAll(async () => {
  world = await createWorld();
  psychometrician = await world.person('Petra Psychometrician', ['psychometrician']);
  organization = world.organization.slug;
  programId = world.programId;
  formIds = await stockBank(world);
});
afterAll(() => world.close());

const item = (identifier: string, { key = 'A', body = '', processing = true } = {}) => `<?xml version="1.0"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="T" time-dependent="false">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>${key}</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>${body}<qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-prompt>Which?</qti-prompt>
    <qti-simple-choice identifier="A">One</qti-simple-choice><qti-simple-choice identifier="B">Two</qti-simple-choice>
  </qti-choice-interaction></qti-item-body>
  ${processing ? '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>' : ''}
</qti-assessment-item>`;
const source = (xml: string, topic = 'reference') => ({ xml, topic, cognitiveLevel: 'apply', objective: 'Ask' });
const load = (items: ReturnType<typeof source>[]) =>
  psychometrician.api.itemBank.importItems({ organization, programId, items });

describe('importing', () => {
  test('takes whole packages, and again finds all of it unchanged', async () => {
    const packages = await readPackages();
    const again = await world.within((scope) => importPackages(scope, programId, packages));
    expect(again).toEqual({ imported: 0, unchanged: 162 });
    const listed = await psychometrician.api.itemBank.listItems({ organization, programId, page: 1 });
    expect(listed.total).toBe(162);
    const objectives = listed.items.map(({ objective }) => objective);
    expect(objectives.every((objective) => objective !== '')).toBe(true);
  });

  test('makes a changed item the next version, which forms already published do not take over', async () => {
    expect(await load([source(item('versioned'))])).toEqual({ imported: 1, unchanged: 0 });
    expect(await load([source(item('versioned'))])).toEqual({ imported: 0, unchanged: 1 });
    expect(await load([source(item('versioned', { key: 'B' }))])).toEqual({ imported: 1, unchanged: 0 });
    const rows = await world.within(({ trx }) =>
      trx.selectFrom('item').select('version').where('identifier', '=', 'versioned').orderBy('version').execute(),
    );
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    const listed = await psychometrician.api.itemBank.listItems({
      organization,
      programId,
      page: 1,
      topic: 'reference',
    });
    expect(listed.items.filter(({ identifier }) => identifier === 'versioned')).toHaveLength(1);
  });

  test('takes all or nothing, and says of each item where it fails and why', async () => {
    const refused = await refusal(
      load([
        source(item('good')),
        source('<qti-assessment-item'),
        source(item('lossy', { body: '<video src="x.mp4"/>' })),
        source(item('keyless', { processing: false })),
        source(item('pictured', { body: '<p><img src="images/a.png" alt="A"/></p>' })),
        source(item('wrong-key', { key: 'Z' })),
        source(item('good')),
      ]),
    );
    expect(refused.code).toBe('item-bank.items-refused');
    const at = (index: number) => refused.fields.filter(({ path }) => path === `items.${index}.xml`);
    expect(at(0)).toEqual([]);
    for (const index of [1, 2, 3, 4, 5, 6]) expect(at(index).length, `item ${index}`).toBeGreaterThan(0);
    expect(JSON.stringify(at(1))).toMatch(/Line \d+, column \d+/);
    expect(JSON.stringify(at(4))).toContain('images/a.png');
    expect(JSON.stringify(at(6))).toContain('twice');
    const rows = await world.within(({ trx }) =>
      trx.selectFrom('item').select('id').where('identifier', '=', 'good').execute(),
    );
    expect(rows).toEqual([]);
  });

  test('refuses items of a topic from which no exam of the program draws', async () => {
    const refused = await refusal(load([source(item('stray'), 'astronomy'), source(item('fitting'))]));
    expect(refused.code).toBe('item-bank.items-refused');
    expect(refused.fields).toMatchObject([{ path: 'items.0.xml', message: expect.stringContaining('"astronomy"') }]);
    expect(refused.message).toContain('cataloging');
  });

  test('of several hundred items takes a handful of statements, not one an item', async () => {
    const many = Array.from({ length: 200 }, (_, index) => source(item(`zz-bulk-${index}`)));
    const { written, statements } = await world.within(async (scope) => {
      const executed: string[] = [];
      const trx = scope.trx.withPlugin({
        transformQuery: ({ node }) => {
          executed.push(node.kind);
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      return { written: await importItems({ ...scope, trx }, programId, many), statements: executed.length };
    });
    expect(written).toEqual({ imported: 200, unchanged: 0 });
    expect(statements).toBeLessThanOrEqual(2);
  });

  test('names the file of a package that the manifest lists and nobody brought', async () => {
    const [first] = await readPackages();
    if (!first) throw new Error('There is no package.');
    const files = new Map([...first.files].slice(0, 3)).set(
      'imsmanifest.xml',
      first.files.get('imsmanifest.xml') ?? '',
    );
    const refused = await refusal(
      world.within((scope) => importPackages(scope, programId, [{ name: first.name, files }])),
    );
    expect(refused.code).toBe('item-bank.items-refused');
    expect(refused.message).toContain('its file is missing');
  });
});

describe('forms', () => {
  test('follow the blueprint and share no item that the pool has enough of', async () => {
    const { forms } = await psychometrician.api.itemBank.listForms({ organization, programId });
    expect(forms).toHaveLength(2);
    for (const form of forms) {
      expect(form.items).toBe(100);
      expect(Object.fromEntries(form.topics.map(({ topic, items }) => [topic, items]))).toEqual({
        cataloging: 24,
        reference: 20,
        'customer-service': 18,
        technology: 16,
        collection: 12,
        administration: 10,
      });
    }
    const [first, second] = await Promise.all(formIds.map((id) => world.within((scope) => listFormItems(scope, id))));
    const known = new Set(first?.map(({ itemId }) => itemId));
    const shared = second?.filter(({ itemId }) => known.has(itemId)) ?? [];
    // What the bank lacks to fill two forms: 8 + 8 + 8 + 6 + 4 + 4.
    expect(shared).toHaveLength(38);
  });

  test('are frozen: the database refuses to change them', async () => {
    const change = world.within(({ trx }) =>
      trx.updateTable('form_item').set({ position: 101 }).where('position', '=', 1).execute(),
    );
    await expect(change).rejects.toThrow('permission denied');
  });

  test('are refused under a name that is taken, for what is no exam, and from too small a bank', async () => {
    const order = { organization, programId, assessmentId: 'exam', seed: 1 };
    const publish = (more: { name: string; assessmentId?: string }) =>
      refusal(psychometrician.api.itemBank.publishForm({ ...order, ...more }));
    expect((await publish({ name: 'Form 1' })).code).toBe('item-bank.name-taken');
    expect((await publish({ name: 'X', assessmentId: 'portfolio' })).code).toBe('item-bank.no-such-assessment');
    const bare = await createWorld();
    const other = await bare.person('Bea Bare', ['psychometrician']);
    const short = await refusal(other.api.itemBank.publishForm({ ...order, name: 'Form 1' }));
    expect(short).toMatchObject({ code: 'item-bank.too-few-items' });
    expect(short.message).toContain('cataloging 0 of 24');
    await bare.close();
  });

  test('are chosen for a key alike, never one that is excluded, and of the edition asked for', async () => {
    const choose = (excludeFormIds: string[], more: { edition?: string; key?: string } = {}) =>
      world.within((scope) => chooseForm(scope, { programId, assessmentId: 'exam', excludeFormIds, ...more }));
    expect(await choose([formIds[0] ?? ''])).toBe(formIds[1]);
    expect(await choose(formIds)).toBeUndefined();
    expect(await choose([], { edition: '1999' })).toBeUndefined();
    expect(await choose([], { key: 'a' })).toBe(await choose([], { key: 'a' }));
    const drawn = await Promise.all(Array.from({ length: 20 }, (_, index) => choose([], { key: `k${index}` })));
    expect(new Set(drawn).size).toBe(2);
  });

  test('are made for candidates of an earlier edition by its blueprint', async () => {
    const earlier = await psychometrician.api.itemBank.publishForm({
      ...{ organization, programId, assessmentId: 'exam', name: 'For 2026', seed: 5, edition: world.program.edition },
    });
    expect(earlier).toMatchObject({ edition: world.program.edition, items: 100 });
    const unknown = { organization, programId, assessmentId: 'exam', name: 'For 1999', seed: 5, edition: '1999' };
    expect((await refusal(psychometrician.api.itemBank.publishForm(unknown))).code).toBe('programs.no-such-program');
  });
});

describe('the author view', () => {
  test('shows key and rationale to those who may, and every look is in the audit chain', async () => {
    const { items } = await psychometrician.api.itemBank.listItems({ organization, programId, page: 1 });
    const itemId = items[0]?.id ?? '';
    const seen = await psychometrician.api.itemBank.getItem({ organization, itemId });
    expect(seen.choices.filter(({ key }) => key)).toHaveLength(1);
    expect(seen.rationale).not.toBe('');
    expect(seen.stem).not.toBe('');
    expect(seen.stem).not.toContain(seen.rationale);
    const entries = await world.within(({ trx }) =>
      trx.selectFrom('audit_entry').select('actor_id').where('subject', '=', `item:${itemId}`).execute(),
    );
    expect(entries).toEqual([{ actor_id: psychometrician.personId }]);
  });

  test('is closed to everybody else', async () => {
    const candidate = await world.person('Cara Candidate');
    const manager = await world.person('Max Manager', ['program-manager']);
    const { items } = await psychometrician.api.itemBank.listItems({ organization, programId, page: 1 });
    const itemId = items[0]?.id ?? '';
    for (const { api } of [candidate, manager]) {
      expect((await refusal(api.itemBank.getItem({ organization, itemId }))).code).toMatch(/^platform\./);
    }
  });
});
