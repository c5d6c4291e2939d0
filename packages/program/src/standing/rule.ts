import type { Instant } from '../facts.ts';
import type { Rule } from '../schema/rule.ts';

/** What is known of one part: fulfilled since an instant, out of reach, or still open. */
export type Known =
  | { readonly state: 'met'; readonly since: Instant }
  | { readonly state: 'not-met' }
  | { readonly state: 'open' };

/**
 * Kleene's three-valued "all" and "any": what is open counts for neither side, so an unknown is never taken as met.
 * A rule that is met is met since the instant that decided it.
 */
export function evaluate(rule: Rule, know: (id: string) => Known): Known {
  if (typeof rule === 'string') return know(rule);
  const isAll = 'all' in rule;
  const parts = (isAll ? rule.all : rule.any).map((part) => evaluate(part, know));
  const met = parts.filter((part) => part.state === 'met').map(({ since }) => since);
  const [first, ...others] = met.sort();
  const isMet = isAll ? met.length === parts.length : met.length > 0;
  if (isMet && first !== undefined) return { state: 'met', since: isAll ? (others.at(-1) ?? first) : first };
  const isLost = isAll
    ? parts.some((part) => part.state === 'not-met')
    : parts.every((part) => part.state === 'not-met');
  return { state: isLost ? 'not-met' : 'open' };
}
