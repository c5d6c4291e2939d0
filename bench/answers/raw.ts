import { Client } from 'pg';
import { newId } from '../../apps/server/src/kernel/index.ts';
import { serve } from './children.ts';
import { answerOf, type RawOrder, type RawReport } from './messages.ts';

/**
 * The reference: the same row into the same table, with the same role and the same durability, one a transaction, by a
 * prepared statement on a connection of its own. No HTTP, no session, no checks, no audit.
 */
const text = `insert into response (organization_id, attempt_id, seq, item_id, kind, value, client_at, received_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organization_id, attempt_id, seq) do nothing`;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

serve<RawOrder, RawReport>(async ({ appUrl, organizationId, itemIds, connections, warmUpMs, measureMs }) => {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: appUrl }));
  await Promise.all(clients.map((client) => client.connect()));
  let inserts = 0;
  let stopped = false;
  const write = async (client: Client): Promise<void> => {
    await client.query("select set_config('app.organization', $1, false)", [organizationId]);
    const attemptId = newId();
    for (let seq = 1; !stopped; seq += 1) {
      const { itemId, value } = answerOf({ itemIds }, seq);
      const now = new Date().toISOString();
      const values = [organizationId, attemptId, seq, itemId, 'response', JSON.stringify(value), now, now];
      await client.query({ name: 'insert-response', text, values });
      inserts += 1;
    }
  };
  const writing = clients.map(write);
  await sleep(warmUpMs);
  const before = inserts;
  const began = performance.now();
  await sleep(measureMs);
  const report = { inserts: inserts - before, seconds: (performance.now() - began) / 1000 };
  stopped = true;
  await Promise.all(writing);
  await Promise.all(clients.map((client) => client.end()));
  return report;
});
