import {
  type ExperienceEntry as CountedEntry,
  type ExperienceAmount,
  type ExperienceTally,
  type RequirementOf,
  tallyExperience,
} from '@testamur/program';
import type { ExperienceEntry } from './candidacy.ts';

export interface ExperienceReview {
  /** All entries together, each day at most once, and the narrower rules. */
  readonly tally: ExperienceTally;
  /** What each entry alone would count, by its id; absent where it cannot count. */
  readonly byEntry: Readonly<Record<string, Pick<ExperienceAmount, 'unit' | 'counted'>>>;
}

/** What is absent is left out, as the ledger writes it. */
const asWritten = ({ to, role, ...entry }: ExperienceEntry): CountedEntry => ({
  ...entry,
  ...(to === undefined ? {} : { to }),
  ...(role === undefined ? {} : { role }),
});

/** Work by the rule of its requirement, as it counts up to a day. */
export const experienceReview = (
  rule: RequirementOf<'experience'>,
  entries: readonly ExperienceEntry[],
  until: string,
): ExperienceReview => {
  const alone = entries.flatMap((entry) => {
    const { unit, counted, impossibleIds } = tallyExperience(rule, [asWritten(entry)], until);
    const counts = rule.settings.includes(entry.setting) && !impossibleIds.includes(entry.id);
    return counts ? [[entry.id, { unit, counted }] as const] : [];
  });
  return { tally: tallyExperience(rule, entries.map(asWritten), until), byEntry: Object.fromEntries(alone) };
};
