import { randomUUID } from 'node:crypto';
import { beginCandidacy, type NewFact, recordFacts } from '../../candidacies/index.ts';
import type { Caller, World } from './world.ts';

const dayMs = 86_400_000;

export interface Judges {
  readonly reviewerId?: string;
  readonly membershipJudgeId?: string;
  readonly listed?: boolean;
  readonly track?: Readonly<Record<string, string>>;
}

/** Everything that other modules record before a decision: accepted, paid, tested, passed. */
const passedFacts = (world: World, { personId, name }: Caller, judges: Judges): readonly NewFact[] => {
  const by = { kind: 'candidate' as const, id: personId };
  const reviewer = { kind: 'staff' as const, id: judges.reviewerId ?? randomUUID() };
  const system = { kind: 'system' as const };
  const at = world.now().getTime();
  const money = { amountMinor: 22_500, currency: 'USD' };
  const invoiceId = randomUUID();
  const attempt = { assessment: 'exam', attempt: 1 };
  const attemptId = randomUUID();
  const accepted = { verdict: 'accepted' as const, reason: 'Proven.' };
  const declared = (requirement: string, claim: Extract<NewFact, { kind: 'requirement-declared' }>['data']['claim']) =>
    ({ kind: 'requirement-declared', data: { requirement, claim }, by }) satisfies NewFact;
  const later = (days: number) => new Date(at + days * dayMs).toISOString();
  const membership: NewFact[] =
    judges.membershipJudgeId === undefined
      ? []
      : [
          { kind: 'membership-claimed', data: { payerClass: 'member', memberNumber: 'M-1' }, by },
          {
            kind: 'membership-judged',
            data: { payerClass: 'member', verified: false, reason: 'Not on the roll.' },
            by: { kind: 'staff', id: judges.membershipJudgeId },
          },
        ];
  return [
    declared('experience', {
      kind: 'experience',
      entries: [
        {
          id: randomUUID(),
          employer: 'Riverside College',
          position: 'Library technician',
          setting: 'academic-library',
          from: '2020-02-01',
          fullTimePercent: 100,
          fileIds: [],
        },
      ],
    }),
    declared('education', {
      kind: 'education',
      entries: [
        {
          id: randomUUID(),
          institution: 'State University',
          level: 'bachelor',
          field: 'History',
          awardedOn: '2019-06-15',
          accredited: true,
          fileIds: [],
        },
      ],
    }),
    declared('conduct', { kind: 'attestation', signedName: name, documentVersion: '2026' }),
    ...membership,
    { kind: 'application-submitted', data: {}, by },
    { kind: 'listing-consented', data: { listed: judges.listed ?? true }, by },
    { kind: 'requirement-judged', data: { requirement: 'experience', ...accepted }, by: reviewer },
    { kind: 'requirement-judged', data: { requirement: 'education', ...accepted }, by: reviewer },
    {
      kind: 'fee-invoiced',
      data: { fee: 'exam-fee', invoiceId, ...money, dueAt: later(30), attempt: 1 },
      by: system,
    },
    { kind: 'fee-settled', data: { fee: 'exam-fee', invoiceId, ...money }, by: system },
    { kind: 'test-authorized', data: { ...attempt, from: new Date(at).toISOString(), until: later(120) }, by: system },
    { kind: 'attempt-begun', data: { ...attempt, attemptId }, by },
    { kind: 'attempt-sealed', data: { ...attempt, attemptId, byClock: false }, by },
    { kind: 'portfolio-submitted', data: { assessment: 'portfolio', attempt: 1, pieces: 2 }, by },
    {
      kind: 'result-released',
      data: { ...attempt, passed: true, score: 88, maxScore: 100, byTopic: [] },
      by: { kind: 'staff', id: randomUUID() },
    },
    {
      kind: 'result-released',
      data: { assessment: 'portfolio', attempt: 1, passed: true, score: 12, maxScore: 16, byTopic: [] },
      by: { kind: 'staff', id: randomUUID() },
    },
  ];
};

/** A candidacy that has passed everything and waits for its decision. */
export const passEverything = async (world: World, candidate: Caller, judges: Judges = {}): Promise<string> => {
  const { candidacyId } = await world.within((scope) =>
    beginCandidacy(scope, candidate.personId, world.programId, judges.track),
  );
  await world.within((scope) => recordFacts(scope, candidacyId, passedFacts(world, candidate, judges)));
  return candidacyId;
};

export interface Certified {
  readonly holder: Caller;
  readonly candidacyId: string;
  readonly credentialId: string;
  readonly number: string;
}

/** A person with a credential that the jobs have issued. */
export const certify = async (
  world: World,
  decider: Caller,
  { name = 'Ana Rivera', ...judges }: Judges & { readonly name?: string } = {},
): Promise<Certified> => {
  const holder = await world.person(name);
  const candidacyId = await passEverything(world, holder, judges);
  world.passMs(1);
  await decider.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason: 'Everything is passed.' });
  await world.runJobs();
  const { credentials } = await holder.api.credentialing.listMyCredentials({});
  const [credential] = credentials;
  if (!credential) throw new Error('No credential was issued.');
  return { holder, candidacyId, credentialId: credential.id, number: credential.number };
};
