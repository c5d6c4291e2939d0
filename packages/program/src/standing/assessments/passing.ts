import { addPeriod, endOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { CompensatoryGroup } from '../../schema/rule.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { evaluate, type Known } from '../rule.ts';
import type { AssessmentFinding } from './finding.ts';
import type { Lost } from './losses.ts';
import { weighGroup } from './together.ts';

/** What put the passing rule out of reach. */
export interface PassingLoss extends Lost {
  /** The titles of the assessments that it is about. */
  readonly titles: string;
}

export interface PassingFinding {
  /** Of the program's passing rule. */
  readonly known: Known;
  /** When the rule can no longer be met: what happened first. */
  readonly lost?: PassingLoss;
  /** Until when the passed assessments count while others are open; by assessment. */
  readonly keptUntil: ReadonlyMap<string, Instant>;
}

function firstOf(losses: readonly PassingLoss[]): PassingLoss | undefined {
  return losses.reduce<PassingLoss | undefined>(
    (first, loss) => (first === undefined || loss.at < first.at ? loss : first),
    undefined,
  );
}

/** Evaluates the passing rule with what is lost so far, and collects the groups that are lost by their results. */
function evaluatePassing(
  ledger: Ledger,
  assessments: readonly AssessmentFinding[],
  losses: ReadonlyMap<string, PassingLoss>,
) {
  const find = (id: string) => assessments.find(({ history }) => history.assessment.id === id);
  const know = (id: string): Known => {
    const found = find(id);
    if (found === undefined) return { state: 'absent' };
    if (losses.has(id)) return { state: 'not-met' };
    const { passedAt } = found.history;
    return passedAt === undefined ? { state: 'open' } : { state: 'met', since: passedAt };
  };
  const expired = new Set([...losses].filter(([, { cause }]) => cause === 'kept').map(([id]) => id));
  const groups: PassingLoss[] = [];
  const weigh = (group: CompensatoryGroup): Known => {
    const members = group.compensatory.flatMap(({ assessment }) => find(assessment) ?? []);
    const { known, lostAt } = weighGroup(group, members, expired);
    const titles = group.title ?? members.map(({ history }) => history.assessment.title).join(', ');
    if (lostAt !== undefined) groups.push({ at: lostAt, cause: 'together', titles });
    return known;
  };
  return { known: evaluate(ledger.program.passing, know, weigh), groups };
}

/**
 * What the assessments make together. A passed assessment counts for a limited time while another is open; it does not
 * run out while an attempt is under way or waits for its result, for then the delay is not the candidate's.
 */
export function findPassing(ledger: Ledger, assessments: readonly AssessmentFinding[]): PassingFinding {
  const { program, at } = ledger;
  const losses = new Map<string, PassingLoss>();
  for (const { history, lost } of assessments) {
    if (lost !== undefined) losses.set(history.assessment.id, { ...lost, titles: history.assessment.title });
  }
  const { known } = evaluatePassing(ledger, assessments, losses);
  const keptUntil = new Map<string, Instant>();
  if (known.state === 'met') return { known, keptUntil };
  const isPending = assessments.some(
    ({ history: { phase, assessment } }) =>
      phase === 'waiting' || (phase === 'under-way' && assessment.kind !== 'course'),
  );
  for (const { history } of assessments) {
    const { id, title } = history.assessment;
    if (history.passedAt === undefined) continue;
    const until = endOfDay(addPeriod(history.passedAt, program.passedParts.keptFor));
    keptUntil.set(id, until);
    if (at > until && !isPending) losses.set(id, { at: until, cause: 'kept', titles: title });
  }
  const settled = evaluatePassing(ledger, assessments, losses);
  if (settled.known.state !== 'not-met') return { known: settled.known, keptUntil };
  const lost = firstOf([...losses.values(), ...settled.groups]);
  return { known: settled.known, keptUntil, ...(lost === undefined ? {} : { lost }) };
}
