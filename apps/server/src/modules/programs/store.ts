import type { Program } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';

export interface Edition {
  readonly program: Program;
  readonly publishedAt: Date;
}

// Editions never change once they are published, so they are kept for good.
const editions = new Map<string, Edition>();

/** The program as jsonb gives it back; `publishEdition` wrote it from a `Program` that `parseProgram` had proved. */
export const asProgram = (stored: unknown): Program => stored as Program;

export const noSuchProgram = (programId: string, edition?: string) =>
  new Problem(
    'not-found',
    'programs.no-such-program',
    edition === undefined
      ? `There is no published program "${programId}" here. See the list of programs for their ids.`
      : `The program "${programId}" has no published edition "${edition}".`,
  );

/**
 * A published edition; the latest where none is named.
 *
 * @throws Problem `programs.no-such-program`.
 */
export const getEdition = async (
  trx: Trx,
  organizationId: string,
  programId: string,
  edition?: string,
): Promise<Edition> => {
  const named = edition ?? (await latestEdition(trx, organizationId, programId));
  if (named === undefined) throw noSuchProgram(programId);
  const key = `${organizationId}/${programId}/${named}`;
  const kept = editions.get(key);
  if (kept) return kept;
  const row = await trx
    .selectFrom('program_edition')
    .select(['program', 'published_at'])
    .where('organization_id', '=', organizationId)
    .where('program_id', '=', programId)
    .where('edition', '=', named)
    .executeTakeFirst();
  if (!row) throw noSuchProgram(programId, named);
  const found = { program: asProgram(row.program), publishedAt: row.published_at };
  editions.set(key, found);
  return found;
};

const latestEdition = async (trx: Trx, organizationId: string, programId: string): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('program_edition')
    .select('edition')
    .where('organization_id', '=', organizationId)
    .where('program_id', '=', programId)
    .orderBy('published_at', 'desc')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.edition;
};

/** The latest edition of every program of one organization. */
export const listProgramsInForce = async (trx: Trx, organizationId: string): Promise<readonly Program[]> => {
  const rows = await trx
    .selectFrom('program_edition')
    .where('organization_id', '=', organizationId)
    .distinctOn('program_id')
    .select('program')
    .orderBy('program_id')
    .orderBy('published_at', 'desc')
    .execute();
  return rows.map((row) => asProgram(row.program));
};
