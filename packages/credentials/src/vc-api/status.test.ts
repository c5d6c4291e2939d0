import { describe, expect, it } from 'vitest';
import { at, BASE, ed25519, p256, service, unsigned } from '../../test/vc-api.ts';
import { decodeStatusList, getStatus } from '../index.ts';

const pathOf = (url: unknown) => String(url).slice(BASE.length);

async function issued(prefix = '', options = {}) {
  const made = service();
  const answer = await made.post(`${prefix}/credentials/issue`, { credential: unsigned(), options });
  const credential = at(answer.body, 'verifiableCredential');
  return { ...made, credential, status: at(credential, 'credentialStatus') };
}

describe('the entry of a credential that is issued', () => {
  it('has the members of a BitstringStatusListEntry', async () => {
    const { status } = await issued();
    expect(status).toEqual({
      id: expect.stringMatching(/^https:/),
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: expect.stringMatching(/^(0|[1-9]\d*)$/),
      statusListCredential: expect.stringMatching(/^https:/),
    });
    expect(at(status, 'id')).not.toBe(at(status, 'statusListCredential'));
  });

  it('is another one for each credential', async () => {
    const { post } = service({ random: (below) => Math.min(5, below - 1) });
    const indexes = new Set<unknown>();
    for (let count = 0; count < 3; count += 1) {
      const { body } = await post('/credentials/issue', { credential: unsigned() });
      indexes.add(at(body, 'verifiableCredential', 'credentialStatus', 'statusListIndex'));
    }
    expect(indexes.size).toBe(3);
  });

  it('stays what it is where the credential brings its own', async () => {
    const { post } = service();
    const own = { type: 'https://e.example/#Status', id: 'https://e.example/status/1' };
    const { body } = await post('/credentials/issue', { credential: unsigned({ credentialStatus: own }) });
    expect(at(body, 'verifiableCredential', 'credentialStatus')).toEqual(own);
  });
});

describe('the list that an entry names', () => {
  it.each([
    ['', ed25519.controller],
    ['/ecdsa-rdfc-2019', p256.controller],
  ])(
    'under "%s" is a credential of the same issuer, with 131,072 entries, none of them set',
    async (prefix, issuer) => {
      const { get, status } = await issued(prefix);
      const answer = await get(pathOf(at(status, 'statusListCredential')));
      expect(answer).toMatchObject({ status: 200, contentType: 'application/ld+json' });
      expect(answer.body).toMatchObject({
        id: at(status, 'statusListCredential'),
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer,
        credentialSubject: {
          type: 'BitstringStatusList',
          statusPurpose: 'revocation',
          encodedList: expect.stringMatching(/^u/),
        },
      });
      const list = decodeStatusList('revocation', String(at(answer.body, 'credentialSubject', 'encodedList')));
      expect(list?.bits).toHaveLength(16 * 1024);
      expect(list?.bits.some((byte) => byte !== 0)).toBe(false);
    },
  );

  it('is not there under another number', async () => {
    const { get } = await issued();
    expect((await get('/status/99')).status).toBe(404);
    expect((await get('/status/../credentials/issue')).status).toBe(404);
  });
});

describe('a status that is set', () => {
  it('is published, ends the verification, and can be taken back', async () => {
    const { post, get, credential, status } = await issued();
    const verify = () => post('/credentials/verify', { verifiableCredential: credential });
    const read = async () => {
      const { body } = await get(pathOf(at(status, 'statusListCredential')));
      const list = decodeStatusList('revocation', String(at(body, 'credentialSubject', 'encodedList')));
      return list !== undefined && getStatus(list, Number(at(status, 'statusListIndex')));
    };
    expect((await verify()).status).toBe(200);
    const body = {
      credentialId: at(credential, 'id'),
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    };
    expect((await post('/credentials/status', body)).status).toBe(200);
    expect((await post(`${pathOf(at(status, 'statusListCredential'))}/publish`, {})).status).toBe(204);
    expect(await read()).toBe(true);
    const refused = await verify();
    expect(refused).toMatchObject({ status: 400, body: { verified: false } });
    expect(at(refused.body, 'errors', 0, 'detail')).toMatch(/revoked/);
    expect((await post('/credentials/status', { credentialStatus: status, status: false })).status).toBe(200);
    expect((await verify()).status).toBe(200);
  });

  it('may be a suspension where that was asked for', async () => {
    const { post, credential, status } = await issued('', { statusPurpose: 'suspension' });
    expect(at(status, 'statusPurpose')).toBe('suspension');
    await post('/credentials/status', { credentialStatus: status });
    const refused = await post('/credentials/verify', { verifiableCredential: credential });
    expect(at(refused.body, 'errors', 0, 'detail')).toMatch(/suspended/);
  });

  it.each([
    ['of no credential', {}],
    ['of another credential', { credentialId: 'urn:uuid:00000000-0000-4000-8000-000000000000' }],
    ['of another list', { credentialStatus: { statusListCredential: 'https://e.example/1', statusListIndex: '1' } }],
    [
      'of an entry that was not given',
      { credentialStatus: { statusListCredential: `${BASE}/status/1`, statusListIndex: '3' } },
    ],
    [
      'of an entry that is none',
      { credentialStatus: { statusListCredential: `${BASE}/status/1`, statusListIndex: 'x' } },
    ],
  ])('%s is refused', async (_, body) => {
    const { post } = await issued();
    expect((await post('/credentials/status', body)).status).toBe(400);
  });
});

it('the list of another issuer is read where the server can, and leaves the status open where not', async () => {
  const other = service();
  const { body } = await other.post('/credentials/issue', { credential: unsigned() });
  const credential = at(body, 'verifiableCredential');
  const url = String(at(credential, 'credentialStatus', 'statusListCredential'));
  const list = (await other.get(pathOf(url))).body;
  const elsewhere = { baseUrl: 'https://verifier.example' };
  const without = await service(elsewhere).post('/credentials/verify', { verifiableCredential: credential });
  expect(without).toMatchObject({ status: 400 });
  expect(at(without.body, 'errors', 0, 'type')).toBe(
    'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
  );
  const reading = service({ ...elsewhere, readStatusLists: async (urls) => new Map(urls.map((one) => [one, list])) });
  expect((await reading.post('/credentials/verify', { verifiableCredential: credential })).status).toBe(200);
});
