import type { CandidacyDifference, Difference } from '@testamur/program';
import { dayMs, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';
import type { ProgramsDeps } from './deps.ts';
import { type Counts, listCounts } from './rules/counts.ts';

/** A preview while it goes on. */
export interface OpenPreview {
  readonly id: string;
  readonly yaml: string;
  readonly state: 'running' | 'done';
  readonly done: number;
  readonly total: number;
  readonly affected: number;
  /** Candidacies of which no standing can be made. */
  readonly unread: number;
  readonly counts: Counts;
  /** The last candidacy that was looked at. */
  readonly cursor: string | null;
}

const pageSize = 50;
const keptDays = 30;

// savePreview alone writes counts.
const asCounts = (stored: unknown): Counts => stored as Counts;

/** Locked: of two jobs on the same preview, the second waits and finds the cursor of the first. */
export const findOpenPreview = async (
  { trx, organization }: Scope,
  previewId: string,
): Promise<OpenPreview | undefined> => {
  const row = await trx
    .selectFrom('edition_preview')
    .select(['id', 'yaml', 'done', 'total', 'affected', 'unread', 'counts', 'cursor'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', previewId)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, state: 'running', counts: asCounts(row.counts) };
};

/** How far it has come, and what the last batch found. Candidacies may begin meanwhile: the total never lies behind. */
export const savePreview = async (
  { trx, organization }: Scope,
  { id, state, done, total, affected, unread, counts, cursor }: OpenPreview,
  found: readonly CandidacyDifference[],
): Promise<void> => {
  await trx
    .updateTable('edition_preview')
    .set({ state, done, total: Math.max(total, done), affected, unread, counts: JSON.stringify(counts), cursor })
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .execute();
  if (found.length === 0) return;
  await trx
    .insertInto('edition_preview_candidacy')
    .values(
      found.map(({ candidacy, differences }) => ({
        organization_id: organization.id,
        preview_id: id,
        candidacy_id: candidacy,
        effects: [...new Set(differences.map(({ effect }) => effect))],
        differences: JSON.stringify(differences),
      })),
    )
    .execute();
};

/** Previews are looked at before a publication; after a month nobody needs them. */
export const forgetOldPreviews = async ({ trx, organization, now }: Scope): Promise<void> => {
  await trx
    .deleteFrom('edition_preview')
    .where('organization_id', '=', organization.id)
    .where('requested_at', '<', new Date(now.getTime() - keptDays * dayMs))
    .execute();
};

const noSuchPreview = () =>
  new Problem(
    'not-found',
    'programs.no-such-preview',
    `There is no such preview here. Previews are kept for ${keptDays} days; ask for a new one.`,
  );

/** @throws Problem `programs.no-such-preview`. */
export const getPreview = async ({ trx, organization }: Scope, previewId: string) => {
  const row = await trx
    .selectFrom('edition_preview')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .where('id', '=', previewId)
    .executeTakeFirst();
  if (!row) throw noSuchPreview();
  const people = await listPeople(trx, [row.requested_by]);
  const state: OpenPreview['state'] = row.state === 'done' ? 'done' : 'running';
  return {
    previewId: row.id,
    programId: row.program_id,
    edition: row.edition,
    requestedAt: row.requested_at.toISOString(),
    requestedBy: people.get(row.requested_by)?.name ?? 'Somebody',
    state,
    done: row.done,
    total: row.total,
    affected: row.affected,
    unread: row.unread,
    counts: listCounts(asCounts(row.counts)),
  };
};

export interface PreviewPage {
  readonly previewId: string;
  readonly page: number;
  readonly effect?: Difference['effect'] | undefined;
}

/** The candidacies that a preview found so far, by number and never by name. */
export const getPreviewPage = async (
  scope: Scope,
  { listNumbers }: Pick<ProgramsDeps, 'listNumbers'>,
  { previewId, page, effect }: PreviewPage,
) => {
  const preview = await getPreview(scope, previewId);
  let query = scope.trx
    .selectFrom('edition_preview_candidacy')
    .where('organization_id', '=', scope.organization.id)
    .where('preview_id', '=', previewId);
  if (effect !== undefined)
    query = query.where((where) => where(where.val<string>(effect), '=', where.fn.any('effects')));
  const { matching } = await query
    .select((select) => select.fn.countAll<number>().as('matching'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .select(['candidacy_id', 'differences'])
    .orderBy('candidacy_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const numbers = await listNumbers(
    scope,
    rows.map((row) => row.candidacy_id),
  );
  return {
    ...preview,
    candidacies: rows.map((row) => ({
      candidacyId: row.candidacy_id,
      number: numbers.get(row.candidacy_id) ?? '',
      // savePreview alone writes differences.
      differences: row.differences as unknown as Difference[],
    })),
    matching: Number(matching),
    page,
    pageSize,
  };
};
