import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { aliasesOf } from './rules/names.ts';
import { readFile } from './rules/read-file.ts';

/**
 * Publishes an edition for good: candidacies keep the edition under which they began.
 *
 * @throws Problem `programs.file-refused` with a field for each place in the file, or `programs.edition-exists`.
 */
export const publishEdition = async (
  scope: Scope,
  yaml: string,
  byPersonId: string | null,
): Promise<{ programId: string; edition: string }> => {
  const program = readFile(yaml);
  const inserted = await scope.trx
    .insertInto('program_edition')
    .values({
      organization_id: scope.organization.id,
      program_id: program.id,
      edition: program.edition,
      aliases: [...aliasesOf(program)],
      yaml,
      program: JSON.stringify(program),
      published_at: scope.now,
      published_by: byPersonId,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'program_id', 'edition']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    throw new Problem(
      'conflict',
      'programs.edition-exists',
      `The edition "${program.edition}" of ${program.abbreviation} is published already and stays as it is. Give the changed file another edition.`,
    );
  }
  return { programId: program.id, edition: program.edition };
};
