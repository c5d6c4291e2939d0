import { type Fact, type Program, type Standing, standing } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { getEdition } from '../programs/index.ts';
import { type Draft, type DraftContent, factsOfDrafts } from './rules/drafts.ts';

export interface Candidacy {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly programId: string;
  readonly edition: string;
  readonly createdAt: Date;
  readonly program: Program;
  /** The ledger, oldest first. */
  readonly facts: readonly Fact[];
  readonly drafts: readonly Draft[];
  /** The instant of `standing`: now, or that of the latest fact where a clock ran ahead by milliseconds. */
  readonly at: Date;
  readonly standing: Standing;
}

export const noSuchCandidacy = () =>
  new Problem('not-found', 'candidacies.no-such-candidacy', 'There is no such candidacy in this organization.');

/** With `lock`, other commands on this candidacy wait until the transaction ends. */
export const loadCandidacy = async (
  scope: Scope,
  candidacyId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<Candidacy> => {
  const query = scope.trx
    .selectFrom('candidacy')
    .select(['id', 'number', 'person_id', 'program_id', 'edition', 'created_at'])
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', candidacyId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw noSuchCandidacy();
  const { program } = await getEdition(scope.trx, scope.organization.id, row.program_id, row.edition);
  const facts = await listFacts(scope, candidacyId);
  const drafts = await listDrafts(scope, candidacyId);
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    programId: row.program_id,
    edition: row.edition,
    createdAt: row.created_at,
    program,
    facts,
    drafts,
    ...standingOf(scope.now, program, facts, drafts, row.person_id),
  };
};

/** Other commands on this candidacy wait until the transaction ends. */
export const lockCandidacy = async ({ trx, organization }: Scope, candidacyId: string): Promise<void> => {
  const row = await trx
    .selectFrom('candidacy')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('id', '=', candidacyId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw noSuchCandidacy();
};

/** An application under way is shown with what its drafts would say. */
export const standingOf = (
  now: Date,
  program: Program,
  facts: readonly Fact[],
  drafts: readonly Draft[],
  personId: string,
): { at: Date; standing: Standing } => {
  const last = facts.at(-1);
  const at = last && last.at > now.toISOString() ? new Date(last.at) : now;
  const seen = [...facts, ...factsOfDrafts(program.edition, facts, drafts, personId)];
  return { at, standing: standing(program, seen, at.toISOString()) };
};

const listFacts = async (scope: Scope, candidacyId: string): Promise<readonly Fact[]> =>
  (await listFactsOf(scope, [candidacyId])).get(candidacyId) ?? [];

/** The ledgers of several candidacies at once, each oldest first. */
export const listFactsOf = async (
  { trx, organization }: Scope,
  candidacyIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> => {
  if (candidacyIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('fact')
    .select(['candidacy_id', 'id', 'kind', 'at', 'by_kind', 'by_id', 'edition', 'data'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', 'in', candidacyIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const ledgers = new Map<string, Fact[]>();
  for (const row of rows) {
    // recordFacts alone writes facts, from values of this type.
    const fact = {
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      by: row.by_id === null ? { kind: row.by_kind } : { kind: row.by_kind, id: row.by_id },
      edition: row.edition,
      data: row.data,
    } as Fact;
    const ledger = ledgers.get(row.candidacy_id);
    if (ledger === undefined) ledgers.set(row.candidacy_id, [fact]);
    else ledger.push(fact);
  }
  return ledgers;
};

const listDrafts = async ({ trx, organization }: Scope, candidacyId: string): Promise<readonly Draft[]> => {
  const rows = await trx
    .selectFrom('draft')
    .select(['requirement', 'claim', 'saved_at'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .orderBy('saved_at')
    .orderBy('requirement')
    .execute();
  // saveDraft alone writes drafts, from values of this type.
  return rows.map((row) => ({
    section: row.requirement,
    content: row.claim as unknown as DraftContent,
    savedAt: row.saved_at,
  }));
};
