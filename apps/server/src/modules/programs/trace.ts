import { createHash } from 'node:crypto';
import type { Scope } from '../../platform/http/index.ts';

export const sha256OfFile = (yaml: string): string => createHash('sha256').update(yaml, 'utf8').digest('hex');

/** A published edition as it was published. */
export interface EditionTrace {
  readonly publishedAt: Date;
  readonly publishedById: string | null;
  /** Of the program file, byte for byte. */
  readonly sha256: string;
}

export const traceEdition = async (
  { trx, organization }: Scope,
  programId: string,
  edition: string,
): Promise<EditionTrace | undefined> => {
  const row = await trx
    .selectFrom('program_edition')
    .select(['yaml', 'published_at', 'published_by'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .where('edition', '=', edition)
    .executeTakeFirst();
  return row && { publishedAt: row.published_at, publishedById: row.published_by, sha256: sha256OfFile(row.yaml) };
};
