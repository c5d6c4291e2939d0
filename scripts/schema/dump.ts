import { Client } from 'pg';
import { type Catalog, statements } from './catalog.ts';
import { dumpPrivileges } from './dump-privileges.ts';
import { dumpTables } from './dump-tables.ts';

/**
 * The public schema as SQL that makes it again: the same database always gives the same text, whatever the order in
 * which its migrations made things. Read for review, and compared in the checks.
 */
export async function dumpSchema(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    // Names in other schemas are written with their schema.
    await client.query(`set local search_path = public`);
    const catalog: Catalog = async (query) => (await client.query<{ sql: string }>(query)).rows.map((row) => row.sql);
    await refuseUnknownKinds(catalog);
    const parts = [
      'set check_function_bodies = off;',
      await extensions(catalog),
      await enums(catalog),
      await routines(catalog),
      await dumpTables(catalog),
      await dumpPrivileges(catalog),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

const extensions = (catalog: Catalog): Promise<string> =>
  statements(
    catalog,
    `select format('create extension if not exists %I;', extname) as sql
     from pg_extension where extname <> 'plpgsql' order by extname`,
    '\n',
  );

const enums = (catalog: Catalog): Promise<string> =>
  statements(
    catalog,
    `select format('create type %s as enum (%s);', t.oid::regtype,
       (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)) as sql
     from pg_type t where t.typtype = 'e' and t.typnamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
     order by t.typname`,
  );

const routines = (catalog: Catalog): Promise<string> =>
  statements(
    catalog,
    `select rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' as sql
     from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  );

/** A kind of object that this dump would silently leave out stops it instead. The job queue makes its own schema. */
async function refuseUnknownKinds(catalog: Catalog): Promise<void> {
  const found = await catalog(
    `select kind || ' ' || name as sql from (
       select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table'
         when 'c' then 'composite type' end as kind, c.oid, relname as name
       from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f', 'c')
       union all
       select case typtype when 'd' then 'domain' else 'range type' end, oid, typname from pg_type
       where typnamespace = 'public'::regnamespace and typtype in ('d', 'r')
       union all
       select 'aggregate', oid, proname from pg_proc
       where pronamespace = 'public'::regnamespace and prokind not in ('f', 'p')
       union all
       select 'partitioned table', oid, relname from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'p'
       union all
       select 'inherited table', inhrelid, inhrelid::regclass::text from pg_inherits
       union all
       select 'schema', oid, nspname from pg_namespace
       where nspname not in ('public', 'information_schema', 'graphile_worker') and nspname not like 'pg\\_%'
     ) as objects
     where not exists (select from pg_depend d where d.objid = objects.oid and d.deptype in ('e', 'i'))`,
  );
  if (found.length > 0) {
    throw new Error(`scripts/schema/dump.ts does not write these kinds of object yet: ${found.join(', ')}.`);
  }
}
