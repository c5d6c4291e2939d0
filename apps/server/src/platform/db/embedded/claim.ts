import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../../log/log.ts';

/** The right to use a cluster: a lock that PostgreSQL itself drops when its holder dies, however it dies. */
export interface Claim {
  /** Ends the server under the claim, so that nobody can claim it in between. */
  whileEnding(end: () => Promise<void>): Promise<void>;
}

export type ClaimOutcome =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly holder: string };

/** Any number that nobody else uses on this private cluster. */
const LOCK = 7_738_001;

export async function claimCluster(url: string, log: Log): Promise<ClaimOutcome> {
  const client = new Client({ connectionString: url, application_name: `process ${process.pid}`, keepAlive: true });
  let ending = false;
  client.on('error', (error) => {
    if (!ending) log.error({ error: error.message }, 'The embedded PostgreSQL closed the connection that holds it.');
  });
  await client.connect();
  const tryLock = async () => {
    const { rows } = await client.query<{ ok: boolean }>('select pg_try_advisory_lock($1) as ok', [LOCK]);
    return rows[0]?.ok === true;
  };
  const claim: Claim = {
    async whileEnding(end) {
      ending = true;
      await waitForOthers(client);
      await end();
      await client.end();
    },
  };
  if (await tryLock()) return { ok: true, claim };
  // A holder killed a moment ago: PostgreSQL notices its closed connection within milliseconds.
  await sleep(300);
  if (await tryLock()) return { ok: true, claim };
  const holder = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.objid = $1 and l.granted`,
    [LOCK],
  );
  await client.end();
  return { ok: false, holder: holder.rows[0]?.name ?? 'another process' };
}

/**
 * Gives connections that are being closed a moment to be gone: pg resolves the end of a pool before the server knows of
 * it, and would report an error when the server closes the connection first.
 */
async function waitForOthers(client: Client): Promise<void> {
  for (let round = 0; round < 25; round += 1) {
    const { rowCount } = await client.query(
      `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) return;
    await sleep(20);
  }
}
