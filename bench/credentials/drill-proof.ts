import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { Client } from 'pg';
import { issuerDocument } from '../../apps/server/src/modules/issuers/index.ts';
import { decodeStatusList, findContext, getStatus } from '../../packages/credentials/src/index.ts';
import type { DrillPlatform } from './drill.ts';
import { suspendedEvery } from './drill-fill.ts';

export interface ProofOrder {
  readonly platform: DrillPlatform;
  readonly ownerUrl: string;
  readonly organizationId: string;
  readonly keyId: string;
  readonly count: number;
}

export interface Proof {
  readonly faults: readonly string[];
  /** Verified with @digitalbazaar/vc. */
  readonly sampled: number;
}

const sampleSize = 200;

/** What must be so many, counted by queries that share no code with the run. $1: the organization, $2: the key. */
const counts: readonly { readonly says: string; readonly text: string; readonly wanted: (count: number) => number }[] =
  [
    {
      says: 'credentials of the key have their entry set by the run',
      text: `select count(*) from credential_document d join status_entry e using (organization_id, list_id, index)
      where d.organization_id = $1 and d.key_id = $2 and e.withdrawn_by is not null`,
      wanted: (count) => count,
    },
    {
      says: 'entries were set by the run',
      text: `select count(*) from status_entry where organization_id = $1 and withdrawn_by is not null and $2::uuid is not null`,
      wanted: (count) => count,
    },
    {
      says: 'credentials have exactly one valid successor, of another key',
      text: `select count(*) from (
        select d.credential_id from credential_document d join status_entry e using (organization_id, list_id, index)
        where d.organization_id = $1 and d.key_id <> $2 and d.version = 2 and e.withdrawn_by is null
        group by d.credential_id having count(*) = 1) s`,
      wanted: (count) => count,
    },
    {
      says: 'documents there are in all',
      text: 'select count(*) from credential_document where organization_id = $1 and $2::uuid is not null',
      wanted: (count) => 2 * count,
    },
    {
      says: 'entries were given in all',
      text: 'select count(*) from status_entry where organization_id = $1 and $2::uuid is not null',
      wanted: (count) => 2 * count,
    },
    {
      says: 'successors are suspended, as what they succeed was',
      text: `select count(*) from credential_document d join status_entry e using (organization_id, list_id, index)
      where d.organization_id = $1 and d.key_id <> $2 and e.raised`,
      wanted: (count) => Math.floor(count / suspendedEvery),
    },
    {
      says: 'holders were written to, once each',
      text: `select count(distinct person_id) filter (where $2::uuid is not null) from message
      where organization_id = $1 having count(*) = count(distinct person_id)`,
      wanted: (count) => count - Math.floor(count / suspendedEvery),
    },
  ];

interface Sample {
  readonly document: string;
  readonly list: { readonly credentialSubject: { readonly encodedList: string } };
  readonly index: number;
  readonly is_set: boolean;
}

const samples = `select d.document, l.document as list, d.index, d.key_id = $2 or e.raised as is_set
  from credential_document d join status_entry e using (organization_id, list_id, index)
  join status_list l on l.organization_id = d.organization_id and l.id = d.list_id
  where d.organization_id = $1 order by md5(d.credential_id::text || d.version) limit $3`;

const loaderOf = (did: string, document: { readonly verificationMethod?: unknown }): DocumentLoader => {
  const methods = document.verificationMethod as readonly { readonly id: string }[];
  const known = new Map<string, unknown>([
    [did, document],
    ...methods.map((method): [string, unknown] => [
      method.id,
      { '@context': 'https://w3id.org/security/multikey/v1', ...method },
    ]),
  ]);
  return async (url) => {
    const found = known.get(url) ?? findContext(url);
    if (found === undefined) throw new RangeError(`"${url}" is not at hand.`);
    return { contextUrl: null, documentUrl: url, document: structuredClone(found) };
  };
};

/** Signatures by the library; entries as the signed lists say, which are what the world sees. */
const checkSamples = async ({ platform, organizationId }: ProofOrder, rows: readonly Sample[]) => {
  const { document, now } = await platform.inTenant(organizationId, async (scope) => ({
    document: await issuerDocument(scope, platform.config),
    now: scope.now,
  }));
  const documentLoader = loaderOf(document.id, document);
  const faults: string[] = [];
  for (const row of rows) {
    const list = decodeStatusList('revocation', row.list.credentialSubject.encodedList);
    if (!list || getStatus(list, row.index) !== row.is_set) faults.push(`The signed list is wrong at ${row.index}.`);
    if (row.is_set) continue;
    const { verified, error } = await vc.verifyCredential({
      credential: JSON.parse(row.document),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now,
      checkStatus: async () => ({ verified: true }),
    });
    if (!verified) faults.push(`A successor does not verify with the library: ${error}`);
  }
  return faults;
};

/** Looks at what the drill has left behind. */
export const proveDrill = async (order: ProofOrder): Promise<Proof> => {
  const { ownerUrl, organizationId, keyId, count } = order;
  const client = new Client({ connectionString: ownerUrl, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query("select set_config('app.organization', $1, false)", [organizationId]);
    const faults: string[] = [];
    for (const { says, text, wanted } of counts) {
      const { rows } = await client.query<{ count: string }>(text, [organizationId, keyId]);
      const found = Number(rows[0]?.count ?? Number.NaN);
      if (found !== wanted(count)) faults.push(`${found} ${says}; ${wanted(count)} should.`);
    }
    const { rows } = await client.query<Sample>(samples, [organizationId, keyId, sampleSize]);
    return { faults: [...faults, ...(await checkSamples(order, rows))], sampled: rows.length };
  } finally {
    await client.end();
  }
};
