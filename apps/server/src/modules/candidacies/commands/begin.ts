import { newId, newReadableNumber, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { getEdition } from '../../programs/index.ts';
import { recordFacts } from '../facts.ts';
import { findTrackProblem, type Track, trackKey } from '../rules/track.ts';

interface Begun {
  readonly candidacyId: string;
  readonly number: string;
}

interface Choice {
  readonly personId: string;
  readonly programId: string;
  readonly track: Track | undefined;
}

/** Begins a candidacy in the latest edition, or finds the one under way: a person has one a program and track. */
export const beginCandidacy = async (
  scope: Scope,
  personId: string,
  programId: string,
  track?: Track,
): Promise<Begun> => {
  const { program } = await getEdition(scope.trx, scope.organization.id, programId);
  const problem = findTrackProblem(program, track);
  if (problem !== undefined) {
    throw new Problem('invalid', 'candidacies.no-such-track', problem, [{ path: 'track', message: problem }]);
  }
  const choice = { personId, programId, track: program.tracks ? track : undefined };
  // A number drawn twice is as good as impossible; then another one is drawn.
  for (let tries = 0; tries < 5; tries += 1) {
    const begun = (await findUnderWay(scope, choice)) ?? (await tryBegin(scope, choice, program.edition));
    if (begun) return begun;
  }
  throw new Error('No free candidacy number was drawn in five tries.');
};

const findUnderWay = async (
  { trx, organization }: Scope,
  { personId, programId, track }: Choice,
): Promise<Begun | undefined> => {
  const row = await trx
    .selectFrom('candidacy')
    .select(['id', 'number'])
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', personId)
    .where('program_id', '=', programId)
    .where('track', '=', trackKey(track))
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row && { candidacyId: row.id, number: row.number };
};

/** Undefined where another transaction began one at the same time, or the number is taken. */
const tryBegin = async (
  scope: Scope,
  { personId, programId, track }: Choice,
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
      track: trackKey(track),
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
  const data = track === undefined ? {} : { track };
  await recordFacts(scope, id, [{ kind: 'candidacy-begun', data, by, once: 'candidacy-begun' }]);
  return { candidacyId: id, number };
};
