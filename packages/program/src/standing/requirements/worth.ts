import type { CalendarDate, Claim } from '../../facts.ts';
import type { Text } from '../../text.ts';

/** What a claim is worth if every entry that is looked at is true. */
export interface Worth {
  readonly suffices: boolean;
  /** What is known in a few words. */
  readonly detail: Text;
  readonly reason: Text;
  readonly impossibleIds: readonly string[];
  /** When it suffices if what goes on now goes on. */
  readonly reachedOn?: CalendarDate;
}

export type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

export function enough(detail: Text, reason: Text, impossibleIds: readonly string[] = []): Worth {
  return { suffices: true, detail, reason, impossibleIds };
}

export function short(detail: Text, reason: Text, impossibleIds: readonly string[] = []): Worth {
  return { suffices: false, detail, reason, impossibleIds };
}
