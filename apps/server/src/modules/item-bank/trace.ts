import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';

/** A published form without anything of what its items say. */
export interface FormTrace {
  readonly name: string;
  readonly edition: string;
  readonly seed: number;
  readonly publishedAt: Date;
  readonly publishedById: string | null;
  readonly items: number;
  /** Over `[position, item, sha256 of the item]` in canonical JSON: what was published, in its order. */
  readonly sha256: string;
  /** Whether the text of every item still has the hash with which it came into the bank. */
  readonly itemsHold: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const traceForm = async ({ trx, organization }: Scope, formId: string): Promise<FormTrace | undefined> => {
  const form = await trx
    .selectFrom('form')
    .select(['name', 'edition', 'seed', 'published_at', 'published_by'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', formId)
    .executeTakeFirst();
  if (!form) return undefined;
  const items = await trx
    .selectFrom('form_item')
    .innerJoin('item', (join) =>
      join.onRef('item.organization_id', '=', 'form_item.organization_id').onRef('item.id', '=', 'form_item.item_id'),
    )
    .select(['form_item.position', 'item.id', 'item.sha256', 'item.xml'])
    .where('form_item.organization_id', '=', organization.id)
    .where('form_item.form_id', '=', formId)
    .orderBy('form_item.position')
    .execute();
  return {
    name: form.name,
    edition: form.edition,
    seed: form.seed,
    publishedAt: form.published_at,
    publishedById: form.published_by,
    items: items.length,
    sha256: sha256(canonicalJson(items.map((item) => [item.position, item.id, sha256(item.xml)]))),
    itemsHold: items.every((item) => sha256(item.xml) === item.sha256),
  };
};
