import type { Program } from '@testamur/program';
import { Client } from 'pg';
import type { Progress } from '../scratch/progress.ts';
import type { Template } from './templates.ts';

export interface Filling {
  readonly ownerUrl: string;
  readonly organizationId: string;
  readonly program: Program;
  readonly templates: readonly Template[];
  readonly candidacies: number;
  readonly progress: Progress;
}

/** Of so many candidacies one is of an edition whose program makes the code throw. */
const brokenEvery = 1009;
const brokenEdition = 'broken';
const chunk = 5000;

/** How many of the candidacies are to be told of, by the plain way. */
export const countToBeTold = (templates: readonly Template[], candidacies: number): number => {
  let count = 0;
  for (let number = 1; number <= candidacies; number += 1) {
    if (number % brokenEvery !== 0 && templates[number % templates.length]?.tells) count += 1;
  }
  return count;
};

const prepare = `
  create temporary table template (no integer primary key, due boolean, status text, standing jsonb,
    looked_at timestamptz, next_look timestamptz, draft jsonb, queues jsonb);
  create temporary table template_fact (no integer, id uuid, kind text, at timestamptz, by_kind text, by_id uuid,
    data jsonb);
  create index on template_fact (no)`;

/** Ids that sort by their making, as those of version 7 do. */
const idOf = (prefix: string, number: string) =>
  `('${prefix}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const candidacyOf = idOf('0190c000', 'i');
const personOf = idOf('0190a000', 'i');

const part = `generate_series($1::integer, $2::integer) i join template on no = i % $3::integer`;
const tenant = 'current_organization()';
/** Those that are due fell due over three days, so that a batch holds all kinds, as it would. */
const nextLookOf = `case when due then next_look - (i::bigint * 7919 % 4320) * interval '1 minute' else next_look end`;

/** Each takes the first and the last number of a part, the number of templates, and what else it names. */
const statements = [
  `insert into person (id, name, email)
   select ${personOf}, 'Candidate ' || i, 'candidate-' || i || '@bench.example' from ${part}`,
  `insert into candidacy (organization_id, id, number, person_id, program_id, edition, created_at)
   select ${tenant}, ${candidacyOf}, 'T-' || i, ${personOf}, $4,
     case when i % ${brokenEvery} = 0 then '${brokenEdition}' else $5 end, looked_at from ${part}`,
  `insert into fact (organization_id, candidacy_id, id, kind, at, by_kind, by_id, edition, data)
   select ${tenant}, ${candidacyOf}, f.id, kind, at, by_kind, by_id, $4, data
   from ${part} join template_fact f using (no)`,
  `insert into draft (organization_id, candidacy_id, requirement, claim, saved_at)
   select ${tenant}, ${candidacyOf}, draft ->> 'section', draft -> 'content', looked_at from ${part}
   where draft is not null`,
  `insert into standing_cache
     (organization_id, candidacy_id, person_id, status, standing, next_change_at, updated_at)
   select ${tenant}, ${candidacyOf}, ${personOf}, status, standing, ${nextLookOf}, looked_at from ${part}`,
  `insert into queue_entry (organization_id, queue, candidacy_id, subject, waiting_since)
   select ${tenant}, place ->> 'queue', ${candidacyOf}, place ->> 'subject', looked_at
   from ${part}, jsonb_array_elements(queues) place`,
];

const writeTemplates = async (client: Client, templates: readonly Template[]): Promise<void> => {
  await client.query(prepare);
  for (const [no, { due, life, draft, standing, nextLook, queues }] of templates.entries()) {
    await client.query('insert into template values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[no, due, standing.status, JSON.stringify(standing), life.lookedAt, nextLook],
      ...[draft ? JSON.stringify(draft) : null, JSON.stringify(queues)],
    ]);
    for (const { id, kind, at, by, data } of life.facts) {
      const values = [no, id, kind, at, by.kind, by.id ?? null, JSON.stringify(data)];
      await client.query('insert into template_fact values ($1, $2, $3, $4, $5, $6, $7)', values);
    }
  }
  await client.query('analyze template; analyze template_fact');
};

/** Fills the tables as an organization of many years would have filled them. */
export const fill = async ({ ownerUrl, organizationId, program, templates, candidacies, progress }: Filling) => {
  const client = new Client({ connectionString: ownerUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query("select set_config('app.organization', $1, false)", [organizationId]);
    await client.query(
      `insert into program_edition
       select (jsonb_populate_record(e, jsonb_build_object('edition', $1::text, 'program', '{}'::jsonb))).*
       from program_edition e where organization_id = $2 and program_id = $3 and edition = $4`,
      [brokenEdition, organizationId, program.id, program.edition],
    );
    await writeTemplates(client, templates);
    for (let first = 1; first <= candidacies; first += chunk) {
      const last = Math.min(candidacies, first + chunk - 1);
      await client.query('begin');
      for (const text of statements) {
        const more = text.includes('$5') ? [program.id, program.edition] : text.includes('$4') ? [program.edition] : [];
        await client.query(text, [first, last, templates.length, ...more]);
      }
      await client.query('commit');
      progress.at(last);
    }
    // As autovacuum would have done in time.
    await client.query('vacuum analyze person, candidacy, fact, draft, standing_cache, queue_entry');
  } finally {
    await client.end();
  }
};
