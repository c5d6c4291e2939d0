import {
  DataIntegrityProof,
  type DocumentLoader,
  type Cryptosuite as LibrarySuite,
} from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { edited, pathsOf } from '../../test/edit.ts';
import { input, WITHIN } from '../../test/sample.ts';
import {
  type AchievementCredentialInput,
  buildAchievementCredential,
  type Cryptosuite,
  didWebDocument,
  generateIssuerKey,
  type IssuerKey,
  issueCredential,
  keyFromDidDocument,
  verifyCredential,
} from '../index.ts';
import { contextLoader } from './canonize.ts';

vi.setConfig({ testTimeout: 60_000 });

const CREATED = '2027-03-02T10:00:00Z';
const ISSUER = 'did:web:example.org';

interface Pair {
  readonly name: Cryptosuite;
  readonly key: IssuerKey;
  readonly signs: LibrarySuite;
  readonly verifies: LibrarySuite;
}

const ed25519 = await generateIssuerKey({ controller: ISSUER, seed: new Uint8Array(32).fill(3) });
const p256 = await generateIssuerKey({ controller: ISSUER, seed: new Uint8Array(32).fill(4), algorithm: 'P-256' });
const didDocument = didWebDocument({ did: ISSUER, keys: [ed25519, p256] });
const resolveKey = (url: string) => keyFromDidDocument(didDocument, url);

const PAIRS: readonly [Pair, ...Pair[]] = [
  { name: 'eddsa-rdfc-2022', key: ed25519, signs: eddsaRdfc, verifies: eddsaRdfc },
  {
    name: 'eddsa-jcs-2022',
    key: ed25519,
    signs: eddsaJcs.createSignCryptosuite(),
    verifies: eddsaJcs.createVerifyCryptosuite(),
  },
  { name: 'ecdsa-rdfc-2019', key: p256, signs: ecdsaRdfc, verifies: ecdsaRdfc },
];

/** Serves the DID document and its keys as a stranger would read them. */
const documentLoader: DocumentLoader = async (url) => {
  const method = didDocument.verificationMethod.find((one) => one.id === url);
  const document =
    url === ISSUER ? didDocument : method && { '@context': 'https://w3id.org/security/multikey/v1', ...method };
  return document === undefined ? contextLoader(url) : { contextUrl: null, documentUrl: url, document };
};

function signedByLibrary(credential: object, { key, signs }: Pair) {
  const signer = {
    id: key.verificationMethod,
    algorithm: key.algorithm,
    sign: async ({ data }: { data: Uint8Array }) => key.sign(data),
  };
  const suite = new DataIntegrityProof({ cryptosuite: signs, date: new Date(CREATED), signer });
  return vc.issue({ credential: structuredClone(credential), suite, documentLoader });
}

async function verifiedByLibrary(credential: object, { verifies }: Pair): Promise<boolean> {
  const suite = new DataIntegrityProof({ cryptosuite: verifies });
  // The JCS suite of the library writes into what it is given.
  const copy = structuredClone(credential);
  return (await vc.verifyCredential({ credential: copy, suite, documentLoader, now: new Date(WITHIN) })).verified;
}

async function verifiedByUs(credential: object): Promise<boolean> {
  return (await verifyCredential({ credential, at: WITHIN, resolveKey })).verified;
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((one) => one.isWellFormed());

/** Credentials of any shape that an issuer here writes, with texts of every script. */
const credentials = fc
  .record(
    {
      name: text,
      description: text,
      narrative: text,
      humanCode: text,
      tags: fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
      licenseNumber: text,
      validUntil: fc.constant('2030-03-01T23:59:59Z'),
      id: fc.uuid(),
    },
    { requiredKeys: ['name', 'description', 'narrative', 'id'] },
  )
  .map(({ id, name, description, narrative, humanCode, tags, licenseNumber, validUntil }) => {
    const { validUntil: _, ...rest } = input;
    const changed: AchievementCredentialInput = {
      ...rest,
      id: `urn:uuid:${id}`,
      issuer: { ...input.issuer, id: ISSUER },
      ...(validUntil === undefined ? {} : { validUntil }),
      holder: { ...input.holder, name, ...(licenseNumber === undefined ? {} : { licenseNumber }) },
      achievement: {
        ...input.achievement,
        description,
        criteria: { ...input.achievement.criteria, narrative },
        ...(humanCode === undefined ? {} : { humanCode }),
        ...(tags === undefined ? {} : { tags }),
      },
      status: [],
    };
    return buildAchievementCredential(changed);
  });

describe.each(PAIRS)('$name against the libraries', (pair) => {
  it('any credential that we sign, they verify', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, async (credential) => {
        const signed = await issueCredential({
          credential,
          signer: pair.key,
          created: CREATED,
          cryptosuite: pair.name,
        });
        expect(await verifiedByLibrary(signed, pair)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('any credential that they sign, we verify', async () => {
    await fc.assert(
      fc.asyncProperty(credentials, async (credential) => {
        expect(await verifiedByUs(await signedByLibrary(credential, pair))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('we never verify a changed credential that they refuse', async () => {
    const credential = await issueCredential({
      credential: buildAchievementCredential({ ...input, status: [] }),
      signer: pair.key,
      created: CREATED,
      cryptosuite: pair.name,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pathsOf(credential)), fc.jsonValue({ maxDepth: 2 }), async (path, value) => {
        const changed = edited(credential, path, () => value);
        if (await verifiedByUs(changed)) {
          expect(await verifiedByLibrary(changed, pair)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('proofs of Ed25519 are the same bytes as those of the libraries', async () => {
  for (const pair of PAIRS.filter(({ key }) => key.algorithm === 'Ed25519')) {
    await fc.assert(
      fc.asyncProperty(credentials, async (credential) => {
        const theirs = await signedByLibrary(credential, pair);
        const ours = await issueCredential({
          credential,
          signer: pair.key,
          created: CREATED,
          cryptosuite: pair.name,
        });
        expect(JSON.stringify(ours.proof)).toBe(JSON.stringify([theirs.proof]));
      }),
      { numRuns: 15 },
    );
  }
});

it('a credential of version 1.1 gets the context that defines its proof, as the libraries do', async () => {
  const [pair] = PAIRS;
  const credential = {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    issuer: ISSUER,
    issuanceDate: '2020-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:holder' },
  };
  const { proof, ...document } = await signedByLibrary(credential, pair);
  const profile = 'data-model';
  const ours = await issueCredential({ credential, signer: pair.key, created: CREATED, profile });
  expect(ours).toEqual({ ...document, proof: [proof] });
  expect((await verifyCredential({ credential: ours, at: WITHIN, resolveKey, profile })).verified).toBe(true);
  expect((await verifyCredential({ credential: ours, at: WITHIN, resolveKey })).checks[1]?.result).toBe('failed');
});
