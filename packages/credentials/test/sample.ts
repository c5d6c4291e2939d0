import {
  type AchievementCredentialInput,
  buildAchievementCredential,
  createStatusList,
  didWebDocument,
  generateIssuerKey,
  issueCredential,
  issueStatusList,
  keyFromDidDocument,
  type Signer,
  setStatus,
} from '../src/index.ts';

export const ISSUER = 'did:web:example.org';
export const LISTS = { revocation: 'https://example.org/status/1', suspension: 'https://example.org/status/2' };
const INDEX = 70_001;
export const WITHIN = '2028-07-01T12:00:00Z';

/** One fixed key, so that a failure can be run again. */
export const key = await generateIssuerKey({ controller: ISSUER, seed: new Uint8Array(32).fill(7) });
export const didDocument = didWebDocument({ did: ISSUER, keys: [key] });
export const resolveKey = (url: string) => keyFromDidDocument(didDocument, url);

export const input: AchievementCredentialInput = {
  id: 'urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11',
  issuer: { id: ISSUER, name: 'Example Association', url: 'https://example.org', email: 'certify@example.org' },
  validFrom: '2027-03-02T00:00:00Z',
  validUntil: '2030-03-01T23:59:59Z',
  awardedDate: '2027-03-02T09:30:00Z',
  holder: {
    name: 'Zoë Ōkubo-O’Neill "Z"\\\n',
    identity: { kind: 'email', address: 'zoe@example.net', salt: '5f3c0a9e17' },
    licenseNumber: 'CALT-000017',
  },
  achievement: {
    id: 'https://example.org/programs/calt/2026',
    name: 'Certified Academic Library Technician',
    description: 'Runs the technical services of an academic library.',
    criteria: { id: 'https://example.org/programs/calt#criteria', narrative: 'Passed the exam and the portfolio.' },
    version: '2026',
    humanCode: 'CALT',
    language: 'en-US',
    tags: ['library', 'cataloging'],
  },
  status: [
    { purpose: 'revocation', listUrl: LISTS.revocation, index: INDEX },
    { purpose: 'suspension', listUrl: LISTS.suspension, index: INDEX },
  ],
};

export function issueSample(changes: Partial<AchievementCredentialInput> = {}, signer: Signer = key) {
  const credential = buildAchievementCredential({ ...input, ...changes });
  return issueCredential({ credential, signer, created: '2027-03-02T10:00:00Z' });
}

const YEAR = { validFrom: '2028-01-01T00:00:00Z', validUntil: '2028-12-31T00:00:00Z' };

export function issueList(
  purpose: keyof typeof LISTS,
  set: boolean,
  signer: Signer = key,
  validity: { validFrom: string; validUntil?: string } = YEAR,
) {
  const list = setStatus(createStatusList({ purpose }), INDEX, set);
  return issueStatusList({ list, listUrl: LISTS[purpose], signer, ...validity });
}

export async function listsWith(set: { revocation?: boolean; suspension?: boolean } = {}) {
  return new Map<string, unknown>([
    [LISTS.revocation, await issueList('revocation', set.revocation ?? false)],
    [LISTS.suspension, await issueList('suspension', set.suspension ?? false)],
  ]);
}
