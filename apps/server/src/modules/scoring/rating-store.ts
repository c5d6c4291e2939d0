import type { Selectable } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { DB } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Mark } from './rules/marks.ts';
import type { AttemptKey } from './store.ts';

export interface Rating extends AttemptKey {
  readonly id: string;
  readonly examinerId: string;
  readonly marks: readonly Mark[];
  /** Of a session: the day on which it was held. */
  readonly heldOn: string | undefined;
  readonly askedAt: Date;
  readonly savedAt: Date | undefined;
  readonly submittedAt: Date | undefined;
}

const columns = [
  'id',
  'candidacy_id',
  'assessment_id',
  'attempt',
  'examiner_id',
  'marks',
  'held_on',
  'asked_at',
  'saved_at',
  'submitted_at',
] as const;

type Row = Pick<Selectable<DB['rating']>, (typeof columns)[number]>;

const asRating = (row: Row): Rating => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  assessmentId: row.assessment_id,
  attempt: row.attempt,
  examinerId: row.examiner_id,
  // Marks are checked against the rubric before they are written.
  marks: row.marks as unknown as readonly Mark[],
  heldOn: row.held_on ?? undefined,
  askedAt: row.asked_at,
  savedAt: row.saved_at ?? undefined,
  submittedAt: row.submitted_at ?? undefined,
});

export const getRating = async (
  { trx, organization }: Scope,
  ratingId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Rating> => {
  const query = trx
    .selectFrom('rating')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('id', '=', ratingId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Problem('not-found', 'platform.not-found', 'There is no such rating.');
  return asRating(row);
};

/** What examiners have submitted of one attempt, in the order in which they did. */
export const listSubmittedRatings = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
): Promise<readonly Rating[]> => {
  const rows = await trx
    .selectFrom('rating')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at')
    .orderBy('id')
    .execute();
  return rows.map(asRating);
};

export const ratingState = ({ savedAt, submittedAt }: Pick<Rating, 'savedAt' | 'submittedAt'>) =>
  submittedAt ? ('submitted' as const) : savedAt ? ('in-progress' as const) : ('waiting' as const);
