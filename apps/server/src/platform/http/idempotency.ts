import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import type { Database, Trx } from '../db/index.ts';

/** Answers that were given are kept for a day; a client retries within seconds. */
const keepHours = 24;

/** Forgets the answers of long ago: they hold what their operations answered, personal data included. */
export const forgetAnswers = async ({ kysely }: Pick<Database, 'kysely'>): Promise<void> => {
  await kysely
    .deleteFrom('idempotency')
    .where('created_at', '<', sql<Date>`now() - make_interval(hours => ${keepHours})`)
    .execute();
};

const withoutFiles = async (value: unknown): Promise<unknown> => {
  if (value instanceof Blob) {
    const digest = createHash('sha256')
      .update(Buffer.from(await value.arrayBuffer()))
      .digest('hex');
    return { sha256: digest };
  }
  if (Array.isArray(value)) return Promise.all(value.map(withoutFiles));
  if (typeof value === 'object' && value !== null) {
    const members = await Promise.all(
      Object.entries(value).map(async ([key, member]) => [key, await withoutFiles(member)] as const),
    );
    return Object.fromEntries(members);
  }
  return value;
};

export interface IdempotentCommand {
  readonly personId: string;
  readonly key: string;
  readonly operation: string;
  readonly input: unknown;
}

/**
 * Runs a command once a key. A second call waits for the first by the unique key, then gets its answer; with another
 * input it is refused. A refused command leaves no trace, because its transaction is rolled back.
 */
export const once = async <T>(trx: Trx, command: IdempotentCommand, run: () => Promise<T>): Promise<T> => {
  if (command.key.length < 8 || command.key.length > 200) {
    throw new Problem(
      'invalid',
      'platform.idempotency-key',
      'An Idempotency-Key has 8 to 200 characters, such as a UUID.',
    );
  }
  const bodyHash = createHash('sha256')
    .update(canonicalJson(await withoutFiles(command.input)))
    .digest('hex');
  const inserted = await trx
    .insertInto('idempotency')
    .values({ person_id: command.personId, key: command.key, operation: command.operation, body_hash: bodyHash })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const kept = await trx
      .selectFrom('idempotency')
      .select(['operation', 'body_hash', 'answer'])
      .where('person_id', '=', command.personId)
      .where('key', '=', command.key)
      .executeTakeFirstOrThrow();
    if (kept.operation !== command.operation || kept.body_hash !== bodyHash) {
      throw new Problem(
        'conflict',
        'platform.idempotency-key-reused',
        'This Idempotency-Key was used for something else. Send a new key with a new request.',
      );
    }
    return kept.answer as T;
  }
  const answer = await run();
  await trx
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('person_id', '=', command.personId)
    .where('key', '=', command.key)
    .execute();
  return answer;
};
