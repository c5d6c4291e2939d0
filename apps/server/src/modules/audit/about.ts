import type { Scope } from '../../platform/http/index.ts';
import { columnsAgree, parse } from './queries.ts';
import { type AuditContent, commitmentOf, entryHash, genesis } from './rules.ts';

/** An entry with its place in the chain. */
export interface AuditTrace {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly hash: string;
  /**
   * Its hash follows from its content and from the hash before it, the entry after it goes on from it, and its columns
   * say what its content says. The rest of the chain is not looked at: `verifyChain` does that.
   */
  readonly holds: boolean;
}

/** Entries of certain acts whose content names an id, such as a release of many results at once. */
interface Mention {
  readonly actions: readonly string[];
  readonly ids: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
}

const entries = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_entry as before', (join) =>
      join
        .onRef('before.organization_id', '=', 'entry.organization_id')
        .on((on) => on('before.seq', '=', on('entry.seq', '-', 1))),
    )
    .leftJoin('audit_entry as after', (join) =>
      join
        .onRef('after.organization_id', '=', 'entry.organization_id')
        .on((on) => on('after.seq', '=', on('entry.seq', '+', 1))),
    )
    .innerJoin('audit_head as head', 'head.organization_id', 'entry.organization_id')
    .leftJoin('audit_personal as personal', (join) =>
      join.onRef('personal.organization_id', '=', 'entry.organization_id').onRef('personal.seq', '=', 'entry.seq'),
    )
    .select(['entry.seq', 'entry.at', 'entry.actor_id', 'entry.action', 'entry.subject', 'entry.previous'])
    .select(['entry.content', 'entry.hash', 'before.hash as before_hash', 'after.previous as after_previous'])
    .select(['head.seq as head_seq', 'head.hash as head_hash'])
    .select(['personal.salt', 'personal.content as personal'])
    .where('entry.organization_id', '=', organization.id);

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

const read = (content: string): AuditContent | undefined => {
  try {
    return parse(content);
  } catch {
    return undefined;
  }
};

const asTrace = (row: Row): AuditTrace => {
  const content = read(row.content);
  const follows = row.previous === (row.seq === 1 ? genesis : row.before_hash);
  const isFollowed = row.hash === (row.seq === row.head_seq ? row.head_hash : row.after_previous);
  const isKept = row.salt === null || commitmentOf(row.salt, row.personal) === content?.personal;
  return {
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    subject: row.subject,
    detail: content?.detail ?? {},
    hash: row.hash,
    holds:
      content?.seq === row.seq &&
      row.hash === entryHash(row.previous, row.content) &&
      follows &&
      isFollowed &&
      isKept &&
      columnsAgree(row, content),
  };
};

/** Everything that was entered about these objects, oldest first, and what names them without being about them. */
export const listEntriesAbout = async (
  scope: Scope,
  { subjects, mentions = [] }: { readonly subjects: readonly string[]; readonly mentions?: readonly Mention[] },
): Promise<readonly AuditTrace[]> => {
  const found = new Map<number, AuditTrace>();
  const keep = (rows: readonly Row[]) => {
    for (const row of rows) found.set(row.seq, asTrace(row));
  };
  if (subjects.length > 0) keep(await entries(scope).where('entry.subject', 'in', subjects).execute());
  for (const { actions, ids, from, until } of mentions) {
    if (ids.length === 0) continue;
    let query = entries(scope)
      .where('entry.action', 'in', actions)
      .where((where) => where.or(ids.map((id) => where('entry.content', 'like', `%${id}%`))));
    if (from !== undefined) query = query.where('entry.at', '>=', from);
    if (until !== undefined) query = query.where('entry.at', '<=', until);
    keep(await query.execute());
  }
  return [...found.values()].toSorted((a, b) => a.seq - b.seq);
};
