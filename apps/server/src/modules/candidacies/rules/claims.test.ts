import { readFileSync } from 'node:fs';
import { type Claim, type Fact, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { findClaimProblems } from './claim-problems.ts';
import { findReviewed } from './claims.ts';
import { factsOfDrafts } from './drafts.ts';
import { cleanFileName } from './files.ts';
import { nextChangeAt } from './next-change.ts';

const parsed = parseProgram(
  readFileSync(new URL('../../../../../../programs/calt/program.yaml', import.meta.url), 'utf8'),
  'program.yaml',
);
if (!parsed.ok) throw new Error('The program of the tests is refused.');
const { program } = parsed;

const job = {
  id: 'a',
  employer: 'A',
  position: 'P',
  setting: 'academic-library',
  from: '2020-01-01',
  fullTimePercent: 50,
  fileIds: [],
};
const experience = (...entries: Extract<Claim, { kind: 'experience' }>['entries']): Claim => ({
  kind: 'experience',
  entries,
});
const problems = (requirement: string, claim: Claim) => findClaimProblems(program, requirement, claim, '2027-03-01');

describe('a claim', () => {
  test('that fits its requirement has no problem', () => {
    expect(problems('experience', experience(job, { ...job, id: 'b', setting: 'other', to: '2027-03-01' }))).toEqual(
      [],
    );
  });

  test.each([
    ['for no requirement of the program', 'nonsense', experience(job), 'requirement'],
    ['of another kind', 'education', experience(job), 'claim.kind'],
    ['that begins in the future', 'experience', experience({ ...job, from: '2027-03-02' }), 'claim.entries.0.from'],
    ['that ends in the future', 'experience', experience({ ...job, to: '2027-03-02' }), 'claim.entries.0.to'],
    ['in an unknown setting', 'experience', experience({ ...job, setting: 'bakery' }), 'claim.entries.0.setting'],
    ['with one id twice', 'experience', experience(job, job), 'claim.entries.1.id'],
    [
      'signed in another version',
      'conduct',
      { kind: 'attestation', signedName: 'Ana', documentVersion: '1999' } as const,
      'claim.documentVersion',
    ],
  ])('%s is refused, naming the field', (_title, requirement, claim, path) => {
    expect(problems(requirement, claim)).toMatchObject([{ path }]);
  });
});

const declared = (id: string, at: string): Fact => ({
  id,
  kind: 'requirement-declared',
  at,
  by: { kind: 'candidate' },
  edition: '2026',
  data: { requirement: 'experience', claim: experience(job) },
});

test('a verdict counts for the claim before it, not for one stated anew', () => {
  const judged: Fact = {
    id: '2',
    kind: 'requirement-judged',
    at: '2027-01-02T00:00:00.000Z',
    by: { kind: 'staff' },
    edition: '2026',
    data: { requirement: 'experience', verdict: 'more-needed', reason: 'Add a letter.' },
  };
  const first = declared('1', '2027-01-01T00:00:00.000Z');
  const again = declared('3', '2027-01-03T00:00:00.000Z');
  expect(findReviewed([first, judged], 'experience')).toEqual({ declared: first, judged });
  expect(findReviewed([first, judged, again], 'experience')).toEqual({ declared: again });
  expect(findReviewed([first], 'education')).toBeUndefined();
});

test('drafts speak for an application that was not submitted, and no longer after that', () => {
  const draft = { section: 'experience', content: experience(job), savedAt: new Date('2027-01-01T00:00:00.000Z') };
  expect(factsOfDrafts('2026', [], [draft], 'ana')).toMatchObject([
    { kind: 'requirement-declared', id: 'draft:experience' },
  ]);
  const submitted: Fact = {
    id: '1',
    kind: 'application-submitted',
    at: '2027-01-01T00:00:00.000Z',
    by: { kind: 'candidate' },
    edition: '2026',
    data: {},
  };
  expect(factsOfDrafts('2026', [submitted], [draft], 'ana')).toEqual([]);
});

test.each([
  ['C:\\scans\\letter.pdf', 'application/pdf', 'letter.pdf'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['diploma.exe', 'application/pdf', 'diploma.pdf'],
  ['\u202Efdp.letter', 'image/jpeg', 'fdp.jpg'],
  ['.htaccess', 'image/png', 'htaccess.png'],
  ['', 'application/pdf', 'file.pdf'],
  ['Zeugnis Müller.jpeg', 'image/jpeg', 'Zeugnis Müller.jpg'],
] as const)('a file %j of the type %s is kept as %j', (name, type, kept) => {
  expect(cleanFileName(name, type)).toBe(kept);
});

describe('the next change by the clock', () => {
  const at = new Date('2027-03-01T00:00:00.000Z');
  const withDeadlines = (...instants: readonly string[]) => ({
    program: 'calt',
    edition: '2026',
    at: at.toISOString(),
    status: 'draft' as const,
    statusReason: { code: 'given' },
    since: at.toISOString(),
    steps: [],
    next: [],
    owed: [],
    paid: [],
    deadlines: instants.map((instant, index) => ({
      id: String(index),
      at: instant,
      title: { code: 'given' },
      consequence: { code: 'given' },
    })),
    assessments: [],
    statements: [],
    grants: [],
    maintenance: [],
    credentialTitle: 'A credential',
    timeMultiplier: 1,
    payerClass: 'other',
    listed: false,
    final: false,
    flags: [],
  });

  test('is the earliest instant ahead; one that is now is looked at right after it', () => {
    const standing = withDeadlines('2027-05-01T00:00:00.000Z', '2027-04-01T00:00:00.000Z', '2027-02-01T00:00:00.000Z');
    expect(nextChangeAt(standing, at)?.toISOString()).toBe('2027-04-01T00:00:00.000Z');
    expect(nextChangeAt(withDeadlines(at.toISOString()), at)?.toISOString()).toBe('2027-03-01T00:00:00.001Z');
    expect(nextChangeAt(withDeadlines(), at)).toBeUndefined();
  });
});
