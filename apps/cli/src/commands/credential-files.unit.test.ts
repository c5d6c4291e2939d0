import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { didWebDocument, generateIssuerKey, issueSdJwtCredential, type Signer } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';

const at = '2027-06-01';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const unsigned = (issuer: string) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer,
  name: 'Certified Example',
  validFrom: '2027-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ana' },
});

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const run = async (...args: readonly string[]) => testamur(['credential', ...args]);

/** Runs a command that has to go well, and gives what it writes. */
const done = async (...args: readonly string[]) => {
  const { code, out, err } = await run(...args);
  expect({ code, err }).toMatchObject({ code: 0 });
  return out;
};

/** A token with every claim shown. */
const sdJwtOf = (signer: Signer): Promise<string> => {
  let salts = 0;
  const salt = () => {
    salts += 1;
    return String(salts).padStart(22, 'a');
  };
  const content = { title: 'Certified Example', name: 'Ana Rivera' };
  const vct = 'https://example.org/types/certification';
  return issueSdJwtCredential({ content, vct, disclosable: ['name'], signer, issuedAt: `${at}T00:00:00Z`, salt });
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'testamur-credential-'));
  const made = JSON.parse(await done('key', '--out', inFolder('key.json'), '--json'));
  await writeFile(inFolder('unsigned.json'), JSON.stringify(unsigned(made.issuer)));
  await writeFile(inFolder('badge.svg'), svg);
  await writeFile(inFolder('badge.png'), png);
  const key = ['--key', inFolder('key.json'), '--created', at];
  await done('issue', inFolder('unsigned.json'), ...key, '--out', inFolder('credential.json'));
  await done('issue', inFolder('unsigned.json'), ...key, '--jwt', '--out', inFolder('credential.jwt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('credential key', () => {
  test('writes a file that only its owner can read, and never over another', async () => {
    expect((await stat(inFolder('key.json'))).mode & 0o777).toBe(0o600);
    const { code, err } = await run('key', '--out', inFolder('key.json'));
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('is not written over') });
  });

  test('makes a key of either kind, for an issuer', async () => {
    const key = JSON.parse(await done('key', '--algorithm', 'P-256', '--issuer', 'did:web:example.org'));
    expect(key).toMatchObject({ type: 'Multikey', controller: 'did:web:example.org' });
    expect(key.publicKeyMultibase).toMatch(/^zDna/);
    expect((await run('key', '--algorithm', 'RSA')).err).toContain('--algorithm is Ed25519 or P-256');
    expect((await run('key', '--issuer', 'example.org')).err).toContain('--issuer is a DID');
  });
});

describe('credential issue', () => {
  test.each(['credential.json', 'credential.jwt'])('what it signs verifies: %s', async (file) => {
    const report = JSON.parse(await done('verify', inFolder(file), '--at', at, '--json'));
    expect(report).toMatchObject({ verified: true });
  });

  test('signs with the suite that is asked for', async () => {
    const suite = ['--cryptosuite', 'eddsa-jcs-2022'];
    const out = await done('issue', inFolder('unsigned.json'), '--key', inFolder('key.json'), ...suite, '--json');
    expect(JSON.parse(out).credential.proof).toMatchObject([{ cryptosuite: 'eddsa-jcs-2022' }]);
  });

  test.each([
    ['a key of another issuer', unsigned('did:web:example.org'), [], /issuer did:web:example.org is not/],
    ['a suite of another kind of key', undefined, ['--cryptosuite', 'ecdsa-rdfc-2019'], /ecdsa-rdfc-2019/],
    ['an unknown suite', undefined, ['--cryptosuite', 'rsa'], /--cryptosuite is eddsa-rdfc-2022/],
    ['a suite for a token', undefined, ['--jwt', '--cryptosuite', 'eddsa-jcs-2022'], /give one of them/],
    ['what is no JSON', '{', [], /not the JSON of a credential/],
  ])('refuses %s', async (_, document, more, message) => {
    const file = document === undefined ? inFolder('unsigned.json') : await temporaryFile('temporary.json', document);
    const { code, err } = await run('issue', file, '--key', inFolder('key.json'), ...more);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });

  test('refuses a term that nothing defines, by name', async () => {
    const written = JSON.parse(await readFile(inFolder('unsigned.json'), 'utf8'));
    const file = await temporaryFile('applause.json', { ...written, applause: 1 });
    const { code, err } = await run('issue', file, '--key', inFolder('key.json'));
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringMatching(/applause.json: .*"applause" is not defined/),
    });
  });

  test('refuses what is no key, and says how to make one', async () => {
    for (const text of ['{}', '{"publicKeyMultibase":"z6Mk1","secretKeyMultibase":"z1"}']) {
      const { code, err } = await run(
        'issue',
        inFolder('unsigned.json'),
        '--key',
        await temporaryFile('key.json', text),
      );
      expect({ code, err }).toMatchObject({
        code: 2,
        err: expect.stringMatching(/is no key[\s\S]*credential key --out/),
      });
    }
  });
});

describe('a token of selective disclosure', () => {
  test('is read and verified as it was shown, and is not baked', async () => {
    const signer = await generateIssuerKey({ controller: 'did:web:example.org', seed: new Uint8Array(32).fill(9) });
    const file = await temporaryFile('shown.txt', await sdJwtOf(signer));
    expect(JSON.parse(await done('inspect', file, '--json'))).toMatchObject({
      kind: 'sd-jwt',
      title: 'Certified Example',
      issuerId: 'did:web:example.org',
    });
    const { code, err } = await run('verify', file, '--at', at);
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('did.json) with --keys.') });
    const keys = await temporaryFile('did.json', didWebDocument({ did: signer.controller, keys: [signer] }));
    expect(await done('verify', file, '--at', at, '--keys', keys)).toContain('Verified');
    const baked = await run('bake', file, '--into', inFolder('badge.png'), '--out', inFolder('x'));
    expect(baked.err).toContain('An SD-JWT is for wallets.');
  });
});

describe('credential bake and extract', () => {
  test.each([
    ['credential.json', 'badge.png', 'JSON with its proof, in a PNG picture'],
    ['credential.json', 'badge.svg', 'JSON with its proof, in an SVG picture'],
    ['credential.jwt', 'badge.png', 'JSON Web Token, in a PNG picture'],
    ['credential.jwt', 'badge.svg', 'JSON Web Token, in an SVG picture'],
  ])('%s goes into %s, verifies there, and comes out as it was', async (credential, picture, form) => {
    const baked = inFolder(`${credential}.${picture}`);
    expect(await done('bake', inFolder(credential), '--into', inFolder(picture), '--out', baked)).toBe(
      `${baked}: written.`,
    );
    const { code, err } = await run('verify', baked, '--at', at);
    expect({ code, err }).toEqual({ code: 0, err: `Read: ${form}.` });
    expect(await done('inspect', baked)).toContain(form);
    await done('extract', baked, '--out', inFolder('extracted'));
    expect(await readFile(inFolder('extracted'), 'utf8')).toBe(await readFile(inFolder(credential), 'utf8'));
  });

  test('a picture that holds a credential is baked again only with --replace', async () => {
    const baked = inFolder('once.svg');
    await done('bake', inFolder('credential.json'), '--into', inFolder('badge.svg'), '--out', baked);
    const again = ['bake', inFolder('credential.jwt'), '--into', baked, '--out', inFolder('twice.svg')];
    expect((await run(...again)).err).toContain('Give --replace to put the new one in its place.');
    await done(...again, '--replace');
    expect(JSON.parse(await done('extract', inFolder('twice.svg'), '--json'))).toMatchObject({
      carrier: 'svg',
      kind: 'vc+jwt',
    });
  });

  test('a picture that is none, or without a credential, is refused by name', async () => {
    const other = await temporaryFile('photo.jpg', 'not a picture');
    const { code, err } = await run('bake', inFolder('credential.json'), '--into', other, '--out', inFolder('x'));
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(/photo.jpg: svg cannot be baked into/) });
    const bare = await run('extract', inFolder('badge.png'), '--json');
    expect(bare.code).toBe(2);
    expect(JSON.parse(bare.out).error.message).toContain('There is no credential in this picture');
  });
});
