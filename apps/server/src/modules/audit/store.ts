import { newToken } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { asPlainRecord, commitmentOf, contentOf, entryHash, genesis } from './rules.ts';

export interface NewEntry {
  readonly organizationId: string;
  readonly at: Date;
  readonly actorId: string | undefined;
  readonly action: string;
  readonly subject: string;
  readonly detail: object;
  readonly personal: object;
}

/** The head's row lock makes entries of one organization follow one another; it is held until the commit. */
const lockHead = async (trx: Trx, organizationId: string): Promise<{ seq: number; hash: string }> => {
  const find = () =>
    trx
      .selectFrom('audit_head')
      .select(['seq', 'hash'])
      .where('organization_id', '=', organizationId)
      .forUpdate()
      .executeTakeFirst();
  const head = await find();
  if (head) return head;
  await trx
    .insertInto('audit_head')
    .values({ organization_id: organizationId, seq: 0, hash: genesis })
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute();
  return (await find()) ?? { seq: 0, hash: genesis };
};

export const appendEntry = async (trx: Trx, entry: NewEntry): Promise<void> => {
  const { organizationId: organization_id, at, action, subject } = entry;
  const head = await lockHead(trx, organization_id);
  const seq = head.seq + 1;
  const personal = asPlainRecord(entry.personal);
  const hasPersonal = Object.keys(personal).length > 0;
  const salt = newToken();
  const content = contentOf({
    seq,
    at: at.toISOString(),
    actorId: entry.actorId ?? null,
    action,
    subject,
    detail: asPlainRecord(entry.detail),
    ...(hasPersonal ? { personal: commitmentOf(salt, personal) } : {}),
  });
  const hash = entryHash(head.hash, content);
  await trx
    .with('entry', (cte) =>
      cte.insertInto('audit_entry').values({
        organization_id,
        seq,
        at,
        actor_id: entry.actorId ?? null,
        action,
        subject,
        previous: head.hash,
        content,
        hash,
      }),
    )
    .updateTable('audit_head')
    .set({ seq, hash })
    .where('organization_id', '=', organization_id)
    .execute();
  if (hasPersonal) {
    await trx
      .insertInto('audit_personal')
      .values({ organization_id, seq, salt, content: JSON.stringify(personal) })
      .execute();
  }
};
