import { Client } from 'pg';
import { answerOf, type Seat } from './messages.ts';

export interface Proof {
  /** Acknowledged answers, each looked up by its attempt and number. */
  readonly checked: number;
  /** What was acknowledged and is not there, or not as it was sent. */
  readonly missing: readonly string[];
  /** Groups in the audit chain, each of which was one commit. */
  readonly groups: number;
}

/** Holds every acknowledged answer against the database: its number, its item and the bytes of its value. */
export const proveSaved = async (
  appUrl: string,
  organizationId: string,
  seats: readonly Seat[],
  acknowledged: readonly number[],
): Promise<Proof> => {
  const client = new Client({ connectionString: appUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.organization', $1, false)", [organizationId]);
    const missing: string[] = [];
    let checked = 0;
    for (const [index, seat] of seats.entries()) {
      const { rows } = await client.query<{ seq: number; item_id: string; value: string }>(
        'select seq, item_id, value::text as value from response where organization_id = $1 and attempt_id = $2',
        [organizationId, seat.attemptId],
      );
      const saved = new Map(rows.map((row) => [row.seq, row]));
      for (let seq = 1; seq <= (acknowledged[index] ?? 0); seq += 1) {
        const { itemId, value } = answerOf(seat, seq);
        const row = saved.get(seq);
        if (row?.item_id !== itemId || row.value !== JSON.stringify(value)) missing.push(`${seat.attemptId}/${seq}`);
        checked += 1;
      }
    }
    const { rows } = await client.query<{ groups: string }>(
      "select count(*) as groups from audit_entry where action = 'delivery.saveResponses'",
    );
    return { checked, missing, groups: Number(rows[0]?.groups) };
  } finally {
    await client.end();
  }
};
