import type { Instant } from '../facts.ts';
import type { PassingRule, Rule } from '../schema/rule.ts';

/**
 * What is known of one part: fulfilled since an instant, out of reach, still open, or not there for this candidate.
 */
export type Known =
  | { readonly state: 'met'; readonly since: Instant }
  | { readonly state: 'not-met' }
  | { readonly state: 'open' }
  | { readonly state: 'absent' };

type Group = Exclude<PassingRule, string | { all: PassingRule[] } | { any: PassingRule[] } | { atLeast: number }>;

/** The parts of a rule, and how many of them have to be met; all of them where it says so. */
function partsOf<R extends Rule | PassingRule>(
  rule: Exclude<R, string>,
): { parts: readonly R[]; needed: 'all' | number } | undefined {
  if ('all' in rule) return { parts: rule.all as R[], needed: 'all' };
  if ('any' in rule) return { parts: rule.any as R[], needed: 1 };
  if ('atLeast' in rule) return { parts: rule.of as R[], needed: rule.atLeast };
  return undefined;
}

/**
 * Kleene's three-valued "all", "any" and "at least n": what is open counts for neither side, so an unknown is never taken
 * as met. A rule that is met is met since the instant that decided it. Parts that are not there are left out; a rule
 * without any part left is not there itself.
 *
 * @param weigh what is known of a group of assessments that make up for each other.
 */
export function evaluate<R extends Rule | PassingRule>(
  rule: R,
  know: (id: string) => Known,
  weigh: (group: Group) => Known = () => ({ state: 'open' }),
): Known {
  if (typeof rule === 'string') return know(rule);
  const branch = partsOf<Rule | PassingRule>(rule);
  if (branch === undefined) return weigh(rule as Group);
  const there = branch.parts.map((part) => evaluate(part, know, weigh)).filter(({ state }) => state !== 'absent');
  if (there.length === 0) return { state: 'absent' };
  const needed = branch.needed === 'all' ? there.length : branch.needed;
  const met = there.flatMap((part) => (part.state === 'met' ? [part.since] : [])).sort();
  const decided = met[needed - 1];
  if (decided !== undefined) return { state: 'met', since: decided };
  const lost = there.filter(({ state }) => state === 'not-met').length;
  return { state: there.length - lost < needed ? 'not-met' : 'open' };
}

/** Every id that stands in a rule. */
export function idsOf(rule: Rule | PassingRule): readonly string[] {
  if (typeof rule === 'string') return [rule];
  const branch = partsOf<Rule | PassingRule>(rule);
  if (branch !== undefined) return branch.parts.flatMap(idsOf);
  return 'compensatory' in rule ? rule.compensatory.map(({ assessment }) => assessment) : [];
}

/**
 * The parts that still matter to a rule: those of ways that are closed or not needed any more are left out.
 *
 * @param settles whether a part would do as it stands; once enough parts of an "any" do, the others matter no longer.
 */
export function askedOf(rule: Rule, know: (id: string) => Known, settles: (id: string) => boolean): readonly string[] {
  if (typeof rule === 'string') return know(rule).state === 'absent' ? [] : [rule];
  const branch = partsOf<Rule>(rule);
  if (branch === undefined) return [];
  const hoped = (id: string): Known => (settles(id) ? { state: 'met', since: '' } : know(id));
  const there = branch.parts.filter((part) => evaluate(part, know).state !== 'absent');
  if (branch.needed === 'all') return there.flatMap((part) => askedOf(part, know, settles));
  const met = there.filter((part) => evaluate(part, know).state === 'met');
  if (met.length >= branch.needed) return met.flatMap((part) => askedOf(part, know, settles));
  const settled = there.filter((part) => evaluate(part, hoped).state === 'met');
  const chosen =
    settled.length >= branch.needed ? settled : there.filter((part) => evaluate(part, know).state !== 'not-met');
  return chosen.flatMap((part) => askedOf(part, know, settles));
}
