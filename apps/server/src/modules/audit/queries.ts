import { sql } from 'kysely';
import type { Trx } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type AuditContent, type ChainReport, commitmentOf, emptyChain, genesis, verifyEntries } from './rules.ts';

export const pageSize = 50;
const batch = 5_000;

interface Said {
  readonly at: Date;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject: string;
}

export const parse = (content: string): AuditContent => JSON.parse(content);

/** The columns are there to search by; what counts is the content. They must say the same. */
export const columnsAgree = (row: Said, content: AuditContent): boolean =>
  row.at.toISOString() === content.at &&
  row.actor_id === content.actorId &&
  row.action === content.action &&
  row.subject === content.subject;

export const listEntries = async (scope: Scope, { page, action }: { page: number; action?: string | undefined }) => {
  const { trx, organization } = scope;
  let matching = trx.selectFrom('audit_entry').where('audit_entry.organization_id', '=', organization.id);
  if (action !== undefined) {
    matching = matching.where((where) =>
      where.or([where('action', '=', action), where(sql<boolean>`starts_with(action, ${`${action}.`})`, '=', true)]),
    );
  }
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await matching
    .leftJoin('person', 'person.id', 'audit_entry.actor_id')
    .leftJoin('audit_personal', (join) =>
      join
        .onRef('audit_personal.organization_id', '=', 'audit_entry.organization_id')
        .onRef('audit_personal.seq', '=', 'audit_entry.seq'),
    )
    .select(['audit_entry.seq', 'audit_entry.content', 'audit_entry.hash'])
    .select(['person.name as actor_name', 'audit_personal.content as personal'])
    .orderBy('audit_entry.seq', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const entries = rows.map((row) => {
    const { at, actorId, action: did, subject, detail } = parse(row.content);
    const actorName = row.actor_name ?? (actorId === null ? 'The system' : 'A person whose account is gone');
    const personal = row.personal === null ? {} : { personal: row.personal };
    return { seq: row.seq, at, actorName, action: did, subject, detail: { ...detail, ...personal }, hash: row.hash };
  });
  return { entries, total, page, pageSize };
};

const entriesAfter = (trx: Trx, organizationId: string, after: number, upTo: number) =>
  trx
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_personal as personal', (join) =>
      join.onRef('personal.organization_id', '=', 'entry.organization_id').onRef('personal.seq', '=', 'entry.seq'),
    )
    .select(['entry.seq', 'entry.at', 'entry.actor_id', 'entry.action', 'entry.subject'])
    .select(['entry.previous', 'entry.content', 'entry.hash', 'personal.salt', 'personal.content as personal'])
    .where('entry.organization_id', '=', organizationId)
    .where('entry.seq', '>', after)
    .where('entry.seq', '<=', upTo)
    .orderBy('entry.seq')
    .limit(batch)
    .execute();

const findHead = (trx: Trx, organizationId: string) =>
  trx.selectFrom('audit_head').select(['seq', 'hash']).where('organization_id', '=', organizationId).executeTakeFirst();

/**
 * The chain as it stands, its search columns, the personal data that is still there, and the end that the head
 * remembers: a chain whose last entries were removed is broken, too.
 */
export const verifyChain = async ({ trx, organization }: Scope): Promise<ChainReport> => {
  const head = (await findHead(trx, organization.id)) ?? { seq: 0, hash: genesis };
  let report = emptyChain;
  while (report.intact && report.entries < head.seq) {
    const rows = await entriesAfter(trx, organization.id, report.entries, head.seq);
    const before = report.entries;
    report = verifyEntries(rows, report);
    const altered = rows.slice(0, report.entries - before).find((row) => {
      const content = parse(row.content);
      const kept = row.salt === null || commitmentOf(row.salt, row.personal) === content.personal;
      return !columnsAgree(row, content) || !kept;
    });
    if (altered) {
      return { intact: false, entries: altered.seq - 1, head: altered.previous, brokenAt: altered.seq };
    }
    if (report.intact && rows.length < batch) break;
  }
  if (!report.intact) return report;
  if (report.entries !== head.seq) return { ...report, intact: false, brokenAt: report.entries + 1 };
  return report.head === head.hash ? report : { ...report, intact: false, brokenAt: report.entries };
};

export const exportEntries = async ({ trx, organization }: Scope) => {
  const entries = await trx
    .selectFrom('audit_entry')
    .select(['seq', 'previous', 'content', 'hash'])
    .where('organization_id', '=', organization.id)
    .orderBy('seq')
    .execute();
  return { organization: organization.slug, entries };
};
