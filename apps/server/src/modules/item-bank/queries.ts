import {
  type AssessmentItem,
  authorView,
  candidateView,
  interactionsOf,
  maxScore,
  parseItem,
  plainText,
} from '@testamur/qti';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';

const pageSize = 50;

/** The latest version of each item. */
export const listItems = async (
  { trx, organization }: Scope,
  { programId, page, topic }: { programId: string; page: number; topic?: string | undefined },
) => {
  const latest = trx
    .selectFrom('item')
    .distinctOn('identifier')
    .select(['id', 'identifier', 'title', 'topic', 'cognitive_level', 'objective'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .orderBy('identifier')
    .orderBy('version', 'desc');
  let query = trx.selectFrom(latest.as('latest'));
  if (topic !== undefined) query = query.where('latest.topic', '=', topic);
  const { total } = await query.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('latest')
    .select((select) =>
      select
        .selectFrom('form_item')
        .innerJoin('item', (join) =>
          join
            .onRef('item.organization_id', '=', 'form_item.organization_id')
            .onRef('item.id', '=', 'form_item.item_id'),
        )
        .select(({ fn }) => fn.count<number>('form_item.form_id').distinct().as('forms'))
        .where('item.organization_id', '=', organization.id)
        .where('item.program_id', '=', programId)
        .whereRef('item.identifier', '=', 'latest.identifier')
        .as('forms'),
    )
    .orderBy('latest.identifier')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const items = rows.map((row) => ({
    id: row.id,
    identifier: row.identifier,
    title: row.title,
    topic: row.topic,
    cognitiveLevel: row.cognitive_level,
    objective: row.objective,
    forms: Number(row.forms ?? 0),
  }));
  return { items, total: Number(total), page, pageSize };
};

/** A stored item was read in full when it was imported. */
export const readStoredItem = (identifier: string, xml: string): AssessmentItem => {
  const result = parseItem(xml);
  if (result.status === 'ok') return result.item;
  throw new Error(`The stored item ${identifier} is no longer read in full: ${result.messages[0]?.text}`);
};

/** Everything about one item, its key included. */
export const getItem = async ({ trx, organization }: Scope, itemId: string) => {
  const row = await trx
    .selectFrom('item')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'item-bank.no-such-item', 'There is no such item in this organization.');
  const item = readStoredItem(row.identifier, row.xml);
  const { rationale } = authorView(item);
  const [interaction] = interactionsOf(item.body);
  const keys = item.responses.flatMap(({ correct }) => (Array.isArray(correct) ? correct : [correct]));
  const outside = item.body.filter(({ type }) => type !== 'interaction' && type !== 'rubric');
  const prompt = interaction !== undefined && 'prompt' in interaction ? interaction.prompt : [];
  const choices = interaction !== undefined && 'choices' in interaction ? interaction.choices : [];
  return {
    id: row.id,
    identifier: row.identifier,
    title: row.title,
    topic: row.topic,
    cognitiveLevel: row.cognitive_level,
    objective: row.objective,
    stem: [plainText(outside), plainText(prompt)].filter((text) => text !== '').join(' '),
    choices: choices.map(({ identifier, content }) => ({
      id: identifier,
      text: plainText(content),
      key: keys.includes(identifier),
    })),
    rationale: plainText(rationale),
    view: candidateView(item),
    key: Object.fromEntries(item.responses.map((declared) => [declared.identifier, declared.correct])),
    maxScore: maxScore(item),
    xml: row.xml,
  };
};

/** Published forms with what each holds; one of them by its id. */
export const listForms = async ({ trx, organization }: Scope, programId: string, formId?: string) => {
  let query = trx
    .selectFrom('form')
    .select(['id', 'name', 'assessment_id', 'edition', 'seed', 'published_at', 'published_by'])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc');
  if (formId !== undefined) query = query.where('id', '=', formId);
  const forms = await query.execute();
  if (forms.length === 0) return [];
  const counts = await trx
    .selectFrom('form_item')
    .innerJoin('item', (join) =>
      join.onRef('item.organization_id', '=', 'form_item.organization_id').onRef('item.id', '=', 'form_item.item_id'),
    )
    .select((select) => ['form_item.form_id', 'item.topic', select.fn.countAll<number>().as('items')])
    .where('form_item.organization_id', '=', organization.id)
    .where(
      'form_item.form_id',
      'in',
      forms.map(({ id }) => id),
    )
    .groupBy(['form_item.form_id', 'item.topic'])
    .orderBy('item.topic')
    .execute();
  const people = await listPeople(
    trx,
    forms.flatMap((form) => form.published_by ?? []),
  );
  return forms.map((form) => {
    const topics = counts
      .filter(({ form_id }) => form_id === form.id)
      .map(({ topic, items }) => ({ topic, items: Number(items) }));
    return {
      id: form.id,
      name: form.name,
      programId,
      assessmentId: form.assessment_id,
      edition: form.edition,
      items: topics.reduce((sum, { items }) => sum + items, 0),
      seed: form.seed,
      publishedAt: form.published_at.toISOString(),
      publishedBy: (form.published_by && people.get(form.published_by)?.name) ?? 'Testamur',
      topics,
    };
  });
};
