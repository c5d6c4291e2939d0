import type { Fact, FactData, FactKind, Program } from '@testamur/program';
import { dayMs, newId } from '../../apps/server/src/kernel/index.ts';
import type { NewFact } from '../../apps/server/src/modules/candidacies/index.ts';
import { factsUpToPayment } from '../../apps/server/src/modules/scoring/testing/life.ts';

/** One synthetic ledger, and when its standing was looked at last. */
export interface Life {
  readonly facts: readonly Fact[];
  readonly hasDraft: boolean;
  readonly lookedAt: Date;
}

/** The people of every ledger: nothing in a standing depends on who they are. */
export const candidateId = newId();
const staffId = newId();

const system = { kind: 'system' } as const;
const staff = { kind: 'staff', id: staffId } as const;
const candidate = { kind: 'candidate', id: candidateId } as const;

type Dated = readonly [day: number, fact: NewFact];

const said = <K extends FactKind>(kind: K, data: FactData[K], by: NewFact['by']): NewFact =>
  ({ kind, data, by }) as unknown as NewFact;

const examFrom = 13;
const grantedOn = 60;
const lastDay = grantedOn + 3 * 365;

const application = (start: Date): Dated[] => {
  const dayOf: Partial<Record<FactKind, number>> = { 'requirement-judged': 9, 'fee-invoiced': 10, 'fee-settled': 12 };
  const invoicedAt = new Date(start.getTime() + 10 * dayMs);
  const facts = factsUpToPayment(candidateId, staffId, invoicedAt);
  return [[0, said('candidacy-begun', {}, candidate)], ...facts.map((fact): Dated => [dayOf[fact.kind] ?? 2, fact])];
};

const instant = (start: Date, day: number) => new Date(start.getTime() + day * dayMs).toISOString();

const assessment = (start: Date): Dated[] => {
  const exam = { assessment: 'exam', attempt: 1 };
  const portfolio = { assessment: 'portfolio', attempt: 1 };
  const sat = { ...exam, attemptId: newId() };
  const result = { passed: true, score: 82, maxScore: 100, byTopic: [] };
  const term = { validFrom: instant(start, grantedOn), validUntil: instant(start, lastDay) };
  const window = { from: instant(start, examFrom), until: instant(start, examFrom + 120) };
  return [
    [examFrom, said('test-authorized', { ...exam, ...window }, system)],
    [30, said('portfolio-submitted', { ...portfolio, pieces: 4 }, candidate)],
    [40, said('attempt-begun', sat, candidate)],
    [40, said('attempt-sealed', { ...sat, byClock: false }, candidate)],
    [50, said('result-released', { ...exam, ...result }, staff)],
    [52, said('result-released', { ...portfolio, ...result, score: 12, maxScore: 16 }, staff)],
    [58, said('decision-recorded', { outcome: 'certify', reason: 'All requirements are met.' }, staff)],
    [
      grantedOn,
      said('credential-granted', { credentialId: newId(), number: 'BENCH-000001', cycle: 1, ...term }, system),
    ],
  ];
};

const courses = (start: Date): Dated[] =>
  Array.from({ length: 20 }, (_, index) => index).flatMap((index): Dated[] => {
    const day = grantedOn + 30 + index * 20;
    const entryId = newId();
    const completedOn = instant(start, day - 3).slice(0, 10);
    const course = { title: 'Linked data for technical services', provider: 'Hill College', hours: 1.5 };
    return [
      [day, said('education-logged', { entryId, ...course, completedOn, fileIds: [] }, candidate)],
      [day + 5, said('education-judged', { entryId, verdict: 'accepted', reason: 'Certificate seen.' }, staff)],
    ];
  });

const moreNeeded = { requirement: 'experience', verdict: 'more-needed', reason: 'The letter names no dates.' } as const;

interface Shape {
  readonly name: string;
  readonly upTo: FactKind | undefined;
  readonly hasDraft?: boolean;
  readonly hasCourses?: boolean;
  readonly isSentBack?: boolean;
  /** After the last fact where none is named. */
  readonly lookedOn?: number;
}

/** What an organization holds: applications in every stage, and certified people, most of them. */
export const shapes: readonly Shape[] = [
  { name: 'a draft', upTo: 'candidacy-begun', hasDraft: true },
  { name: 'an application sent back', upTo: 'application-submitted', isSentBack: true },
  { name: 'an invoice to pay', upTo: 'fee-invoiced' },
  { name: 'an authorization to test', upTo: 'test-authorized' },
  { name: 'a certification', upTo: undefined },
  { name: 'a certification with courses', upTo: undefined, hasCourses: true },
  { name: 'a certification to renew', upTo: undefined, hasCourses: true, lookedOn: lastDay - 170 },
  { name: 'a certification in grace', upTo: undefined, lookedOn: lastDay + 1 },
];

/** The life of a shape that began at an instant. */
export const liveOf = ({ edition }: Program, shape: Shape, start: Date): Life => {
  const whole = [...application(start), ...assessment(start), ...(shape.hasCourses ? courses(start) : [])];
  const end = whole.findLastIndex(([, { kind }]) => kind === shape.upTo);
  const lived = shape.upTo === undefined ? whole : whole.slice(0, end + 1);
  if (shape.isSentBack) lived.push([9, said('requirement-judged', moreNeeded, staff)]);
  const facts = lived.map(([day, { kind, data, by }], index) => {
    const at = start.getTime() + day * dayMs + index;
    return { id: newId(at), kind, at: new Date(at).toISOString(), by, edition, data } as Fact;
  });
  const last = Date.parse(facts.at(-1)?.at ?? '');
  const lookedAt = shape.lookedOn === undefined ? last + 1 : start.getTime() + shape.lookedOn * dayMs;
  return { facts, hasDraft: shape.hasDraft === true, lookedAt: new Date(lookedAt) };
};
