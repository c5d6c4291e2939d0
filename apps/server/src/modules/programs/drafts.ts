import { formatInstant, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';

const findDraft = async ({ trx, organization }: Scope, programId: string) => {
  const row = await trx
    .selectFrom('program_draft')
    .select(['yaml', 'revision', 'saved_at', 'saved_by'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .executeTakeFirst();
  if (!row) return undefined;
  const people = await listPeople(trx, [row.saved_by]);
  return {
    yaml: row.yaml,
    revision: row.revision,
    savedAt: row.saved_at.toISOString(),
    savedBy: people.get(row.saved_by)?.name ?? 'Somebody',
  };
};

/** The draft that all program managers share, and the file that it started from. */
export const getDraft = async (scope: Scope, programId: string) => {
  const draft = await findDraft(scope, programId);
  const inForce = await scope.trx
    .selectFrom('program_edition')
    .select(['edition', 'yaml', 'published_at'])
    .where('organization_id', '=', scope.organization.id)
    .where('program_id', '=', programId)
    .orderBy('published_at', 'desc')
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    ...(draft === undefined ? {} : { draft }),
    ...(inForce === undefined
      ? {}
      : {
          inForce: { edition: inForce.edition, yaml: inForce.yaml, publishedAt: inForce.published_at.toISOString() },
        }),
  };
};

export interface DraftToSave {
  readonly programId: string;
  readonly yaml: string;
  /** The one that was read; 0 where there was none. */
  readonly revision: number;
}

/**
 * The next revision of the shared draft. The row decides who was first.
 *
 * @throws Problem `programs.draft-changed`, which says who saved in the meantime.
 */
export const saveDraft = async (scope: Scope, { programId, yaml, revision }: DraftToSave, personId: string) => {
  const { trx, organization, now } = scope;
  const row = { yaml, revision: revision + 1, saved_at: now, saved_by: personId };
  const written =
    revision === 0
      ? await trx
          .insertInto('program_draft')
          .values({ organization_id: organization.id, program_id: programId, ...row })
          .onConflict((conflict) => conflict.columns(['organization_id', 'program_id']).doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await trx
          .updateTable('program_draft')
          .set(row)
          .where('organization_id', '=', organization.id)
          .where('program_id', '=', programId)
          .where('revision', '=', revision)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows);
  if (written !== 1n) throw await changed(scope, programId);
  return { revision: row.revision, savedAt: now.toISOString() };
};

const changed = async (scope: Scope, programId: string): Promise<Problem> => {
  const theirs = await findDraft(scope, programId);
  const message =
    theirs === undefined
      ? 'The draft was published or thrown away since you read it. Copy your text, and begin from the edition in force.'
      : `${theirs.savedBy} saved this draft on ${formatInstant(theirs.savedAt)}, after you had read it. ` +
        'Copy your text, load their draft, and put your changes into it.';
  return new Problem('conflict', 'programs.draft-changed', message);
};

/** What was published is no draft any more. */
export const forgetDraft = async ({ trx, organization }: Scope, programId: string): Promise<void> => {
  await trx
    .deleteFrom('program_draft')
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .execute();
};
