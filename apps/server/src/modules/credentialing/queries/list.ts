import type { CredentialStanding } from '@testamur/program';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { readCredentialNumber } from '../rules/number.ts';

const pageSize = 25;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/**
 * Credentials of the organization, newest first, by name or number. The state is that of the cached standing, which
 * the sweep keeps within a minute of the clock.
 */
export const listCredentials = async ({ trx, organization }: Scope, query: string, page: number) => {
  let found = trx
    .selectFrom('credential')
    .leftJoin('standing_cache', (join) =>
      join
        .onRef('standing_cache.organization_id', '=', 'credential.organization_id')
        .onRef('standing_cache.candidacy_id', '=', 'credential.candidacy_id'),
    )
    .where('credential.organization_id', '=', organization.id);
  if (query !== '') {
    found = found.where((where) =>
      where.or([
        where('credential.number', '=', readCredentialNumber(query)),
        where('credential.number', 'ilike', `%${escaped(query)}%`),
        where('credential.holder_name', 'ilike', `%${escaped(query)}%`),
      ]),
    );
  }
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .innerJoin('program_edition', (join) =>
      join
        .onRef('program_edition.organization_id', '=', 'credential.organization_id')
        .onRef('program_edition.program_id', '=', 'credential.program_id')
        .onRef('program_edition.edition', '=', 'credential.edition'),
    )
    .select((select) => [
      'credential.id',
      'credential.number',
      'credential.holder_name',
      'credential.valid_from',
      'credential.valid_until',
      sql<string>`program_edition.program ->> 'abbreviation'`.as('abbreviation'),
      sql<CredentialStanding | null>`standing_cache.standing -> 'credential'`.as('latest'),
      select
        .exists(
          select
            .selectFrom('revocation_request')
            .select('credential_id')
            .whereRef('revocation_request.organization_id', '=', 'credential.organization_id')
            .whereRef('revocation_request.credential_id', '=', 'credential.id')
            .where('decided_at', 'is', null),
        )
        .as('pending'),
    ])
    .orderBy('credential.issued_at', 'desc')
    .orderBy('credential.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    credentials: rows.map((row) => ({
      id: row.id,
      number: row.number,
      holderName: row.holder_name,
      abbreviation: row.abbreviation,
      // A candidacy has one latest credential; every other one was replaced.
      state: row.latest?.credentialId === row.id ? row.latest.status : ('replaced' as const),
      validFrom: row.valid_from.toISOString(),
      validUntil: row.valid_until.toISOString(),
      revocationPending: Boolean(row.pending),
    })),
    total: Number(total),
    page,
    pageSize,
  };
};
