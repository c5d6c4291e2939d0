import type { CredentialStatus } from '@testamur/program';
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { loadCredential, readCredentialNumber, statesOf } from '../credentialing/index.ts';
import { asPrefixQuery, asVector, wordsOf } from './rules/words.ts';

/** Whom the register shows: those in force, and those suspended, because the public relies on it. */
export const listedStates = ['active', 'renewal-due', 'in-grace', 'suspended'] as const satisfies CredentialStatus[];
type ListedState = (typeof listedStates)[number];

const isListed = (state: string): state is ListedState => listedStates.some((listed) => listed === state);

/**
 * Brings the entry of a candidacy up to date: its latest credential, while its holder agrees to be named and it is one
 * to show. Locks the candidacy, so that of two jobs the later one has the last word.
 */
export const keepEntry = async (scope: Scope, candidacyId: string): Promise<void> => {
  const { trx, organization } = scope;
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const states = statesOf(candidacy);
  const latest = states.at(-1);
  if (!latest) return;
  const shown = candidacy.standing.listed && isListed(latest.status) ? latest : undefined;
  const past = states.filter((state) => state !== shown).map((state) => state.credentialId);
  if (past.length > 0) {
    await trx
      .deleteFrom('register_entry')
      .where('organization_id', '=', organization.id)
      .where('credential_id', 'in', past)
      .execute();
  }
  if (!shown) return;
  const { credential } = await loadCredential(scope, shown.credentialId);
  const values = {
    number: credential.number,
    holder_name: credential.holderName,
    words: sql<string>`${asVector(wordsOf(credential.holderName))}::tsvector`,
    title: candidacy.standing.credentialTitle,
    postnominal: candidacy.program.credential.postnominal ?? null,
    abbreviation: candidacy.program.abbreviation,
    state: shown.status,
    valid_from: shown.validFrom,
    valid_until: shown.validUntil,
  };
  await trx
    .insertInto('register_entry')
    .values({ organization_id: organization.id, credential_id: credential.id, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'credential_id']).doUpdateSet(values))
    .execute();
};

const pageSize = 25;

/**
 * The public register. A name is found by the beginnings of its words, whatever their case and accents; a number
 * exactly. Rehearsals are found by number alone: their people would crowd out the real ones.
 */
export const searchRegister = async (trx: Trx, query: string, page: number) => {
  const words = wordsOf(query);
  const number = readCredentialNumber(query);
  const found = trx
    .selectFrom('register_entry')
    .innerJoin('organization', 'organization.id', 'register_entry.organization_id')
    .where((where) => {
      const isName = where.and([
        where('organization.kind', '<>', 'rehearsal'),
        ...(words.length === 0
          ? [sql<boolean>`${query} = ''`]
          : [sql<boolean>`register_entry.words @@ ${asPrefixQuery(words)}::tsquery`]),
      ]);
      return where.or([where('register_entry.number', '=', number), isName]);
    });
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'register_entry.number',
      'register_entry.holder_name',
      'register_entry.title',
      'register_entry.postnominal',
      'register_entry.abbreviation',
      'register_entry.state',
      'register_entry.valid_from',
      'register_entry.valid_until',
      'organization.name',
      'organization.kind',
    ])
    .orderBy('register_entry.holder_name')
    .orderBy('register_entry.number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return {
    entries: rows.map((row) => ({
      number: row.number,
      holderName: row.holder_name,
      title: row.title,
      ...(row.postnominal === null ? {} : { postnominal: row.postnominal }),
      abbreviation: row.abbreviation,
      organizationName: row.name,
      // The table's own check allows no other.
      state: row.state as ListedState,
      validFrom: row.valid_from.toISOString(),
      validUntil: row.valid_until.toISOString(),
      demonstration: row.kind !== 'live',
    })),
    total: Number(total),
    page,
    pageSize,
  };
};
