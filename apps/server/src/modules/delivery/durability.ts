import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { durableSettings, lackingDurability } from './rules/durability.ts';

/** Refuses to start an exam on a database that could lose what it acknowledged. */
export const requireDurableDatabase = async ({ trx }: Scope): Promise<void> => {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${durableSettings})`.execute(trx);
  const lacking = lackingDurability(new Map(rows.map(({ name, setting }) => [name, setting])));
  if (lacking.length === 0) return;
  throw new Problem(
    'rule-broken',
    'delivery.database-not-durable',
    `No exam can begin: the database has ${lacking.join(', ')} off and could lose answers. Tell the organization.`,
  );
};
