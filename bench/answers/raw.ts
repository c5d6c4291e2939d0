import { Client } from 'pg';
import { newId } from '../../apps/server/src/kernel/index.ts';
import { serve } from './children.ts';
import { answerOf, type RawOrder, type Slice, type SliceOrder } from './messages.ts';

/**
 * The reference: the same row into the same table, with the same role and the same durability, one a transaction, by a
 * prepared statement on a connection of its own. No HTTP, no session, no checks, no audit.
 */
const text = `insert into response (organization_id, attempt_id, seq, item_id, kind, value, client_at, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organization_id, attempt_id, seq) do nothing`;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

serve<RawOrder, SliceOrder, Slice>(async ({ appUrl, organizationId, itemIds, connections }) => {
  const writers = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ connectionString: appUrl });
      await client.connect();
      await client.query("select set_config('app.organization', $1, false)", [organizationId]);
      return { client, attemptId: newId(), seq: 0 };
    }),
  );
  let count = 0;
  let stopped = true;
  const write = async (writer: { client: Client; attemptId: string; seq: number }): Promise<void> => {
    while (!stopped) {
      writer.seq += 1;
      const { itemId, value } = answerOf({ itemIds }, writer.seq);
      const now = new Date().toISOString();
      const values = [
        organizationId,
        writer.attemptId,
        writer.seq,
        itemId,
        'response',
        JSON.stringify(value),
        now,
        now,
      ];
      await writer.client.query({ name: 'insert-response', text, values });
      count += 1;
    }
  };
  return async ({ warmUpMs, measureMs }) => {
    stopped = false;
    const writing = writers.map(write);
    await sleep(warmUpMs);
    const before = count;
    const began = performance.now();
    await sleep(measureMs);
    const slice = { count: count - before, seconds: (performance.now() - began) / 1000 };
    stopped = true;
    await Promise.all(writing);
    return slice;
  };
});
