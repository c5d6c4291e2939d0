import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHiddenText, squeeze, textOf } from '../../platform/pdf/testing/check-layout.ts';
import { importPractice } from './index.ts';
import { readCalendar } from './testing/read-calendar.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const plan = { years: 10, retakes: 0, tuition: 'none' } as const;
const refused = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: { code?: string; message: string; data?: unknown }) => error,
  );

describe('the interview', () => {
  test('begins with every program possible, and ends when nothing that matters is open', async () => {
    let answers: Record<string, string> = {};
    const first = await world.api.guide.readInterview({ answers });
    expect(first).toMatchObject({ possible: world.files.length, answered: [] });
    for (let round = 0; round < 60; round += 1) {
      const { next } = await world.api.guide.readInterview({ answers });
      if (next === undefined) break;
      answers = { ...answers, [next.key]: next.options[0]?.value ?? '' };
    }
    const last = await world.api.guide.readInterview({ answers });
    expect(last.next).toBeUndefined();
    expect(last.answered.map(({ key }) => key).sort()).toEqual(Object.keys(answers).sort());
    expect(last.answered.every(({ answer }) => answer.length === 1)).toBe(true);
  });

  test('says of what is missing why, what to do, and in which month it can be there', async () => {
    const { programs } = await world.api.guide.readInterview({
      answers: { work: 'academic-library', 'years:academic-library': '0' },
      programs: ['CALT'],
    });
    expect(programs).toHaveLength(1);
    expect(programs[0]).toMatchObject({ programId: 'calt', state: 'not-yet', takesMonths: 24, reachedIn: '2029-03' });
    const experience = programs[0]?.requirements.find(({ id }) => id === 'experience');
    expect(experience).toMatchObject({ state: 'missing', needed: true, takesMonths: 24, reachedIn: '2029-03' });
    expect(experience?.remedy).toMatch(/^Work 2 years more/);
  });

  test('refuses a program that nobody knows, and a language that is none', async () => {
    expect(await refused(world.api.guide.readInterview({ answers: {}, programs: ['nothing'] }))).toMatchObject({
      code: 'programs.no-such-program',
    });
    expect(await refused(world.api.guide.readInterview({ answers: {}, language: 'not a language' }))).toMatchObject({
      code: 'platform.invalid',
    });
  });
});

describe('a plan', () => {
  test('fills in what was left open, for every program', async () => {
    for (const { program } of world.files) {
      const made = await world.api.guide.makePlan({ programId: program.id, ...plan });
      const { assumptions, events, years } = made;
      expect(assumptions).toMatchObject({ startOn: '2027-03-01', years: 10 });
      expect(assumptions.region).toBe(program.regions?.[0]?.id);
      expect(Object.keys(assumptions.track ?? {})).toEqual((program.tracks ?? []).map(({ id }) => id));
      expect(made.untilCertifiedMinor + made.keepingMinor).toBe(made.totalMinor);
      expect(years.at(-1)?.sumMinor).toBe(made.totalMinor);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).sort());
    }
  });

  test('follows the choices: the region decides the price', async () => {
    const priced = world.files.find(({ program }) => program.regions !== undefined)?.program;
    if (!priced?.regions) throw new Error('No program has regions.');
    const totals = new Set<number>();
    for (const { id: region } of priced.regions) {
      totals.add((await world.api.guide.makePlan({ programId: priced.id, region, ...plan })).untilCertifiedMinor);
    }
    expect(totals.size).toBeGreaterThan(1);
  });

  test('refuses a choice that the program does not have, and names those that it has', async () => {
    const wrong = await refused(world.api.guide.makePlan({ programId: 'calt', payerClass: 'nobody', ...plan }));
    expect(wrong).toMatchObject({ code: 'guide.no-such-choice' });
    expect(wrong?.message).toContain('member, other');
    expect(wrong?.data).toMatchObject({ fields: [{ path: 'payerClass' }] });
    for (const more of [{ region: 'mars' }, { track: { level: 'x' } }, { bundle: 'x' }, { route: 'x' }]) {
      expect(await refused(world.api.guide.makePlan({ programId: 'calt', ...more, ...plan }))).toMatchObject({
        code: 'guide.no-such-choice',
      });
    }
  });

  test('can be printed: all that it says stands in the PDF', async () => {
    for (const { program } of world.files) {
      const order = { programId: program.id, ...plan };
      const made = await world.api.guide.makePlan(order);
      const pdf = Buffer.from(await (await world.api.guide.getPlanPdf(order)).arrayBuffer());
      const words = squeeze(textOf(pdf));
      for (const { title } of made.events) expect(words).toContain(squeeze(title));
      expect(words).toContain(squeeze(made.credentialTitle));
      expect(words).toContain(squeeze('Demonstration. Not a real offer.'));
      expect(findHiddenText(pdf)).toEqual([]);
    }
  });
});

describe('the calendar of a plan', () => {
  const read = async (order: Parameters<World['api']['guide']['getPlanCalendar']>[0]) => {
    const file = await world.api.guide.getPlanCalendar(order);
    expect(file.type).toBe('text/calendar; charset=utf-8');
    return readCalendar(await file.text());
  };

  test('is one all-day event a date, as RFC 5545 asks, for every program', async () => {
    for (const { program } of world.files) {
      const order = { programId: program.id, ...plan };
      const { events, textOf: wordsOf } = await read(order);
      const made = await world.api.guide.makePlan(order);
      expect(events).toHaveLength(made.events.length);
      for (const [index, event] of events.entries()) {
        const { on = '', title = '' } = made.events[index] ?? {};
        expect(event.DTSTART).toMatchObject({ parameters: ';VALUE=DATE', value: on.replaceAll('-', '') });
        expect(Number(event.DTEND?.value)).toBeGreaterThan(Number(event.DTSTART?.value));
        expect(event.DTSTAMP?.value).toBe('20270301T090000Z');
        expect(wordsOf(event, 'SUMMARY')).toContain(title);
      }
      expect(new Set(events.map((event) => event.UID?.value)).size).toBe(events.length);
    }
  });

  test('keeps the identifier of an event when the plan is made anew, and has another for another plan', async () => {
    const uids = async (more: object) =>
      (await read({ programId: 'calt', ...plan, ...more })).events.map(({ UID }) => UID?.value);
    expect(await uids({ payerClass: 'member' })).toEqual(expect.arrayContaining(await uids({})));
    expect(await uids({ startOn: '2028-01-01' })).not.toEqual(expect.arrayContaining((await uids({})).slice(0, 1)));
  });
});

describe('practice', () => {
  test('gives items without a word on keys, and keys and reasons only for what was answered', async () => {
    const { items, tests } = await world.api.guide.getPractice({ programId: 'comptia-a-plus' });
    expect(items).toHaveLength(10);
    expect(tests.map(({ items: count }) => count)).toEqual([5, 5]);
    expect(JSON.stringify(items)).not.toMatch(/correct|rationale|"key/i);
    const [first, second] = items;
    if (!first || !second) throw new Error('There are too few items.');
    const scored = await world.api.guide.scorePractice({
      programId: 'comptia-a-plus',
      responses: { [first.identifier]: 'B', [second.identifier]: '' },
    });
    expect(scored).toMatchObject({ score: 1, maxScore: 1 });
    expect(scored.items).toHaveLength(1);
    expect(scored.items[0]).toMatchObject({ identifier: first.identifier, correct: true, key: { RESPONSE: 'B' } });
    expect(scored.items[0]?.rationale).not.toBe('');
    expect(JSON.stringify(items)).not.toContain(scored.items[0]?.rationale);
  });

  test('of a practice test is drawn from its topics', async () => {
    const { tests } = await world.api.guide.getPractice({ programId: 'comptia-a-plus' });
    for (const { id: material, items: count } of tests) {
      const { items } = await world.api.guide.getPractice({ programId: 'comptia-a-plus', material });
      expect(items).toHaveLength(count);
    }
    const none = refused(world.api.guide.getPractice({ programId: 'comptia-a-plus', material: 'nothing' }));
    expect(await none).toMatchObject({ code: 'guide.no-such-material' });
  });

  test('refuses answers that no item has', async () => {
    const score = (responses: Record<string, string>) =>
      refused(world.api.guide.scorePractice({ programId: 'calt', responses }));
    expect(await score({ 'calt-practice-001': 'Z' })).toMatchObject({ code: 'guide.no-such-item' });
    expect(await score({ 'no-such-item': 'A' })).toMatchObject({ code: 'guide.no-such-item' });
  });

  test('says where there is none', async () => {
    const bare = world.files.find(({ practice }) => practice.length === 0)?.program.id ?? '';
    expect(await refused(world.api.guide.getPractice({ programId: bare }))).toMatchObject({
      code: 'guide.no-practice',
    });
  });

  test('takes no item that stands in the bank of the exams', async () => {
    const { program, packages } = world.files.find(({ practice }) => practice.length > 0) ?? {};
    if (!program || !packages) throw new Error('No program has practice items.');
    const call = world.within((scope) => importPractice(scope, program.id, packages.slice(0, 1)));
    await expect(call).rejects.toMatchObject({ code: 'guide.item-in-bank' });
  });
});
