import { Client } from 'pg';

/** The least that anybody must do who looks at ledgers: read their rows and parse their data. */
export interface Reference {
  /** The candidacies that the next batch of the sweep takes. */
  nextDue(now: Date, limit: number): Promise<readonly string[]>;
  /** @returns how many facts were read. */
  read(ids: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

export const openReference = async (appUrl: string, organizationId: string): Promise<Reference> => {
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  await client.query("select set_config('app.organization', $1, false)", [organizationId]);
  return {
    async nextDue(now, limit) {
      const { rows } = await client.query<{ candidacy_id: string }>(
        `select candidacy_id from standing_cache where organization_id = $1 and next_change_at <= $2
         order by next_change_at limit $3`,
        [organizationId, now, limit],
      );
      return rows.map((row) => row.candidacy_id);
    },
    async read(ids) {
      const { rows } = await client.query<{ data: string }>(
        `select candidacy_id, id, kind, at, by_kind, by_id, edition, data::text as data from fact
         where organization_id = $1 and candidacy_id = any($2::uuid[]) order by candidacy_id, at, id`,
        [organizationId, ids],
      );
      for (const row of rows) JSON.parse(row.data);
      return rows.length;
    },
    close: () => client.end(),
  };
};
