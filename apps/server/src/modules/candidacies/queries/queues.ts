import { candidacyStatuses, say } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import type { Party } from '../../../platform/operations/index.ts';
import { getEdition } from '../../programs/index.ts';
import { type QueueSlug, queueSlugs } from '../contract/staff.ts';
import { queues, stagesOf } from '../rules/queues.ts';
import { asStanding, pageSize } from './search.ts';

export interface QueueReader {
  readonly personId: string;
  readonly parties: ReadonlySet<Party>;
  /** Who rates this candidate's work; the modules that know stand above this one. */
  listExaminersOf(scope: Scope, candidacyId: string): Promise<readonly string[]>;
}

const worksOn = ({ parties }: QueueReader, slug: QueueSlug): boolean =>
  parties.has('auditor') || queues[slug].roles.some((role) => parties.has(role));

/** What waits in a queue, oldest first, without the reader's own candidacies: nobody acts on those. */
const waitingIn = ({ trx, organization }: Scope, { personId }: QueueReader, slugs: readonly QueueSlug[]) =>
  trx
    .selectFrom('queue_entry as entry')
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'entry.organization_id')
        .onRef('candidacy.id', '=', 'entry.candidacy_id'),
    )
    .where('entry.organization_id', '=', organization.id)
    .where('entry.queue', 'in', slugs)
    .where('candidacy.person_id', '!=', personId);

/** Examiners see what they were asked for; auditors see everything. Undefined where nothing has to be left out. */
const ratedBy = async (scope: Scope, reader: QueueReader): Promise<readonly string[] | undefined> => {
  if (reader.parties.has('auditor')) return undefined;
  const rows = await waitingIn(scope, reader, ['ratings']).select('entry.candidacy_id').distinct().execute();
  const own: string[] = [];
  for (const { candidacy_id: candidacyId } of rows) {
    if ((await reader.listExaminersOf(scope, candidacyId)).includes(reader.personId)) own.push(candidacyId);
  }
  return own;
};

export const listQueues = async (scope: Scope, reader: QueueReader) => {
  const mine = queueSlugs.filter((slug) => worksOn(reader, slug));
  if (mine.length === 0) return { queues: [] };
  const counts = await waitingIn(scope, reader, mine)
    .select(['entry.queue'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .groupBy('entry.queue')
    .execute();
  const counted = new Map(counts.map(({ queue, count }) => [queue, count]));
  if (mine.includes('ratings') && counted.has('ratings')) {
    const own = await ratedBy(scope, reader);
    if (own) counted.set('ratings', own.length);
  }
  return { queues: mine.map((slug) => ({ slug, label: queues[slug].label, count: counted.get(slug) ?? 0 })) };
};

export const getQueue = async (
  scope: Scope,
  reader: QueueReader,
  { queue, page }: { queue: QueueSlug; page: number },
) => {
  const { label, roles } = queues[queue];
  if (!worksOn(reader, queue)) {
    const message = `"${label}" is worked on by: ${roles.join(', ')}.`;
    throw new Problem('forbidden', 'candidacies.queue-of-another-role', message);
  }
  const own = queue === 'ratings' ? await ratedBy(scope, reader) : undefined;
  const all = waitingIn(scope, reader, [queue]);
  const waiting =
    own === undefined ? all : all.where('entry.candidacy_id', 'in', own.length === 0 ? [noCandidacy] : own);
  const { total } = await waiting
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await waiting
    .innerJoin('person', 'person.id', 'candidacy.person_id')
    .innerJoin('standing_cache as cache', (join) =>
      join
        .onRef('cache.organization_id', '=', 'entry.organization_id')
        .onRef('cache.candidacy_id', '=', 'entry.candidacy_id'),
    )
    .leftJoin('work_claim as claim', (join) =>
      join
        .onRef('claim.organization_id', '=', 'entry.organization_id')
        .onRef('claim.candidacy_id', '=', 'entry.candidacy_id'),
    )
    .leftJoin('person as worker', 'worker.id', 'claim.person_id')
    .select([
      'entry.candidacy_id',
      'entry.subject',
      'entry.waiting_since',
      'candidacy.number',
      'candidacy.program_id',
      'candidacy.edition',
      'person.name',
      'cache.standing',
      'claim.person_id as worker_id',
      'worker.name as worker_name',
    ])
    .orderBy('entry.waiting_since')
    .orderBy('entry.candidacy_id')
    .orderBy('entry.subject')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  type Row = (typeof rows)[number];
  const viewOf = async (row: Row) => {
    const { program } = await getEdition(scope.trx, scope.organization.id, row.program_id, row.edition);
    return {
      candidacyId: row.candidacy_id,
      number: row.number,
      // Who rates knows the candidate by number alone.
      candidateName: queue === 'ratings' && !reader.parties.has('auditor') ? `Candidate ${row.number}` : row.name,
      programId: program.id,
      abbreviation: program.abbreviation,
      ...said(row, queue),
      ...(row.subject === '' ? {} : { subject: row.subject }),
      waitingSince: row.waiting_since.toISOString(),
      ...(row.worker_id === null || row.worker_name === null
        ? {}
        : { claimedBy: { personId: row.worker_id, name: row.worker_name } }),
    };
  };
  return { slug: queue, label, rows: await Promise.all(rows.map(viewOf)), total, page, pageSize };
};

/** An id that no candidacy has, for a list that must find nothing. */
const noCandidacy = '00000000-0000-0000-0000-000000000000';

const said = (row: { readonly standing: unknown; readonly subject: string }, queue: QueueSlug) => {
  const { status, next } = asStanding(row.standing);
  const action = next.find(({ kind, subject }) => stagesOf(kind).includes(queue) && (subject ?? '') === row.subject);
  const known = candidacyStatuses.find((one) => one === status) ?? status;
  return { status: known, what: action ? say(action.title) : queues[queue].label };
};
