import { createHash } from 'node:crypto';
import type { Exam, Program } from '@testamur/program';
import { newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { formPublished } from './events.ts';
import { assembleForm } from './rules/assemble.ts';
import { listPool } from './store.ts';

export interface FormOrder {
  /** The edition whose blueprint holds. */
  readonly program: Program;
  readonly assessmentId: string;
  readonly name: string;
  /** 0 to 2^31 - 1; the same seed and the same pool give the same form. */
  readonly seed: number;
  readonly publishedBy: string | null;
}

const examOf = ({ id, assessments }: Program, assessmentId: string): Exam => {
  const found = assessments.find((assessment) => assessment.id === assessmentId);
  if (found?.kind === 'exam') return found;
  throw new Problem(
    'not-found',
    'item-bank.no-such-assessment',
    `The program "${id}" has no exam "${assessmentId}"; forms are made for exams only.`,
  );
};

/**
 * Assembles a form by the exam's blueprint and freezes it.
 *
 * @throws Problem `item-bank.too-few-items`, `item-bank.no-such-assessment` or `item-bank.name-taken`.
 */
export const publishForm = async (scope: Scope, order: FormOrder): Promise<{ formId: string }> => {
  const { trx, organization, now } = scope;
  const { program, assessmentId, name, seed } = order;
  const exam = examOf(program, assessmentId);
  const assembly = assembleForm(exam.blueprint.topics, await listPool(scope, program.id), seed);
  if (!assembly.ok) {
    const shortfalls = assembly.missing.map(({ topic, items, available }) => `${topic} ${available} of ${items}`);
    throw new Problem(
      'rule-broken',
      'item-bank.too-few-items',
      `The bank has too few items for the blueprint: ${shortfalls.join(', ')}. Import more items of these topics.`,
    );
  }
  const formId = newId();
  const inserted = await trx
    .insertInto('form')
    .values({
      organization_id: organization.id,
      id: formId,
      program_id: program.id,
      assessment_id: assessmentId,
      edition: program.edition,
      name,
      seed,
      published_at: now,
      published_by: order.publishedBy,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'program_id', 'assessment_id', 'name']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    throw new Problem(
      'conflict',
      'item-bank.name-taken',
      `There is a form "${name}" already, and forms are never changed. Choose another name.`,
      [{ path: 'name', message: 'Choose a name that no form of this exam has.' }],
    );
  }
  await trx
    .insertInto('form_item')
    .values(
      assembly.itemIds.map((itemId, index) => ({
        organization_id: organization.id,
        form_id: formId,
        position: index + 1,
        item_id: itemId,
      })),
    )
    .execute();
  await formPublished.emit(trx, { organizationId: organization.id, programId: program.id, assessmentId });
  return { formId };
};

/** Whether the bank holds more than one form: two forms then differ in some items. */
export const canVary = async (scope: Scope, program: Program, { blueprint }: Exam): Promise<boolean> => {
  const pool = await listPool(scope, program.id);
  return blueprint.topics.some(({ topic, items }) => pool.filter((item) => item.topic === topic).length > items);
};

export interface FormChoice {
  readonly programId: string;
  readonly assessmentId: string;
  readonly excludeFormIds: readonly string[];
  /** Forms made by this edition's blueprint only. */
  readonly edition?: string;
  /** Spreads candidates over the forms: the same key draws the same form while the forms stay the same. */
  readonly key?: string;
}

/** A published form that is not excluded, if there is one. */
export const chooseForm = async ({ trx, organization }: Scope, choice: FormChoice): Promise<string | undefined> => {
  let query = trx
    .selectFrom('form')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', choice.programId)
    .where('assessment_id', '=', choice.assessmentId)
    .orderBy('published_at')
    .orderBy('id');
  if (choice.edition !== undefined) query = query.where('edition', '=', choice.edition);
  if (choice.excludeFormIds.length > 0) query = query.where('id', 'not in', choice.excludeFormIds);
  const forms = await query.execute();
  const draw = choice.key === undefined ? 0 : createHash('sha256').update(choice.key).digest().readUInt32LE();
  return forms[draw % Math.max(forms.length, 1)]?.id;
};

/** How many forms the exams of a program have. */
export const countForms = async (
  { trx, organization }: Scope,
  programId: string,
): Promise<readonly { readonly assessmentId: string; readonly edition: string; readonly forms: number }[]> => {
  const rows = await trx
    .selectFrom('form')
    .select((select) => ['assessment_id', 'edition', select.fn.countAll<number>().as('forms')])
    .where('organization_id', '=', organization.id)
    .where('program_id', '=', programId)
    .groupBy(['assessment_id', 'edition'])
    .execute();
  return rows.map((row) => ({ assessmentId: row.assessment_id, edition: row.edition, forms: Number(row.forms) }));
};

export interface FormItem {
  readonly itemId: string;
  readonly identifier: string;
  readonly topic: string;
  /** Holds the key: it never leaves the server. */
  readonly xml: string;
  /** From 1. */
  readonly position: number;
}

/** The items of a form in its order, in the versions that it was published with. */
export const listFormItems = async ({ trx, organization }: Scope, formId: string): Promise<readonly FormItem[]> =>
  trx
    .selectFrom('form_item')
    .innerJoin('item', (join) =>
      join.onRef('item.organization_id', '=', 'form_item.organization_id').onRef('item.id', '=', 'form_item.item_id'),
    )
    .select(['item.id as itemId', 'item.identifier', 'item.topic', 'item.xml', 'form_item.position'])
    .where('form_item.organization_id', '=', organization.id)
    .where('form_item.form_id', '=', formId)
    .orderBy('form_item.position')
    .execute();
