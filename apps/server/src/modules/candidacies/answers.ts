import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';

/** What was answered in the interview before the application, by the key of the inquiry. It decides nothing. */
export type InterviewAnswers = Readonly<Record<string, string>>;

/** Keeps them with the candidacy; later ones take their place. */
export const keepAnswers = async (
  { trx, organization }: Scope,
  candidacyId: string,
  answers: InterviewAnswers,
): Promise<void> => {
  await trx
    .updateTable('candidacy')
    .set({ answers: sql`${JSON.stringify(answers)}::jsonb` })
    .where('organization_id', '=', organization.id)
    .where('id', '=', candidacyId)
    .execute();
};

export const findAnswers = async (
  { trx, organization }: Scope,
  candidacyId: string,
): Promise<Record<string, string> | undefined> => {
  const row = await trx
    .selectFrom('candidacy')
    .select('answers')
    .where('organization_id', '=', organization.id)
    .where('id', '=', candidacyId)
    .executeTakeFirst();
  // Written by `keepAnswers` alone.
  return (row?.answers ?? undefined) as Record<string, string> | undefined;
};
