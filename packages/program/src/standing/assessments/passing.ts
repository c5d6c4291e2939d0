import { addPeriod, endOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { evaluate, type Known } from '../rule.ts';
import type { AssessmentFinding, Lost } from './finding.ts';

export interface PassingFinding {
  /** Of the program's passing rule. */
  readonly known: Known;
  /** When the rule can no longer be met: what happened first, and in which assessment. */
  readonly lost?: Lost & { readonly assessment: string };
  /** Until when the passed assessments count while others are open; by assessment. */
  readonly keptUntil: ReadonlyMap<string, Instant>;
}

/**
 * What the assessments make together. A passed assessment counts for a limited time while another is open; it does not
 * run out while an attempt is under way or waits for its result, for then the delay is not the candidate's.
 */
export function findPassing(ledger: Ledger, assessments: readonly AssessmentFinding[]): PassingFinding {
  const { program, at } = ledger;
  const find = (id: string): AssessmentFinding | undefined =>
    assessments.find(({ history }) => history.assessment.id === id);
  const losses = new Map<string, Lost>();
  for (const { history, lost } of assessments) if (lost !== undefined) losses.set(history.assessment.id, lost);
  const know = (id: string): Known => {
    const passedAt = find(id)?.history.passedAt;
    if (passedAt !== undefined && !losses.has(id)) return { state: 'met', since: passedAt };
    return losses.has(id) ? { state: 'not-met' } : { state: 'open' };
  };

  const known = evaluate(program.passing, know);
  const keptUntil = new Map<string, Instant>();
  if (known.state === 'met') return { known, keptUntil };
  const isPending = assessments.some(({ history: { phase } }) => phase === 'under-way' || phase === 'waiting');
  for (const { history } of assessments) {
    if (history.passedAt === undefined) continue;
    const until = endOfDay(addPeriod(history.passedAt, program.passedParts.keptFor));
    keptUntil.set(history.assessment.id, until);
    if (at > until && !isPending) losses.set(history.assessment.id, { at: until, cause: 'kept' });
  }
  const settled = evaluate(program.passing, know);
  if (settled.state !== 'not-met') return { known: settled, keptUntil };
  const [first] = [...losses].sort(([a, x], [b, y]) => (x.at < y.at || (x.at === y.at && a < b) ? -1 : 1));
  return first === undefined
    ? { known: settled, keptUntil }
    : { known: settled, keptUntil, lost: { assessment: first[0], ...first[1] } };
}
