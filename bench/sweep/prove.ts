import { Client } from 'pg';

export interface Proof {
  /** Due once more, or looked at by nobody. */
  readonly left: number;
  readonly swept: number;
  /** Put off, because their program makes the code throw. */
  readonly failing: number;
  /** Events `candidacy.changed`, and the candidacies that they are about. */
  readonly told: number;
  readonly toldOf: number;
}

interface Where {
  readonly ownerUrl: string;
  readonly organizationId: string;
  readonly now: Date;
}

const inOrganization = async <T>({ ownerUrl, organizationId }: Where, work: (client: Client) => Promise<T>) => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.organization', $1, false)", [organizationId]);
    return await work(client);
  } finally {
    await client.end();
  }
};

const count = async (client: Client, from: string, values: readonly unknown[]): Promise<number> => {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${from}`, [...values]);
  return Number(rows[0]?.n);
};

/** How many are due, and how many of them can be swept. */
export const countDue = (where: Where) =>
  inOrganization(where, async (client) => ({
    due: await count(client, 'standing_cache where next_change_at <= $1', [where.now]),
    sound: await count(
      client,
      `standing_cache join candidacy c on c.id = candidacy_id
       where next_change_at <= $1 and edition = standing ->> 'edition'`,
      [where.now],
    ),
  }));

const events = `graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'event/candidacy.changed'`;

/** What the tables say after the sweep. */
export const prove = (where: Where): Promise<Proof> =>
  inOrganization(where, async (client) => ({
    left: await count(client, 'standing_cache where next_change_at <= $1', [where.now]),
    swept: await count(client, 'standing_cache where updated_at = $1 and failures = 0', [where.now]),
    failing: await count(client, 'standing_cache where failures > 0', []),
    told: await count(client, events, []),
    toldOf: await count(client, `(select distinct payload ->> 'candidacyId' from ${events}) as candidacies`, []),
  }));
