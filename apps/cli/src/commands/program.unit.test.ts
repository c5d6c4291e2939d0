import { readFile } from 'node:fs/promises';
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
