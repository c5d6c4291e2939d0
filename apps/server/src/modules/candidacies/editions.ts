import type { Fact } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { type CandidacyLedger, getEdition, type Move, type ProgramsDeps, type UnderWay } from '../programs/index.ts';
import { recordFactsOn } from './facts.ts';
import { listFactsOf, loadCandidacy } from './store.ts';

const countCandidacies = async ({ trx, organization }: Scope, programId: string): Promise<number> => {
  const { candidacies } = await trx
    .selectFrom('candidacy')
    .select((select) => select.fn.countAll<number>().as('candidacies'))
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .executeTakeFirstOrThrow();
  return Number(candidacies);
};

/** Candidacies that are open, under one of the editions; with whether they hold a credential. */
const openUnder = ({ trx, organization }: Scope, programId: string, editions: readonly string[]) =>
  trx
    .selectFrom('candidacy')
    .leftJoin('standing_cache', (join) =>
      join
        .onRef('standing_cache.organization_id', '=', 'candidacy.organization_id')
        .onRef('standing_cache.candidacy_id', '=', 'candidacy.id'),
    )
    .where('candidacy.organization_id', '=', organization.id)
    .where('candidacy.program_id', '=', programId)
    .where('candidacy.edition', 'in', editions)
    .where('candidacy.closed_at', 'is', null);

const countUnderWay = async (scope: Scope, programId: string, editions: readonly string[]): Promise<UnderWay> => {
  const rows = await openUnder(scope, programId, editions)
    .select((select) => [
      select('standing_cache.status', '=', 'certified').as('certified'),
      select.fn.countAll<number>().as('candidacies'),
    ])
    .groupBy('certified')
    .execute();
  const count = (isCertified: boolean): number =>
    rows.reduce((sum, row) => ((row.certified === true) === isCertified ? sum + Number(row.candidacies) : sum), 0);
  return { candidates: count(false), certificants: count(true) };
};

const listLedgers = async (
  scope: Scope,
  programId: string,
  after: string | null,
  limit: number,
): Promise<readonly CandidacyLedger[]> => {
  const { trx, organization } = scope;
  let query = trx
    .selectFrom('candidacy')
    .select(['id', 'edition'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .orderBy('id')
    .limit(limit);
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.execute();
  const facts = await listFactsOf(
    scope,
    rows.map(({ id }) => id),
  );
  const ledgers: CandidacyLedger[] = [];
  for (const { id, edition } of rows) {
    const { program } = await getEdition(trx, organization.id, programId, edition);
    ledgers.push({ candidacyId: id, program, facts: facts.get(id) ?? [] });
  }
  return ledgers;
};

const listNumbers = async (
  { trx, organization }: Scope,
  candidacyIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (candidacyIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('candidacy')
    .select(['id', 'number'])
    .where('organization_id', '=', organization.id)
    .where('id', 'in', candidacyIds)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
};

/** Whether the candidacy went over. One that is of the other group, or was moved meanwhile, stays as it is. */
const moveOne = async (scope: Scope, candidacyId: string, move: Move): Promise<boolean> => {
  const { edition: from, standing } = await loadCandidacy(scope, candidacyId, { lock: true });
  const isMeant = standing.status === 'certified' ? move.certificants : move.candidates;
  if (!isMeant || standing.final || !move.from.includes(from)) return false;
  await scope.trx
    .updateTable('candidacy')
    .set({ edition: move.edition })
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', candidacyId)
    .execute();
  const moved = await loadCandidacy(scope, candidacyId);
  const fact: Extract<Fact, { kind: 'edition-moved' }>['data'] = { from, to: move.edition };
  await recordFactsOn(scope, moved, [{ kind: 'edition-moved', data: fact, by: { kind: 'system' } }]);
  return true;
};

const moveBatch = async (scope: Scope, move: Move, after: string | null, limit: number) => {
  let query = openUnder(scope, move.programId, move.from).select('candidacy.id').orderBy('candidacy.id').limit(limit);
  if (after !== null) query = query.where('candidacy.id', '>', after);
  const rows = await query.execute();
  let moved = 0;
  for (const { id } of rows) if (await moveOne(scope, id, move)) moved += 1;
  return { moved, last: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
};

/** What the editions of a program need of its candidacies. */
export const editionsOfCandidacies: ProgramsDeps = {
  countCandidacies,
  countUnderWay,
  listLedgers,
  listNumbers,
  moveBatch,
};
