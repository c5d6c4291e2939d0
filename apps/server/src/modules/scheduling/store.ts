import type { Scope } from '../../platform/http/index.ts';
import type { TestAuthorization } from './rules/letter.ts';

export interface AttemptKey {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly attempt: number;
}

const columns = [
  'number',
  'assessment_id',
  'attempt',
  'opens_at',
  'closes_at',
  'minutes',
  'time_multiplier',
  'created_at',
] as const;

/** The authorization of one attempt. */
export const findTestAuthorization = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
): Promise<TestAuthorization | undefined> => {
  const row = await trx
    .selectFrom('test_authorization')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      assessmentId: row.assessment_id,
      attempt: row.attempt,
      from: row.opens_at,
      until: row.closes_at,
      minutes: row.minutes,
      timeMultiplier: Number(row.time_multiplier),
      createdAt: row.created_at,
    }
  );
};

/** @returns whether this call wrote it: false where the attempt was authorized already. */
export const insertTestAuthorization = async (
  { trx, organization }: Scope,
  candidacyId: string,
  authorization: TestAuthorization,
): Promise<boolean> => {
  const inserted = await trx
    .insertInto('test_authorization')
    .values({
      organization_id: organization.id,
      candidacy_id: candidacyId,
      assessment_id: authorization.assessmentId,
      attempt: authorization.attempt,
      number: authorization.number,
      opens_at: authorization.from,
      closes_at: authorization.until,
      minutes: authorization.minutes,
      time_multiplier: authorization.timeMultiplier,
      created_at: authorization.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'candidacy_id', 'assessment_id', 'attempt']).doNothing(),
    )
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
};

/** Later only; @returns whether the window was moved. */
export const moveWindow = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
  until: Date,
): Promise<boolean> => {
  const updated = await trx
    .updateTable('test_authorization')
    .set({ closes_at: until })
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .where('closes_at', '<', until)
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
};

/** @returns whether the time was another before. */
export const setTimeMultiplier = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: AttemptKey,
  timeMultiplier: number,
): Promise<boolean> => {
  const updated = await trx
    .updateTable('test_authorization')
    .set({ time_multiplier: timeMultiplier })
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .where('time_multiplier', '<>', String(timeMultiplier))
    .executeTakeFirst();
  return updated.numUpdatedRows === 1n;
};
