import { describe, expect, it } from 'vitest';
import { caltText } from '../testing/calt.ts';
import { parseProgram } from './parse.ts';
import type { ProgramProblem } from './problem.ts';

function problemsOf(text: string): readonly ProgramProblem[] {
  const parsed = parseProgram(text, 'calt/program.yaml');
  return parsed.ok ? [] : parsed.problems;
}

/** The problems after one edit of the program file that ships; the edit has to apply. */
function afterEdit(from: string, to: string): readonly ProgramProblem[] {
  expect(caltText).toContain(from);
  return problemsOf(caltText.replace(from, to));
}

/** Line and column of the first occurrence of a marker in the edited text. */
function placeOf(from: string, to: string, marker: string): { line: number; column: number } {
  const text = caltText.replace(from, to);
  const before = text.slice(0, text.indexOf(marker)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

interface Case {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** What the problem points to, in the edited text. */
  readonly at: string;
  readonly message: RegExp;
  readonly hint?: RegExp;
}

const misshapen: readonly Case[] = [
  {
    title: 'an unknown key, with the key that was meant',
    from: '  grace: P90D',
    to: '  grace: P90D\n  graze: P90D',
    at: 'graze: P90D',
    message: /"renewal › graze" is not a key/,
    hint: /^Did you mean "grace"\?$/,
  },
  {
    title: 'an unknown kind, with the kinds there are',
    from: 'kind: attestation',
    to: 'kind: atestation',
    at: 'atestation',
    message: /"requirements › 3 › kind" is "atestation"; it has to be one of "experience", "education", "attestation"/,
    hint: /"attestation"/,
  },
  {
    title: 'a degree level that does not exist',
    from: 'minimumLevel: associate',
    to: 'minimumLevel: assosiate',
    at: 'assosiate',
    message: /has to be one of "secondary", "certificate", "associate"/,
    hint: /Did you mean "associate"\?/,
  },
  {
    title: 'a number where text belongs',
    from: 'edition: "2026"',
    to: 'edition: 2026',
    at: '2026\n',
    message: /"edition" has to be text, but is 2026/,
    hint: /in quotes: "2026"/,
  },
  {
    title: 'text where a number belongs',
    from: 'items: 100',
    to: 'items: "100"',
    at: '"100"',
    message: /"assessments › 1 › items" has to be a number, but is "100"/,
    hint: /without quotes: 100/,
  },
  {
    title: 'a price without quotes',
    from: 'amount: "175.00"',
    to: 'amount: 175.00',
    at: '175.00 }',
    message: /has to be text, but is 175/,
    hint: /amount in quotes, such as "175\.00"/,
  },
  {
    title: 'a period in the wrong form',
    from: 'window: P120D',
    to: 'window: 120 days',
    at: '120 days',
    message: /"authorization › window" is "120 days": must be an ISO 8601 period/,
  },
  {
    title: 'a number out of its range',
    from: 'attempts: 3',
    to: 'attempts: 0',
    at: '0\n      within',
    message: /"assessments › 1 › retake › attempts" is 0; it has to be at least 1/,
  },
  {
    title: 'a rule that is neither all nor any',
    from: 'all: [exam, portfolio]',
    to: 'both: [exam, portfolio]',
    at: 'both:',
    message: /"passing › both" is not a key/,
    hint: /Keys known here: all/,
  },
  {
    title: 'a choice misspelled inside a union',
    from: 'retake: same',
    to: 'retake: sme',
    at: 'sme\n',
    message: /"fees › 1 › retake" is "sme"/,
    hint: /Did you mean "same"\?/,
  },
];

const contradicting: readonly Case[] = [
  {
    title: 'a blueprint that does not add up to the exam',
    from: '{ topic: cataloging, items: 24 }',
    to: '{ topic: cataloging, items: 25 }',
    at: 'topics:\n        - { topic',
    message: /add up to 101 items, but the exam has 100/,
    hint: /Take away 1, or set "items: 101"/,
  },
  {
    title: 'a topic that does not exist',
    from: '{ topic: collection, items: 12 }',
    to: '{ topic: collections, items: 12 }',
    at: 'collections, items',
    message: /There is no topic "collections"/,
    hint: /Did you mean "collection"\?/,
  },
  {
    title: 'a setting that does not exist',
    from: 'settings: [academic-library]',
    to: 'settings: [academic-libary]',
    at: 'academic-libary',
    message: /There is no setting "academic-libary"/,
    hint: /"academic-library"/,
  },
  {
    title: 'a requirement that eligibility does not name',
    from: 'all: [experience, education, conduct]',
    to: 'all: [experience, education]',
    at: 'conduct\n    kind',
    message: /"conduct" is asked for by nothing/,
  },
  {
    title: 'an assessment that does not exist, deep in a rule',
    from: 'all: [exam, portfolio]',
    to: 'all: [exam, { any: [portfolio, exma] }]',
    at: 'exma',
    message: /There is no assessment "exma"/,
    hint: /Did you mean "exam"\?/,
  },
  {
    title: 'a fee without a price for a payer class',
    from: '      - { payerClass: other, amount: "225.00" }\n',
    to: '',
    at: 'prices:\n      - { payerClass: member, amount: "175',
    message: /There is no price for "other"/,
    hint: /payerClass: other/,
  },
  {
    title: 'a price that only begins one day',
    from: 'payerClass: member, amount: "175.00" }',
    to: 'payerClass: member, amount: "175.00", from: 2027-01-01 }',
    at: 'prices:\n      - { payerClass: member, amount: "175',
    message: /all begin at a date/,
  },
  {
    title: 'more digits than the currency has',
    from: 'amount: "175.00"',
    to: 'amount: "175.005"',
    at: '"175.005"',
    message: /3 digits after the point; USD has 2/,
  },
  {
    title: 'a currency that does not exist',
    from: 'currency: USD',
    to: 'currency: UDS',
    at: 'UDS',
    message: /"UDS" is no currency/,
    hint: /Did you mean/,
  },
  {
    title: 'a pass mark that nobody can reach',
    from: 'points: 10\n',
    to: 'points: 17\n',
    at: '17\n',
    message: /Nobody can pass: the rubric gives at most 16 points, and 17/,
  },
  {
    title: 'a minimum that no level gives',
    from: 'minimumPerCriterion: 2',
    to: 'minimumPerCriterion: 5',
    at: '5\n    retake',
    message: /"Evidence of practice" gives at most 4 points, and 5/,
  },
  {
    title: 'more pieces at least than at most',
    from: 'minimum: 1\n',
    to: 'minimum: 11\n',
    at: '11\n      maximum',
    message: /cannot both hold/,
  },
  {
    title: 'an id that is taken',
    from: 'id: portfolio\n    kind',
    to: 'id: education\n    kind',
    at: 'education\n    kind: portfolio',
    message: /The id "education" is taken/,
  },
  {
    title: 'an id that every standing uses',
    from: 'id: renewal-fee',
    to: 'id: renewal',
    at: 'renewal\n    kind',
    message: /The id "renewal" is kept/,
  },
  {
    title: 'attempts that do not fit into their time',
    from: 'wait: P30D\n      attempts: 3\n      within: P12M\n\n  - id: portfolio',
    to: 'wait: P30D\n      attempts: 20\n      within: P12M\n\n  - id: portfolio',
    at: '20\n      within',
    message: /20 attempts with P30D between them do not fit into P12M/,
  },
  {
    title: 'a renewal that opens before the certification begins',
    from: 'opensBefore: P6M',
    to: 'opensBefore: P3Y',
    at: 'P3Y',
    message: /P3Y is as long as the first certification \(P36M\)/,
  },
  {
    title: 'two classes of everybody else',
    from: 'proof: membership',
    to: 'proof: none',
    at: 'payerClasses:',
    message: /2 payer classes need no proof/,
  },
  {
    title: 'a source that does not exist',
    from: 'usualTime:\n  source: article',
    to: 'usualTime:\n  source: artikle',
    at: 'artikle',
    message: /There is no source "artikle"/,
    hint: /Did you mean "article"\?/,
  },
  {
    title: 'a figure from nowhere',
    from: 'usualTime:\n  source: article\n',
    to: 'usualTime:\n',
    at: 'P4M',
    message: /Nothing says where the figure in "usualTime › period" comes from/,
    hint: /"source", or list it under "assumed"/,
  },
  {
    title: 'an assumption about a field that is not there',
    from: 'assumed: [keptFor]\n\n#',
    to: 'assumed: [kept]\n\n#',
    at: 'kept]',
    message: /"kept" is assumed, but is no field here/,
    hint: /Did you mean "keptFor"\?/,
  },
];

describe('parseProgram', () => {
  it('reads the program that ships', () => {
    expect(problemsOf(caltText)).toEqual([]);
  });

  it.each([...misshapen, ...contradicting])('refuses $title', ({ from, to, at, message, hint }) => {
    const found = afterEdit(from, to).find((problem) => message.test(problem.message));
    expect(found).toMatchObject({ file: 'calt/program.yaml', ...placeOf(from, to, at) });
    if (hint !== undefined) expect(found?.hint).toMatch(hint);
  });

  it('names a missing key at the part that lacks it', () => {
    const [found, ...others] = afterEdit('  hours: 30\n', '');
    expect(found).toMatchObject({ message: '"renewal › hours" is missing; it has to be a number.', column: 1 });
    expect(others).toEqual([]);
  });

  it('reports every problem of a stage, in the order of the file', () => {
    const broken = caltText.replace('format: 1', 'format: 2').replace('retake: same', 'retake: none');
    const lines = problemsOf(broken).map(({ line }) => line);
    expect(lines.length).toBe(2);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it.each([
    ['', 'The file is empty.'],
    ['a: [1', 'This is not valid YAML'],
    ['id: x\nid: y', 'Map keys must be unique'],
    ['a: &a [*b]', 'Unresolved alias'],
    ['- 1\n- 2', 'the file has to be a part with keys of its own'],
    ['__proto__: { polluted: true }', '"__proto__" is not a key'],
    ['a: !!js/function "x"', 'Unresolved tag'],
  ])('refuses %j with a place', (text, message) => {
    const found = problemsOf(text).find((problem) => problem.message.includes(message));
    expect(found).toMatchObject({ file: 'calt/program.yaml', line: expect.any(Number), column: expect.any(Number) });
  });

  it('refuses what unfolds without end, and what is far too long', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefg'.split('').map((name, index) => {
        const last = 'abcdef'[index];
        return `${name}: &${name} [*${last}, *${last}, *${last}, *${last}, *${last}, *${last}, *${last}, *${last}]`;
      }),
    ].join('\n');
    expect(problemsOf(bomb)[0]?.message).toMatch(/cannot be unfolded/);
    expect(problemsOf('a'.repeat(2_000_001))[0]?.message).toMatch(/at most 2000000/);
  });
});
