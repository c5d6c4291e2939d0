import { describe, expect, it } from 'vitest';
import { guildText } from '../../testing/guild.ts';
import { parseProgram } from '../parse.ts';

/** The problems of the guild's file after one edit, with their hints. */
function after(from: string, to: string): string {
  expect(guildText).toContain(from);
  const parsed = parseProgram(guildText.replace(from, to), 'guild.yaml');
  return parsed.ok ? '' : parsed.problems.map(({ message, hint = '' }) => `${message} ${hint}`).join('\n');
}

describe('a program whose parts are for some candidates only', () => {
  it.each([
    ['a region that does not exist', 'region: [south]', 'region: [suoth]', /no region "suoth". Did you mean "south"\?/],
    ['an option that does not exist', 'level: [expert]', 'level: [master]', /There is no option of "level" "master"/],
    [
      'an axis that does not exist',
      '{ level: [expert] }',
      '{ levle: [expert] }',
      /no axis "levle".*Did you mean "level"/,
    ],
    [
      'a title with an axis that does not exist',
      '{level}"',
      '{grade}"',
      /"{grade}" stands in the title, but there is no axis/,
    ],
    ['a track with the name of the regions', '- id: level', '- id: region', /The id "region" is kept for the regions/],
  ])('is refused for %s', (_, from, to, message) => expect(after(from, to)).toMatch(message));

  it('is refused when nobody in some region can be eligible', () => {
    expect(after('regions: [north, south, west]', 'regions: [north, south]')).toMatch(
      /Nobody with region "west", level "core" can be eligible/,
    );
  });

  it('is refused when more is asked for than is there on some track', () => {
    const [from, to] = ['    - any: [guild, course]', '    - { atLeast: 2, of: [samples, course] }\n    - guild'];
    expect(after(from, to)).toMatch(/Nobody with region "north", level "core" can be eligible/);
  });

  it('is refused when nothing has to be passed on some track', () => {
    expect(after('all: [exam, portfolio]', 'all: [exam]')).toMatch(/The assessment "portfolio" counts for nothing/);
    const onlyExpert = guildText
      .replace('kind: exam\n', 'kind: exam\n    for: { level: [expert] }\n')
      .replace('kind: portfolio\n', 'kind: portfolio\n    for: { level: [expert] }\n');
    const parsed = parseProgram(onlyExpert, 'guild.yaml');
    expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toContain(
      'Nothing has to be passed with region "north", level "core".',
    );
  });
});

describe('a rule', () => {
  it.each([
    [
      'more of its parts than there are',
      'any: [guild, course]',
      'atLeast: 3, of: [guild, course]',
      /At least 3 are asked for, of 2/,
    ],
    ['one part twice', 'any: [guild, course]', 'any: [guild, course, guild]', /"guild" stands twice in this rule/],
    [
      'what does not exist',
      'any: [guild, course]',
      'any: [guild, coarse]',
      /no requirement "coarse". Did you mean "course"/,
    ],
  ])('is refused when it asks for %s', (_, from, to, message) => {
    expect(after(`- ${from}`, `- { ${to} }`)).toMatch(message);
  });

  it('of passing is refused when a group names what does not exist, or one twice', () => {
    const group = (second: string): string =>
      `  source: article\n  percent: 60\n  compensatory:\n    - { assessment: exam, weight: 1 }\n    - { assessment: ${second}, weight: 1 }`;
    expect(after('  all: [exam, portfolio]', group('portfolios'))).toMatch(/no assessment "portfolios"/);
    expect(after('  all: [exam, portfolio]', group('exam'))).toMatch(/"exam" stands twice in this group/);
    expect(after('  all: [exam, portfolio]', group('portfolio'))).toBe('');
  });
});

describe('a requirement', () => {
  it.each([
    ['a role that does not exist', 'roles: [librarian]', 'roles: [libarian]', /There is no role "libarian"/],
    ['a part larger than the whole', 'hours: 1000, roles', 'hours: 2001, roles', /asks for more work than the whole/],
    ['a part that narrows nothing', ', hours: 1000, roles: [librarian]', ', hours: 1000', /narrows nothing/],
    [
      'a part in a setting that does not count',
      'roles: [librarian]',
      'settings: [elsewhere]',
      /no setting that counts for the whole "elsewhere"/,
    ],
    ['hours without a year', '    hoursPerYear: 2000\n', '', /not how many a year has. Add "hoursPerYear"/],
    [
      'years and hours',
      '    hours: 2000\n',
      '    hours: 2000\n    fullTimeYears: 1\n',
      /Both years and hours are asked for/,
    ],
    ['no amount of work', '    hours: 2000\n', '', /Nothing says how much work is asked for/],
    [
      'more work than fits into its time',
      'within: P5Y',
      'within: P11M',
      /Nobody can have worked that much within P11M/,
    ],
    ['a field that does not exist', 'fields: [library-science]', 'fields: [science]', /no field of study "science"/],
    ['an accreditor that does not exist', 'accreditedBy: [board]', 'accreditedBy: [bored]', /no accreditor "bored"/],
    ['an accreditor without accreditation', 'accredited: true', 'accredited: false', /but no accreditation/],
    [
      'a training program that does not exist',
      'programs: [hill-course]',
      'programs: [mill-course]',
      /no training program "mill-course"/,
    ],
    [
      'more references at least than at most',
      'minimum: 2\n    maximum',
      'minimum: 4\n    maximum',
      /At least 4 references and at most 3/,
    ],
    ['a reminder after the link', 'reminders: [P10D]', 'reminders: [P30D]', /P30D comes when the link no longer works/],
    ['reminders in the wrong order', '[P10D, P20D]', '[P20D, P10D]', /The reminder P10D follows P20D/],
    [
      'a class that nobody proves',
      'payerClass: member, evidence',
      'payerClass: other, evidence',
      /the class of everybody else/,
    ],
    ['a document that does not exist', 'document: honor', 'document: honour', /no document to sign "honour".*"honor"/],
    [
      'a region that does not exist',
      'regions: [north, south, west]',
      'regions: [north, south, west, east]',
      /no region "east"/,
    ],
    ['a credential that does not exist', 'credentials: [basic]', 'credentials: [bassic]', /no credential "bassic"/],
  ])('is refused for %s', (_, from, to, message) => expect(after(from, to)).toMatch(message));
});

describe('ids', () => {
  it.each([
    ['two regions', '- { id: south, title: South }', '- { id: north, title: South }', /The id "north" is taken/],
    ['two options of an axis', '{ id: expert, title', '{ id: core, title', /The id "core" is taken/],
    ['two training programs', 'id: dale-course', 'id: hill-course', /The id "hill-course" is taken/],
    ['a role', '{ id: clerk,', '{ id: other,', /The id "other" is kept for whatever is not in the list/],
    ['an agreement', '{ id: honor,', '{ id: code-of-conduct,', /The id "code-of-conduct" is kept for the code/],
  ])('are refused when they cannot be told apart: %s', (_, from, to, message) => {
    expect(after(from, to)).toMatch(message);
  });
});

describe('assessments and money', () => {
  it.each([
    [
      'an assessment before another that does not exist',
      'kind: portfolio\n',
      'kind: portfolio\n    after: [exams]\n',
      /no assessment "exams"/,
    ],
    [
      'an assessment before itself',
      'kind: portfolio\n',
      'kind: portfolio\n    after: [portfolio]\n',
      /"portfolio" has to be passed before it is open itself/,
    ],
    [
      'a fee of an assessment that does not exist',
      'assessments: [exam]',
      'assessments: [exma]',
      /no assessment "exma"/,
    ],
    [
      'a price for a class that does not exist',
      '{ amount: "20.00" }',
      '{ payerClass: frend, amount: "20.00" }',
      /no payer class "frend"/,
    ],
  ])('are refused for %s', (_, from, to, message) => expect(after(from, to)).toMatch(message));

  it('are refused when assessments wait for each other in a circle', () => {
    const circle = guildText
      .replace('kind: portfolio\n', 'kind: portfolio\n    after: [exam]\n')
      .replace('kind: exam\n', 'kind: exam\n    after: [portfolio]\n');
    const parsed = parseProgram(circle, 'guild.yaml');
    const messages = parsed.ok ? [] : parsed.problems.map(({ message }) => message);
    expect(messages.filter((message) => /has to be passed before it is open itself/.test(message))).toHaveLength(2);
  });
});
