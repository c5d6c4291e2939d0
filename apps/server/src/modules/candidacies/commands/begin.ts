import { newId, newReadableNumber } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { getEdition } from '../../programs/index.ts';
import { recordFacts } from '../facts.ts';

interface Begun {
  readonly candidacyId: string;
  readonly number: string;
}

/** Begins a candidacy in the latest edition, or finds the one under way: a person has one a program. */
export const beginCandidacy = async (scope: Scope, personId: string, programId: string): Promise<Begun> => {
  const { program } = await getEdition(scope.trx, scope.organization.id, programId);
  // A number drawn twice is as good as impossible; then another one is drawn.
  for (let tries = 0; tries < 5; tries += 1) {
    const begun =
      (await findUnderWay(scope, personId, programId)) ?? (await tryBegin(scope, personId, programId, program.edition));
    if (begun) return begun;
  }
  throw new Error('No free candidacy number was drawn in five tries.');
};

const findUnderWay = async (
  { trx, organization }: Scope,
  personId: string,
  programId: string,
): Promise<Begun | undefined> => {
  const row = await trx
    .selectFrom('candidacy')
    .select(['id', 'number'])
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', personId)
    .where('program_id', '=', programId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { candidacyId: row.id, number: row.number };
};

/** Undefined where another transaction began one at the same time, or the number is taken. */
const tryBegin = async (
  scope: Scope,
  personId: string,
  programId: string,
  edition: string,
): Promise<Begun | undefined> => {
  const { trx, organization, now } = scope;
  const id = newId();
  const number = `T-${newReadableNumber(6)}`;
  const inserted = await trx
    .insertInto('candidacy')
    .values({
      organization_id: organization.id,
      id,
      number,
      person_id: personId,
      program_id: programId,
      edition,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return undefined;
  await trx
    .insertInto('locator')
    .values({ id, kind: 'candidacy', organization_id: organization.id, person_id: personId })
    .execute();
  const by = { kind: 'candidate', id: personId } as const;
  await recordFacts(scope, id, [{ kind: 'candidacy-begun', data: {}, by, once: 'candidacy-begun' }]);
  return { candidacyId: id, number };
};
