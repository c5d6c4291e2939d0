import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleProgram, temporaryFile, testamur } from '../testing/run-command.ts';

const withTypo = async (): Promise<string> => {
  const yaml = await readFile(exampleProgram, 'utf8');
  return temporaryFile('program.yaml', yaml.replace('- { topic: cataloging,', '- { topic: catalogin,'));
};

const fact = (id: string, kind: string, at: string, data: object) => ({
  id,
  kind,
  at,
  by: { kind: 'candidate', id: 'ana' },
  edition: '2026',
  data,
});

const facts = [
  fact('1', 'candidacy-begun', '2027-01-04T12:00:00.000Z', {}),
  fact('2', 'requirement-declared', '2027-01-05T12:00:00.000Z', {
    requirement: 'conduct',
    claim: { kind: 'attestation', signedName: 'Ana Rivera', documentVersion: '2026' },
  }),
];

describe('program check', () => {
  test('a sound program', async () => {
    const { code, out, err } = await testamur(['program', 'check', exampleProgram]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('(calt, edition 2026) is sound: 3 requirements, 2 assessments.');
    const json = await testamur(['program', 'check', exampleProgram, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, program: { id: 'calt', edition: '2026' }, problems: [] });
  });

  test('each problem has its place and what was probably meant', async () => {
    const file = await withTypo();
    const { code, out, err } = await testamur(['program', 'check', file]);
    expect({ code, err }).toEqual({ code: 1, err: '2 problems.' });
    expect(out).toMatch(/program\.yaml:\d+:\d+: There is no topic "catalogin"\. Did you mean "cataloging"\?/);
    const { problems, ok } = JSON.parse((await testamur(['program', 'check', file, '--json'])).out);
    expect(ok).toBe(false);
    expect(problems).toContainEqual(expect.objectContaining({ file, hint: 'Did you mean "cataloging"?' }));
  });

  test('a file that is not there, or a folder, is told apart from a bad program', async () => {
    expect(await testamur(['program', 'check', '/no/such/file'])).toEqual({
      code: 2,
      out: '',
      err: 'error: /no/such/file cannot be read: there is no such file.',
    });
    expect((await testamur(['program', 'check', '/'])).err).toContain('it is a folder');
  });
});

describe('program quote', () => {
  test('the price depends on who pays', async () => {
    const member = await testamur(['program', 'quote', exampleProgram, '--payer', 'member']);
    expect(member).toMatchObject({ code: 0, err: '' });
    expect(member.out.split('\n')).toEqual(['Exam fee  $175.00  The price for: Member.', 'Total     $175.00']);
    const { out } = await testamur([
      'program',
      'quote',
      exampleProgram,
      '--payer',
      'other',
      '--at',
      '2027-03-01',
      '--json',
    ]);
    expect(JSON.parse(out)).toEqual({
      program: 'calt',
      payerClass: 'other',
      at: '2027-03-01T23:59:59.999Z',
      lines: [
        {
          kind: 'fee',
          fee: 'exam-fee',
          title: 'Exam fee',
          reason: 'The price for: Non-member.',
          amountMinor: 22_500,
          currency: 'USD',
        },
      ],
      totalMinor: 22_500,
      currency: 'USD',
    });
  });

  test('an unknown payer class is answered with those there are', async () => {
    const { code, err } = await testamur(['program', 'quote', exampleProgram, '--payer', 'membr']);
    expect(code).toBe(2);
    expect(err).toContain('--payer is "membr"; the program has these: member (Member), other (Non-member).');
  });

  test('an unsound program quotes nothing', async () => {
    const { code, out, err } = await testamur(['program', 'quote', await withTypo(), '--payer', 'member']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('testamur program check');
  });
});

const programFile = (id: string): string => exampleProgram.replace('calt', id);

describe('program quote, under circumstances', () => {
  test('a price and a tax that depend on the region ask for it, and name the regions', async () => {
    const { code, err } = await testamur(['program', 'quote', programFile('isa-acst')]);
    expect(code).toBe(2);
    expect(err).toMatch(/Give --region, one of: .*\(.*\)/);
  });

  test('a tax stands on a line of its own', async () => {
    const args = ['program', 'quote', programFile('isa-acst'), '--region', 'ontario', '--json'];
    const { lines, totalMinor } = JSON.parse((await testamur(args)).out);
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual(['fee', 'tax']);
    expect(totalMinor).toBe(45_200);
  });

  test('each axis of the tracks is chosen by itself', async () => {
    const quoted = (...args: string[]) =>
      testamur(['program', 'quote', programFile('mos'), '--region', 'india', ...args]);
    const wrong = await quoted('--track', 'level=wizard');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('the options of "level" are: core');
    const { code, out } = await quoted('--track', 'level=expert', '--track', 'application=word', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ track: { level: 'expert', application: 'word' } });
  });

  test('a bundle takes the place of its fees', async () => {
    const file = programFile('comptia-a-plus');
    const wrong = await testamur(['program', 'quote', file, '--bundle', 'all']);
    expect(wrong.err).toMatch(/--bundle is "all"; the program has these: /);
    const bundle = /these: ([a-z-]+)/.exec(wrong.err)?.[1] ?? '';
    const { lines, totalMinor } = JSON.parse(
      (await testamur(['program', 'quote', file, '--bundle', bundle, '--json'])).out,
    );
    expect(lines.map(({ kind }: { kind: string }) => kind)).toEqual(['bundle']);
    expect(totalMinor).toBe(40_000);
  });
});

describe('program diff', () => {
  const stricter = async (): Promise<string> => {
    const yaml = await readFile(exampleProgram, 'utf8');
    const changed = yaml.replace('edition: "2026"', 'edition: "2027"').replace('fullTimeYears: 2', 'fullTimeYears: 4');
    return temporaryFile('program.yaml', changed);
  };
  const job = {
    id: 'job-1',
    employer: 'Hill College',
    position: 'Library technician',
    setting: 'academic-library',
    from: '2023-01-01',
    to: '2025-12-31',
    fullTimePercent: 100,
    fileIds: ['letter'],
  };
  const stated = fact('3', 'requirement-declared', '2027-01-05T13:00:00.000Z', {
    requirement: 'experience',
    claim: { kind: 'experience', entries: [job] },
  });

  test('names who would be decided differently, and why', async () => {
    const file = await temporaryFile('ana.json', [...facts, stated]);
    const args = [
      'program',
      'diff',
      exampleProgram,
      await stricter(),
      '--facts',
      path.dirname(file),
      '--at',
      '2027-01-06',
    ];
    const { code, out } = await testamur(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 of 1 candidacy would be decided differently\./);
    expect(out).toMatch(/in-progress -> not-met +2\.9 of 4 years|in-progress -> not-met +3 of 4 years/);
    const { differences, candidacies } = JSON.parse((await testamur([...args, '--json'])).out);
    expect(candidacies).toBe(1);
    expect(differences[0]).toMatchObject({ candidacy: 'ana', differences: [{ moment: 'now', effect: 'worse' }] });
  });

  test('says so when nothing differs', async () => {
    const file = await temporaryFile('ana.json', facts);
    const { code, out } = await testamur([
      'program',
      'diff',
      exampleProgram,
      exampleProgram,
      '--facts',
      path.dirname(file),
      '--at',
      '2027-01-06',
    ]);
    expect({ code, out }).toEqual({ code: 0, out: '0 of 1 candidacy would be decided differently.' });
  });

  test('refuses two programs, and a folder without ledgers', async () => {
    const file = await temporaryFile('ana.txt', 'nothing');
    const folder = path.dirname(file);
    const two = await testamur(['program', 'diff', exampleProgram, programFile('cip'), '--facts', folder]);
    expect(two.err).toContain('These are two programs, "calt" and "cip"');
    const empty = await testamur(['program', 'diff', exampleProgram, exampleProgram, '--facts', folder]);
    expect(empty.err).toContain('has no .json file');
  });
});

describe('program standing', () => {
  test('says in words where the candidate stands and what is next', async () => {
    const file = await temporaryFile('facts.json', facts);
    const args = ['program', 'standing', exampleProgram, '--facts', file, '--at', '2027-01-05'];
    const { code, out } = await testamur(args);
    expect(code).toBe(0);
    expect(out).toContain('draft since 2027-01-04');
    expect(out).toMatch(/met +Code of conduct/);
    expect(out).toMatch(/Next\n {2}candidate {2}Complete: Experience in an academic library +by 2028-01-05/);
    expect(out).not.toContain('could not be used');
    const json = await testamur([...args, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ program: 'calt', at: '2027-01-05T23:59:59.999Z', status: 'draft' });
  });

  test('the same facts at a later date answer what happens if nothing is done', async () => {
    const file = await temporaryFile('facts.json', facts);
    const { out } = await testamur([
      'program',
      'standing',
      exampleProgram,
      '--facts',
      file,
      '--at',
      '2028-01-06',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({ status: 'closed', next: [], final: true });
  });

  test('facts that cannot be used are named', async () => {
    const file = await temporaryFile('facts.json', [...facts, fact('x', 'nonsense', '2027-01-05T13:00:00.000Z', {})]);
    const { code, out } = await testamur([
      'program',
      'standing',
      exampleProgram,
      '--facts',
      file,
      '--at',
      '2027-01-05',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/Facts that could not be used\n {2}x {2}/);
  });

  test.each([
    ['{}', 'is no list of facts'],
    ['[{"id":"1"}]', 'entry 1 is no fact'],
  ])('refuses %s as facts', async (content, message) => {
    const file = await temporaryFile('facts.json', content);
    const { code, err } = await testamur([
      'program',
      'standing',
      exampleProgram,
      '--facts',
      file,
      '--at',
      '2027-01-05',
    ]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
