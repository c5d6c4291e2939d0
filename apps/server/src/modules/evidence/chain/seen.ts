import type { Course, Rated } from '@testamur/program';
import { canonicalJson } from '../../../kernel/index.ts';
import { conflictOf } from '../../scheduling/index.ts';
import { auditedFacts } from '../rules/audited.ts';
import { ofKind } from '../rules/cycle.ts';
import type { Step } from '../rules/show.ts';
import { code, instant, list, notRecorded, number, people, stateOf } from '../rules/values.ts';
import type { About } from './assessed.ts';
import type { Assessed, Traced } from './load.ts';

/** Examiners neither reviewed nor decided on the candidate before they rated; the rule is put to whoever rates. */
const isIndependent = ({ trace: { candidacy } }: Traced, { result }: Assessed): boolean | undefined =>
  result?.ratings.every(({ examinerId, submittedAt }) => {
    const facts = candidacy.facts.filter(({ at }) => submittedAt === undefined || at <= submittedAt.toISOString());
    return conflictOf({ personId: examinerId, candidateId: candidacy.personId, facts }) === undefined;
  });

/** Whether each examiner's marks are those that the audit names at their submission. */
const marksHold = ({ entries }: Traced, { ratings }: NonNullable<Assessed['result']>): boolean | undefined => {
  const submissions = ratings.map(({ id, marks }) => {
    const entry = entries.findLast((one) => one.action === 'scoring.submitRating' && one.subject === `rating:${id}`);
    const { levels } = entry?.detail ?? {};
    if (entry === undefined || levels === undefined) return undefined;
    const given = Object.fromEntries(marks.map(({ criterion, level }) => [criterion, level]));
    return entry.holds && canonicalJson(levels) === canonicalJson(given);
  });
  if (submissions.includes(false)) return false;
  return submissions.length > 0 && !submissions.includes(undefined) ? true : undefined;
};

export const panelStep = (traced: Traced, assessed: Assessed, { rubric }: Rated, about: About): Step => {
  const { result, fact } = assessed;
  const ratings = result?.ratings ?? [];
  const titles = new Map(rubric.criteria.map(({ id, title }) => [id, title]));
  const { assessment, attempt } = fact.data;
  const held = ofKind(traced.cycle.facts, 'session-held').filter(
    ({ data }) => data.assessment === assessment && data.attempt === attempt,
  );
  const audited = auditedFacts(held, traced.entries);
  const [session] = held;
  const submitted = ratings.flatMap(({ submittedAt }) => submittedAt ?? []).at(-1);
  const examiner = (id: string) => ({ kind: 'examiner' as const, id });
  return {
    kind: 'panel',
    ...about,
    ...(submitted === undefined ? {} : { at: submitted.toISOString() }),
    details: [
      {
        field: 'panel.examiners',
        value: ratings.length === 0 ? notRecorded : people(ratings.map(({ examinerId }) => examiner(examinerId))),
      },
      { field: 'panel.rubric', value: list([...titles.values()]) },
      ...(session === undefined
        ? []
        : [{ field: 'panel.heldOn', value: { kind: 'day', day: session.data.heldOn } } as const]),
      {
        field: 'panel.marks',
        value:
          ratings.length === 0
            ? notRecorded
            : {
                kind: 'marks',
                ratings: ratings.map(({ examinerId, submittedAt, marks }) => ({
                  by: { role: 'examiner' as const, id: examinerId },
                  submittedAt: (submittedAt ?? traced.scope.now).toISOString(),
                  marks: marks.map(({ criterion, level }) => ({
                    criterion: titles.get(criterion) ?? criterion,
                    level,
                  })),
                })),
              },
      },
    ],
    checks: [
      { of: 'independent', state: stateOf(ratings.length === 0 ? undefined : isIndependent(traced, assessed)) },
      { of: 'marks-as-submitted', state: stateOf(result && marksHold(traced, result)) },
      ...audited.checks,
    ],
    facts: audited.facts,
  };
};

export const portfolioStep = (traced: Traced, { fact }: Assessed, about: About): Step | undefined => {
  const submitted = ofKind(traced.cycle.facts, 'portfolio-submitted').findLast(
    ({ data }) => data.assessment === fact.data.assessment && data.attempt === fact.data.attempt,
  );
  if (!submitted) return undefined;
  const audited = auditedFacts([submitted], traced.entries);
  return {
    kind: 'portfolio',
    ...about,
    at: submitted.at,
    details: [{ field: 'portfolio.pieces', value: number(submitted.data.pieces) }],
    ...audited,
  };
};

export const courseStep = (traced: Traced, { fact }: Assessed, course: Course, about: About): Step => {
  const completed = ofKind(traced.cycle.facts, 'module-completed').filter(
    ({ data }) => data.assessment === fact.data.assessment && data.attempt === fact.data.attempt,
  );
  const audited = auditedFacts(completed, traced.entries);
  const last = completed.at(-1);
  const titles = new Map(course.modules.list.map(({ id, title }) => [id, title]));
  const { personId } = traced.trace.candidacy;
  return {
    kind: 'course',
    ...about,
    ...(last === undefined ? {} : { at: last.at }),
    details: [
      { field: 'course.modules', value: list(completed.map(({ data }) => titles.get(data.module) ?? data.module)) },
      { field: 'course.recordedBy', value: people(completed.map(({ by }) => by)) },
    ],
    checks: [{ of: 'independent', state: stateOf(completed.every(({ by }) => by.id !== personId)) }, ...audited.checks],
    facts: audited.facts,
  };
};

/** Where it was taken, and with how much time; why somebody has more is nobody's business here. */
export const authorizationStep = (traced: Traced, { fact, authorization }: Assessed, about: About): Step => {
  const authorized = ofKind(traced.cycle.facts, 'test-authorized').filter(
    ({ data }) => data.assessment === fact.data.assessment && data.attempt === fact.data.attempt,
  );
  const audited = auditedFacts(authorized, traced.entries);
  const [first] = authorized;
  return {
    kind: 'authorization',
    ...about,
    ...(first === undefined ? {} : { at: first.at }),
    details: [
      { field: 'authorization.number', value: code(authorization?.number) },
      { field: 'authorization.from', value: instant(authorization?.from ?? first?.data.from) },
      { field: 'authorization.until', value: instant(authorization?.until ?? first?.data.until) },
      { field: 'authorization.minutes', value: number(authorization?.minutes) },
      { field: 'authorization.multiplier', value: number(authorization?.timeMultiplier) },
      { field: 'authorization.site', value: notRecorded },
      { field: 'authorization.proctor', value: notRecorded },
    ],
    ...audited,
  };
};
