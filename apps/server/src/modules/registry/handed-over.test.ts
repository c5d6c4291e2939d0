import { bakePng, bakeSvg, issueJwtCredential, issueSdJwtCredential, presentSdJwt } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, publicUrl, refusal, type World } from '../credentialing/testing/world.ts';
import { issuerDid, openIssuerKey } from '../issuers/index.ts';
import { codePng, pdfWith, plainPng } from './testing/files.ts';

let world: World;
let decider: Caller;
let certified: Certified;
let document: string;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  certified = await certify(world, decider, { name: 'Ana Rivera' });
  document = await (await world.anyone.registry.getPublicDocument({ number: certified.number })).text();
});
afterAll(() => world.close());

const give = (content: string | Uint8Array) =>
  world.anyone.registry.verifyFile({
    file: new File([typeof content === 'string' ? content : new Uint8Array(content)], 'handed'),
  });
const checked = async (content: string | Uint8Array) => {
  const answer = await give(content);
  if (answer.found !== 'credential') throw new Error(`It was taken for a ${answer.found}.`);
  return answer;
};
const codeOf = async (content: string | Uint8Array) => (await refusal(give(content))).code;
const signer = () =>
  world.within((scope) => openIssuerKey(scope, world.config, issuerDid(publicUrl, world.organization.slug)));
const withoutProof = (): object => {
  const { proof: _, ...unsigned } = JSON.parse(document) as Record<string, unknown>;
  return unsigned;
};
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>';

describe('a genuine credential is found in', () => {
  const carriers: readonly (readonly [string, () => string | Uint8Array])[] = [
    ['json', () => document],
    ['png', () => bakePng(plainPng(), document)],
    ['svg', () => bakeSvg(svg, document)],
    ['pdf', () => pdfWith([['credential.json', document]])],
  ];
  test.each(carriers)('%s', async (carrier, make) => {
    expect(await checked(make())).toMatchObject({
      carrier,
      form: 'data-integrity',
      verdict: 'in-force',
      inForce: true,
      claims: { holderName: 'Ana Rivera', title: 'Certified Academic Library Technician' },
      credential: { number: certified.number, state: 'active' },
    });
  });

  test('a token (VC-JWT)', async () => {
    const token = await issueJwtCredential({ credential: withoutProof(), signer: await signer() });
    expect(await checked(token)).toMatchObject({
      form: 'vc+jwt',
      verdict: 'in-force',
      credential: { state: 'active' },
    });
  });

  test('a token of selective disclosure, and neither a name nor a number that was kept back is shown from the records', async () => {
    const { credentialStatus } = JSON.parse(document) as { credentialStatus: object };
    const token = await issueSdJwtCredential({
      signer: await signer(),
      vct: `${publicUrl}/programs/calt`,
      issuedAt: world.now(),
      salt: () => crypto.randomUUID(),
      disclosable: ['name', 'license_number'],
      content: {
        credential_id: `urn:uuid:${certified.credentialId}`,
        title: 'Certified Academic Library Technician',
        name: 'Ana Rivera',
        license_number: certified.number,
        credentialStatus,
      },
    } as Parameters<typeof issueSdJwtCredential>[0]);
    expect(await checked(token)).toMatchObject({
      form: 'sd-jwt',
      verdict: 'in-force',
      claims: { holderName: 'Ana Rivera' },
      credential: { number: certified.number },
    });
    const presented = async (disclose: string[]) =>
      checked(await presentSdJwt({ token, disclose } as Parameters<typeof presentSdJwt>[0]));
    const nameless = await presented(['license_number']);
    expect(nameless).toMatchObject({ verdict: 'in-force', claims: { holderName: 'Not stated' } });
    expect(nameless.credential).toBeUndefined();
    expect(JSON.stringify(nameless)).not.toContain('Rivera');
    const numberless = await presented(['name']);
    expect(numberless).toMatchObject({ verdict: 'in-force', claims: { holderName: 'Ana Rivera' } });
    expect(numberless.credential).toBeUndefined();
    expect(JSON.stringify(numberless)).not.toContain(certified.number);
    expect((await presented(['name', 'license_number'])).credential).toMatchObject({ number: certified.number });
  });
});

describe('a code or a text', () => {
  const page = () => `${publicUrl}/c/${certified.number}`;

  test.each(['text', 'picture of a code'])(
    'with the address of a page here, as %s, leads to its number',
    async (form) => {
      const given = form === 'text' ? page() : codePng(page());
      expect(await give(given)).toEqual({ found: 'number', number: certified.number });
    },
  );

  test('with a number leads to it', async () => {
    expect(await give(` ${certified.number.toLowerCase()}\n`)).toEqual({ found: 'number', number: certified.number });
  });

  test('with any other address shows it, and nobody goes there', async () => {
    const address = 'https://elsewhere.example/c/CALT-00000000?x=1';
    expect(await give(codePng(address))).toEqual({ found: 'address', address });
    expect(await give(`https://evil.example@${new URL(publicUrl).host}.evil.example/c/X-12345678`)).toMatchObject({
      found: 'address',
    });
  });

  test('with no code in it says how to take the picture', async () => {
    expect(await codeOf(plainPng())).toBe('registry.no-code-in-picture');
    expect(await codeOf(new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]))).toBe('registry.no-code-in-picture');
  });

  test('a picture that claims to be huge is not unpacked', async () => {
    const huge = Buffer.from(plainPng());
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    expect(await codeOf(huge)).toMatch(/^registry\.(no-code-in-picture|not-a-credential)$/);
  });
});

describe('what is refused as no credential', () => {
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  const png = (): Uint8Array => {
    const once = Buffer.from(bakePng(plainPng(), document));
    const chunk = once.subarray(once.indexOf('iTXt') - 4, once.indexOf('IDAT') - 4);
    const at = once.indexOf('IDAT') - 4;
    return Buffer.concat([once.subarray(0, at), chunk, once.subarray(at)]);
  };
  const cases: readonly (readonly [string, () => string | Uint8Array])[] = [
    ['an empty file', () => ' '],
    ['a poem', () => 'Roses are red'],
    ['JSON of something else', () => '{"not":"a credential"}'],
    ['a name that stands twice', () => document.replace('"type":', '"type":"x","type":')],
    ['a PNG with two credentials', png],
    ['a PDF without an attachment', () => pdfWith([])],
    [
      'a PDF with two credentials',
      () =>
        pdfWith([
          ['a.json', document],
          ['b.json', document],
        ]),
    ],
    ['a web page', () => '<!doctype html><html></html>'],
    ['a ZIP archive', () => Buffer.from('PK\x03\x04 and so on', 'latin1')],
    ['more than a million characters', () => `{"type":"VerifiableCredential","x":"${'x'.repeat(1_100_000)}"}`],
    ['nesting without end', () => deep],
  ];
  test.each(cases)('%s', async (_, make) => {
    expect(await codeOf(make())).toBe('registry.not-a-credential');
  });

  test('a file of 50 MB, by its size alone', async () => {
    expect(await codeOf(new Uint8Array(50_000_000))).toBe('registry.file-too-large');
  });
});

describe('what is read and fails', () => {
  const edited = (edit: (credential: Record<string, unknown>) => void): string => {
    const credential = JSON.parse(document) as Record<string, unknown>;
    edit(credential);
    return JSON.stringify(credential);
  };
  const token = (header: object, payload: object): string =>
    `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
  const cases: readonly (readonly [string, () => string | Uint8Array | Promise<string>])[] = [
    [
      'a PDF whose attachment was altered',
      () => pdfWith([['credential.json', document.replace('Ana Rivera', 'Eve Forger')]]),
    ],
    ['a PNG whose credential was altered', () => bakePng(plainPng(), document.replace('Ana Rivera', 'Eve Forger'))],
    ['contexts in another order', () => edited((one) => (one['@context'] as unknown[]).reverse())],
    [
      'a context that nobody knows',
      () => edited((one) => (one['@context'] as unknown[]).push('https://evil.example/v1')),
    ],
    ['a term that a signature would not cover', () => edited((one) => Object.assign(one, { honor: 'summa' }))],
    ['no proof', () => JSON.stringify(withoutProof())],
    [
      'the algorithm "none"',
      () =>
        token(
          { alg: 'none', typ: 'vc+jwt', kid: `${issuerDid(publicUrl, world.organization.slug)}#x` },
          withoutProof(),
        ),
    ],
    [
      'a proof spliced in from another credential',
      async () => {
        const other = await certify(world, decider, { name: 'Otto Other' });
        const theirs = await (await world.anyone.registry.getPublicDocument({ number: other.number })).text();
        return edited((one) => Object.assign(one, { proof: (JSON.parse(theirs) as { proof: unknown }).proof }));
      },
    ],
  ];
  test.each(cases)('%s', async (_, make) => {
    const answer = await checked(await make());
    expect(answer).toMatchObject({ verdict: 'failed', inForce: false, issuerKnown: false });
    expect(answer.credential).toBeUndefined();
    // Nor does what it imitates lend it a good word.
    const good = answer.checks.filter(({ id, result }) => ['status', 'dates'].includes(id) && result === 'passed');
    expect(good).toEqual([]);
  });

  test('a revoked one is genuine and not in force, in every carrier', async () => {
    const { number, credentialId } = await certify(world, decider, { name: 'Rea Voked' });
    const theirs = await (await world.anyone.registry.getPublicDocument({ number })).text();
    const second = await world.person('Sam Second', { roles: ['program-manager'] });
    const reason = 'A reason for the files of the organization alone.';
    await decider.api.credentialing.requestRevocation({ credentialId, number, reason });
    world.passMs(1000);
    await second.api.credentialing.confirmRevocation({ credentialId, confirm: true });
    for (const file of [theirs, bakePng(plainPng(), theirs), pdfWith([['credential.json', theirs]])]) {
      expect(await checked(file)).toMatchObject({ verdict: 'not-in-force', credential: { state: 'revoked' } });
    }
  });
});

test('whoever asks more than sixty times a minute is asked to wait', async () => {
  world.passMs(120_000);
  const codes: string[] = [];
  for (let asked = 0; asked < 62; asked += 1) {
    codes.push(
      await give('CALT-00000000').then(
        () => 'answered',
        (error: { code: string }) => error.code,
      ),
    );
  }
  expect(codes.filter((code) => code === 'registry.too-many-tries')).toHaveLength(2);
  world.passMs(61_000);
  expect((await give('CALT-00000000')).found).toBe('number');
});
