import type { Scope } from '../../platform/http/index.ts';
import type { Answers } from './rules/statement-form.ts';
import { mailboxOf } from './rules/statement-requests.ts';

/** Who was asked for a statement, and what they said. What became of the request stands in the facts. */
export interface StatementRequest {
  readonly id: string;
  readonly requirement: string;
  readonly name: string;
  readonly email: string;
  readonly relation?: string;
  readonly mailedAt: Date;
  readonly given?: {
    readonly at: Date;
    readonly signedName: string;
    readonly answers: Answers;
    readonly completedOn?: string;
    readonly remark?: string;
  };
}

const columns = [
  'id',
  'requirement',
  'name',
  'email',
  'relation',
  'mailed_at',
  'given_at',
  'signed_name',
  'answers',
  'completed_on',
  'remark',
] as const;

interface Row {
  id: string;
  requirement: string;
  name: string;
  email: string;
  relation: string | null;
  mailed_at: Date;
  given_at: Date | null;
  signed_name: string | null;
  answers: unknown;
  completed_on: string | null;
  remark: string | null;
}

const asRequest = (row: Row): StatementRequest => ({
  id: row.id,
  requirement: row.requirement,
  name: row.name,
  email: row.email,
  ...(row.relation === null ? {} : { relation: row.relation }),
  mailedAt: row.mailed_at,
  ...(row.given_at === null || row.signed_name === null
    ? {}
    : {
        given: {
          at: row.given_at,
          signedName: row.signed_name,
          // keepStatement alone writes them, from values of this type.
          answers: (row.answers ?? {}) as Answers,
          ...(row.completed_on === null ? {} : { completedOn: row.completed_on }),
          ...(row.remark === null ? {} : { remark: row.remark }),
        },
      }),
});

/** Oldest first. */
export const listStatementRequests = async (
  { trx, organization }: Scope,
  candidacyId: string,
): Promise<readonly StatementRequest[]> => {
  const rows = await trx
    .selectFrom('statement_request')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .orderBy('requested_at')
    .orderBy('id')
    .execute();
  return rows.map(asRequest);
};

/** Whether the person of this address was asked to speak for the candidate: such a one does not judge them as well. */
export const wasAskedForStatement = async (scope: Scope, candidacyId: string, address: string): Promise<boolean> =>
  (await listStatementRequests(scope, candidacyId)).some(({ email }) => mailboxOf(email) === mailboxOf(address));

/** In all candidacies of the person, so that beginning another one allows no more. */
export const countRequestsSince = async (
  { trx, organization }: Scope,
  personId: string,
  since: Date,
): Promise<number> => {
  const { count } = await trx
    .selectFrom('statement_request as request')
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'request.organization_id')
        .onRef('candidacy.id', '=', 'request.candidacy_id'),
    )
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('candidacy.organization_id', '=', organization.id)
    .where('candidacy.person_id', '=', personId)
    .where('request.requested_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
};

export interface NewRequest {
  readonly id: string;
  readonly candidacyId: string;
  readonly requirement: string;
  readonly name: string;
  readonly email: string;
  readonly relation: string | undefined;
}

/** An address that was asked before and may be asked again is free for it; one that may not is refused by its key. */
export const insertRequest = async (
  { trx, organization, now }: Scope,
  { id, candidacyId, requirement, name, email, relation }: NewRequest,
): Promise<void> => {
  const key = { organization_id: organization.id, candidacy_id: candidacyId, requirement, email };
  await trx
    .updateTable('statement_request')
    .set({ released_at: now })
    .where((where) => where.and(key))
    .where('released_at', 'is', null)
    .execute();
  await trx
    .insertInto('statement_request')
    .values({ ...key, id, name, relation: relation ?? null, requested_at: now, mailed_at: now })
    .execute();
};

/** False where somebody else has written to them in the meantime. */
export const markMailed = async (
  { trx, organization, now }: Scope,
  { id, mailedAt }: Pick<StatementRequest, 'id' | 'mailedAt'>,
): Promise<boolean> => {
  const marked = await trx
    .updateTable('statement_request')
    .set({ mailed_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('mailed_at', '=', mailedAt)
    .executeTakeFirst();
  return marked.numUpdatedRows === 1n;
};

/** Keeps what was said, once. */
export const keepStatement = async (
  { trx, organization }: Scope,
  id: string,
  { at, signedName, answers, completedOn, remark }: NonNullable<StatementRequest['given']>,
): Promise<void> => {
  const kept = await trx
    .updateTable('statement_request')
    .set({
      given_at: at,
      signed_name: signedName,
      answers: JSON.stringify(answers),
      completed_on: completedOn ?? null,
      remark: remark ?? null,
    })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('given_at', 'is', null)
    .executeTakeFirst();
  if (kept.numUpdatedRows !== 1n) throw new Error('A statement that was given is given again.');
};
