import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { InteractionKind } from './model/interaction.ts';
import type { AssessmentItem } from './model/item.ts';
import { STANDARD_TEMPLATES } from './model/processing.ts';
import type { PlainValue, PlainValues } from './model/value.ts';
import { interactionsOf } from './model/walk.ts';
import { parseItem } from './parse/parse-item.ts';
import { parseTest } from './parse/parse-test.ts';
import { maxScore } from './process/max-score.ts';
import { startItem } from './process/start-item.ts';
import { submitResponses } from './process/submit-responses.ts';
import { validateResponse } from './process/validate-response.ts';
import { runTest, type TestStep } from './testing/run-test.ts';

interface Attempt {
  readonly responses?: PlainValues;
  readonly duration?: number;
  readonly error?: string;
  readonly outcomes?: PlainValues;
  readonly templates?: PlainValues;
  readonly correct?: boolean | null;
  readonly complete?: boolean;
  readonly completionStatus?: string;
}

interface ItemCase extends Attempt {
  readonly name: string;
  readonly seed?: number;
  readonly context?: PlainValues;
  readonly templateDefaults?: PlainValues;
  /** Each in place of the case's own responses, one after the other. */
  readonly attempts?: readonly Attempt[];
}

interface TestCase {
  readonly name: string;
  readonly seed?: number;
  readonly context?: PlainValues;
  readonly steps: readonly TestStep[];
}

interface ConformanceFile {
  readonly subject: string;
  readonly clause: string;
  readonly item?: string;
  readonly maxScore?: number | null;
  readonly test?: string;
  readonly items?: Readonly<Record<string, string>>;
  readonly cases: readonly (ItemCase & TestCase)[];
}

/** All but the custom interaction, of which no one but its maker knows what it gives. */
const INTERACTIONS: Record<Exclude<InteractionKind, 'custom'>, true> = {
  associate: true,
  choice: true,
  drawing: true,
  'end-attempt': true,
  'extended-text': true,
  'gap-match': true,
  'graphic-associate': true,
  'graphic-gap-match': true,
  'graphic-order': true,
  hotspot: true,
  hottext: true,
  'inline-choice': true,
  match: true,
  media: true,
  order: true,
  'portable-custom': true,
  'position-object': true,
  'select-point': true,
  slider: true,
  'text-entry': true,
  upload: true,
};

const RULES = [
  ...['condition', 'if', 'else-if', 'else'].flatMap((rule) =>
    ['response', 'template', 'outcome'].map((family) => `${family}-${rule}`),
  ),
  ...['set-outcome-value', 'lookup-outcome-value', 'set-template-value', 'set-correct-response', 'set-default-value'],
  ...['exit-response', 'exit-template', 'exit-test', 'template-constraint'],
  ...['response-processing-fragment', 'outcome-processing-fragment'],
];

const ROOT = new URL('../conformance/', import.meta.url).pathname;
const files = ['interactions', 'rules', 'templates', 'tests'].flatMap((folder) =>
  globSync(`${ROOT}${folder}/*.yaml`)
    .sort()
    .map((path) => ({
      folder,
      name: path.slice(ROOT.length),
      file: readFile(path),
    })),
);

function readFile(path: string): ConformanceFile {
  return parse(readFileSync(path, 'utf8'));
}

function readItem(xml: string): AssessmentItem {
  const result = parseItem(xml);
  if (result.status === 'ok') return result.item;
  throw new Error(`${result.status}: ${result.messages.map(({ line, text }) => `${line}: ${text}`).join('; ')}`);
}

function readTest(xml: string) {
  const result = parseTest(xml);
  if (result.status === 'ok') return result.test;
  throw new Error(`${result.status}: ${result.messages.map(({ line, text }) => `${line}: ${text}`).join('; ')}`);
}

describe.each(files)('$name', ({ file }) => {
  if (file.test !== undefined) {
    it.each(file.cases)('$name', ({ steps, seed = 1, context = {} }) => {
      const items = new Map(Object.entries(file.items ?? {}).map(([href, xml]) => [href, readItem(xml)]));
      runTest(readTest(file.test ?? ''), items, { seed, context }, steps);
    });
    return;
  }
  it.each(file.cases)('$name', (one) => {
    const item = readItem(file.item ?? '');
    let session = startItem(item, {
      seed: one.seed ?? 0,
      context: one.context ?? {},
      templateDefaults: one.templateDefaults ?? {},
    });
    for (const attempt of one.attempts ?? [one]) {
      if (attempt.templates !== undefined) expect(session.templates).toEqual(attempt.templates);
      if (attempt.responses === undefined) continue;
      const { duration } = attempt;
      const submitted = submitResponses(item, session, attempt.responses, { duration });
      session = submitted.session;
      if (attempt.error !== undefined) {
        expect(submitted.errors.map(({ reason }) => reason)).toEqual([attempt.error]);
        continue;
      }
      expect(submitted.errors).toEqual([]);
      expect(submitted.outcomes).toEqual(attempt.outcomes);
      if (attempt.correct !== undefined) expect(submitted.correct).toBe(attempt.correct);
      expect(submitted.complete).toBe(attempt.complete ?? true);
      if (attempt.completionStatus !== undefined) expect(session.completionStatus).toBe(attempt.completionStatus);
    }
  });
  if (file.maxScore !== undefined) {
    it(`earns ${file.maxScore} at most`, () => expect(maxScore(readItem(file.item ?? ''))).toBe(file.maxScore));
  }
});

describe('the conformance files', () => {
  const cases = files.flatMap(({ file }) => file.cases);
  it('hold at least 110 cases', () => expect(cases.length).toBeGreaterThanOrEqual(110));

  it.each(STANDARD_TEMPLATES)('prove %s right, wrong and for no answer', (template) => {
    const file = files.find((one) => one.folder === 'templates' && one.file.subject === template)?.file;
    expect(file?.cases.length).toBeGreaterThanOrEqual(3);
    expect(file?.cases.some(({ responses }) => responses?.RESPONSE === null)).toBe(true);
  });

  it('have every interaction that has a response of its own, and every rule', () => {
    const found = files.flatMap(({ file }) => (file.item === undefined ? [] : [readItem(file.item)]));
    const kinds = found.flatMap(({ body }) => interactionsOf(body).map(({ interaction }) => interaction));
    expect(new Set(kinds)).toEqual(new Set(Object.keys(INTERACTIONS)));
    const text = JSON.stringify(files.map(({ file }) => file));
    for (const rule of RULES) expect(text).toContain(`<qti-${rule}`);
  });

  const interactions = files.filter(({ folder }) => folder === 'interactions');
  it.each(interactions)('$name scores NULL and two different answers', ({ file }) => {
    const outcomes = file.cases
      .filter((one) => one.error === undefined)
      .map((one) => JSON.stringify(one.outcomes ?? one.attempts));
    expect(new Set(outcomes).size).toBeGreaterThanOrEqual(2);
    const empty = (value: PlainValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
    expect(file.cases.some(({ responses }) => responses !== undefined && Object.values(responses).every(empty))).toBe(
      true,
    );
  });

  it.each(interactions)('$name has answers that are the same when they come back', ({ file }) => {
    const item = readItem(file.item ?? '');
    for (const { responses, error } of file.cases) {
      if (responses === undefined || error !== undefined) continue;
      const first = submitResponses(item, startItem(item), responses);
      const again = validateResponse(item, first.session.responses);
      expect(again).toMatchObject({ ok: true, responses: first.session.responses });
    }
  });
});
