import { latest } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { CompensatoryGroup } from '../../schema/rule.ts';
import type { Known } from '../rule.ts';
import type { Released } from './attempts.ts';
import type { AssessmentFinding } from './finding.ts';

/** What a group of assessments that make up for each other has come to. */
export interface GroupFinding {
  readonly known: Known;
  /** The weighted share of all, in percent; absent while a result is missing. */
  readonly percent?: number;
  /** When it was out of reach: by the last of its results, or the end of the last chance for another. */
  readonly lostAt?: Instant;
}

/** Shares that differ by less are the same: weights are decimal fractions. */
const hair = 1e-9;

function shareOf({ data }: Released): number {
  return data.maxScore === 0 ? 0 : data.score / data.maxScore;
}

/** The best result of an assessment: trying again takes nothing away. */
function bestOf({ history }: AssessmentFinding): Released | undefined {
  return history.results.reduce<Released | undefined>(
    (best, result) => (best === undefined || shareOf(result) > shareOf(best) ? result : best),
    undefined,
  );
}

function canImprove({ history, lost }: AssessmentFinding): boolean {
  return lost === undefined && history.phase !== 'passed' && history.phase !== 'used-up';
}

/**
 * Weighs the results of a group. Open until every member has a result; then met, or lost once no member can be taken
 * again. A member that is lost without a result takes the group with it.
 *
 * @param members those of the group that are there for this candidate.
 * @param expired ids of members whose results count no longer.
 */
export function weighGroup(
  { compensatory, percent, minimumPercent = 0 }: CompensatoryGroup,
  members: readonly AssessmentFinding[],
  expired: ReadonlySet<string>,
): GroupFinding {
  if (members.length === 0) return { known: { state: 'absent' } };
  const weights = new Map(compensatory.map(({ assessment, weight }) => [assessment, weight]));
  const parts = members.map((member) => {
    const { id } = member.history.assessment;
    const result = expired.has(id) ? undefined : bestOf(member);
    return { member, id, weight: weights.get(id) ?? 0, result };
  });
  const results = parts.flatMap(({ result, weight }) => (result === undefined ? [] : [{ result, weight }]));
  if (results.length < parts.length) {
    const gone = parts.filter(({ result, id, member }) => result === undefined && (expired.has(id) || member.lost));
    return { known: { state: gone.length > 0 ? 'not-met' : 'open' } };
  }
  const total = results.reduce((sum, { weight }) => sum + weight, 0);
  const reached = results.reduce((sum, { result, weight }) => sum + weight * shareOf(result), 0);
  const share = (100 * reached) / total;
  const isEven = results.every(({ result }) => 100 * shareOf(result) >= minimumPercent - hair);
  const since = latest(...results.map(({ result }) => result.at)) ?? '';
  if (isEven && share >= percent - hair) return { known: { state: 'met', since }, percent: share };
  if (members.some(canImprove)) return { known: { state: 'open' }, percent: share };
  const lastOf = ({ history, lost }: AssessmentFinding) => latest(lost?.at, ...history.results.map(({ at }) => at));
  return { known: { state: 'not-met' }, percent: share, lostAt: latest(since, ...members.map(lastOf)) ?? since };
}
