import type { Claim, Fact, FactData } from '../facts.ts';
import { associate, makeFact, noon, signed, twoYears } from './facts.ts';

/** What the guild asks of everybody in the South on the level Core, as claims that suffice. */
export const guildClaims: Readonly<Record<string, Claim>> = {
  joining: { kind: 'registration' },
  training: { kind: 'training', trainingProgram: 'hill-course', completedOn: '2025-06-30' },
  work: {
    kind: 'experience',
    entries: twoYears.kind === 'experience' ? twoYears.entries.map((entry) => ({ ...entry, role: 'librarian' })) : [],
  },
  degree: {
    kind: 'education',
    entries:
      associate.kind === 'education'
        ? associate.entries.map((entry) => ({
            ...entry,
            level: 'bachelor' as const,
            fieldId: 'library-science',
            accreditedBy: 'board',
          }))
        : [],
  },
  course: {
    kind: 'course',
    entries: [
      { id: 'course-1', title: 'Ethics', provider: 'Hill College', hours: 12, completedOn: '2026-06-30', fileIds: [] },
    ],
  },
  check: { kind: 'background-check', signedName: 'Ana Rivera' },
  age: { kind: 'age', bornOn: '1990-01-31' },
  letter: { kind: 'document', entries: [{ id: 'letter-1', title: 'Letter', issuedOn: '2026-12-01', fileIds: [] }] },
  conduct: signed,
  'honor-code': { kind: 'attestation', signedName: 'Ana Rivera', documentVersion: '7' },
};

export function declare(date: string, requirement: string, claim = guildClaims[requirement]): Fact {
  if (claim === undefined) throw new Error(`Nothing is stated for "${requirement}".`);
  return makeFact('requirement-declared', noon(date), { requirement, claim }, `${date} 1 declare ${requirement}`);
}

export function judge(
  date: string,
  requirement: string,
  verdict: FactData['requirement-judged']['verdict'] = 'accepted',
  entryIds?: readonly string[],
): Fact {
  const ids = entryIds === undefined ? {} : { entryIds };
  const data = { requirement, verdict, reason: 'Looked at.', ...ids };
  return makeFact('requirement-judged', noon(date), data, `${date} 4 judge ${requirement}`);
}

export function ask(date: string, requirement: string, requestId: string, until = '2027-03-31'): Fact {
  const relation = requirement === 'letters' ? { relation: 'employer' } : {};
  const data = { requirement, requestId, ...relation, until: `${until}T23:59:59.999Z` };
  return makeFact('statement-requested', noon(date), data, `${date} 2 ask ${requestId}`);
}

export function give(date: string, requirement: string, requestId: string, confirmed = true): Fact {
  return makeFact('statement-given', noon(date), { requirement, requestId, confirmed }, `${date} 3 give ${requestId}`);
}

export function begin(level: string, region?: string): readonly Fact[] {
  const begun = makeFact('candidacy-begun', noon('2027-01-04'), { track: { level } });
  return region === undefined ? [begun] : [begun, makeFact('region-declared', noon('2027-01-04'), { region })];
}

export function pay(date: string, fee: string, amountMinor: number): readonly Fact[] {
  const invoice = { fee, invoiceId: `invoice of ${fee}`, amountMinor, currency: 'USD' };
  return [
    makeFact('fee-invoiced', noon(date), { ...invoice, dueAt: '2027-12-31T23:59:59.999Z' }, `${date} invoice ${fee}`),
    makeFact('fee-settled', noon(date), invoice, `${date} settle ${fee}`),
  ];
}

/** Everything of the application in the South on the level Core, ready to be submitted, by the way of training. */
export const ready: readonly Fact[] = [
  ...begin('core', 'south'),
  declare('2027-01-05', 'joining'),
  ...pay('2027-01-05', 'registration-fee', 2000),
  declare('2027-01-05', 'training'),
  ask('2027-01-05', 'training', 'college'),
  ask('2027-01-05', 'letters', 'boss'),
  ask('2027-01-05', 'letters', 'peer'),
  ...['course', 'age', 'letter', 'conduct', 'honor-code'].map((id) => declare('2027-01-05', id)),
];

export const submitted: readonly Fact[] = [
  ...ready,
  makeFact('application-submitted', noon('2027-01-06'), {}),
  ...pay('2027-01-06', 'application-fee', 4000),
];
