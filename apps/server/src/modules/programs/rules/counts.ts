import type { Difference } from '@testamur/program';

type Moment = Difference['moment'];
type Effect = Difference['effect'];

/** Candidacies by `moment/effect`, as they are stored with a preview. */
export type Counts = Readonly<Record<string, number>>;

/** A candidacy counts once for each moment and effect, however many renewals it had. */
export const addCounts = (counts: Counts, differences: readonly Pick<Difference, 'moment' | 'effect'>[]): Counts => {
  const keys = new Set(differences.map(({ moment, effect }) => `${moment}/${effect}`));
  return { ...counts, ...Object.fromEntries([...keys].map((key) => [key, (counts[key] ?? 0) + 1])) };
};

const moments: readonly Moment[] = ['certification', 'renewal', 'now'];
const effects: readonly Effect[] = ['worse', 'better', 'other'];

/** What was counted, in an order that does not change; nothing that is zero. */
export const listCounts = (counts: Counts) =>
  moments.flatMap((moment) =>
    effects.flatMap((effect) => {
      const candidacies = counts[`${moment}/${effect}`] ?? 0;
      return candidacies === 0 ? [] : [{ moment, effect, candidacies }];
    }),
  );
