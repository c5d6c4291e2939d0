import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { visiting, type Whereabouts } from '../audit/index.ts';
import type { ItemSource } from '../item-bank/index.ts';

/** What a rehearsal is made from: a program that this installation runs. */
export interface ProgramSource {
  readonly organizationId: string;
  readonly programId: string;
  readonly title: string;
  readonly yaml: string;
}

/** The latest edition of the program of that id or alias; of several, the one that has been published longest. */
export const findProgramSource = async (trx: Trx, name: string): Promise<ProgramSource> => {
  const rows = await trx
    .selectFrom('program_edition as edition')
    .innerJoin('organization', 'organization.id', 'edition.organization_id')
    .where('organization.kind', 'in', ['live', 'demonstration'])
    .where((where) =>
      where.or([
        where('edition.program_id', '=', name),
        where(where.val(name), '=', where.fn.any(where.ref('edition.aliases'))),
      ]),
    )
    .select([
      'edition.organization_id',
      'edition.program_id',
      'edition.yaml',
      sql<string>`edition.program ->> 'title'`.as('title'),
    ])
    .orderBy('edition.published_at')
    .execute();
  const first = rows.find((row) => row.program_id === name) ?? rows[0];
  const latest = rows.findLast(
    (row) => row.organization_id === first?.organization_id && row.program_id === first.program_id,
  );
  if (!latest) {
    const message = `No program "${name}" is published here. See the list of programs for their ids.`;
    throw new Problem('not-found', 'programs.no-such-program', message);
  }
  const { organization_id: organizationId, program_id: programId, title, yaml } = latest;
  return { organizationId, programId, title, yaml };
};

/** The items of the program in their latest versions, read in the organization that they belong to. */
export const listItemSources = (
  trx: Trx,
  { organizationId, programId }: ProgramSource,
  back: Whereabouts,
): Promise<readonly ItemSource[]> =>
  visiting(trx, organizationId, back, async () => {
    const rows = await trx
      .selectFrom('item')
      .distinctOn('identifier')
      .select(['xml', 'topic', 'cognitive_level', 'objective'])
      .where('organization_id', '=', organizationId)
      .where('program_id', '=', programId)
      .orderBy('identifier')
      .orderBy('version', 'desc')
      .execute();
    return rows.map(({ xml, topic, cognitive_level: cognitiveLevel, objective }) => ({
      xml,
      topic,
      cognitiveLevel,
      objective,
    }));
  });
