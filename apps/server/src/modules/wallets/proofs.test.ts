import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../kernel/index.ts';
import { type Attacker, anotherIssuer, answerOf, createAttacker, issuer } from './testing/attacker.ts';
import { newWalletKey, signedToken } from './testing/wallet.ts';

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});
afterAll(() => attacker.close());
beforeEach(() => attacker.later());

describe('a proof', () => {
  const refusedFor = async (make: (nonce: string) => string, error = 'invalid_proof') => {
    const response = await attacker.askCredential(await attacker.getToken(), {
      jwt: [make(await attacker.getNonce())],
    });
    expect(await answerOf(response)).toMatchObject({ status: 400, error });
  };

  test('for another issuer is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { payload: { aud: anotherIssuer } })));
  test('that names no algorithm is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { alg: 'none' } })));
  test('that names another algorithm than its key has is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { alg: 'EdDSA' } })));
  test('by another key than it names is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { jwk: newWalletKey('P-256', 'jwk').jwk } })));
  test('with a key and the name of another is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { kid: 'https://example.org/key' } })));
  test('with a private key in it is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { jwk: { ...attacker.key.jwk, d: 'AA' } } })));
  test('by a DID that would have to be fetched is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { jwk: undefined, kid: 'did:web:example.org#1' } })));
  test('of another type of token is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { typ: 'JWT' } })));
  test('with an extension that must be understood is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { header: { crit: ['exp'] } })));
  test('of yesterday is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { payload: { iat: attacker.seconds() - 86_400 } })));
  test('from tomorrow is refused', () =>
    refusedFor((nonce) => attacker.proof(nonce, { payload: { iat: attacker.seconds() + 86_400 } })));
  test('with a nonce of its own making is refused', () =>
    refusedFor(() => attacker.proof('my-own-nonce'), 'invalid_nonce'));
  test('without a nonce is refused', () =>
    refusedFor(() => attacker.proof('', { payload: { nonce: undefined } }), 'invalid_nonce'));
  test('with a nonce that was changed is refused', () =>
    refusedFor(
      (nonce) => attacker.proof(`${nonce.slice(0, 5)}${nonce[5] === 'A' ? 'B' : 'A'}${nonce.slice(6)}`),
      'invalid_nonce',
    ));

  test('with a nonce of another organization is refused', async () => {
    const nonce = await attacker.getNonce(anotherIssuer);
    const response = await attacker.askCredential(await attacker.getToken(), { jwt: [attacker.proof(nonce)] });
    expect(await answerOf(response)).toMatchObject({ status: 400, error: 'invalid_nonce' });
  });

  test('with a nonce that has ended is refused', async () => {
    const nonce = await attacker.getNonce();
    attacker.world.passMs(5 * minuteMs + 1);
    const response = await attacker.askCredential(await attacker.getToken(), { jwt: [attacker.proof(nonce)] });
    expect(await answerOf(response)).toMatchObject({ status: 400, error: 'invalid_nonce' });
  });

  test('with a nonce that was used is refused', async () => {
    const nonce = await attacker.getNonce();
    expect((await attacker.askCredential(await attacker.getToken(), { jwt: [attacker.proof(nonce)] })).status).toBe(
      200,
    );
    const response = await attacker.askCredential(await attacker.getToken(), { jwt: [attacker.proof(nonce)] });
    expect(await answerOf(response)).toMatchObject({ status: 400, error: 'invalid_nonce' });
  });

  test.each([
    [undefined],
    [{}],
    [{ jwt: [] }],
    [{ jwt: 'text' }],
    [{ ldp_vp: [{}] }],
    [{ jwt: Array(6).fill('a.b.c') }],
  ])('has to be there, one to five times: %j', async (proofs) => {
    const answer = await answerOf(await attacker.askCredential(await attacker.getToken(), proofs));
    expect(answer).toMatchObject({ status: 400, error: expect.stringMatching(/^invalid_(proof|credential_request)$/) });
  });
});

describe('a token', () => {
  test('brings one delivery, also when it is used twice at the same moment', async () => {
    const token = await attacker.getToken();
    const proofs = [attacker.proof(await attacker.getNonce()), attacker.proof(await attacker.getNonce())];
    const answers = await Promise.all(proofs.map((jwt) => attacker.askCredential(token, { jwt: [jwt] })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });

  test('opens nothing at another organization', async () => {
    const jwt = attacker.proof(await attacker.getNonce(anotherIssuer), { payload: { aud: anotherIssuer } });
    expect(
      (await attacker.askCredential(await attacker.getToken(), { jwt: [jwt] }, { to: anotherIssuer })).status,
    ).toBe(401);
  });

  test('ends after five minutes', async () => {
    const token = await attacker.getToken();
    attacker.world.passMs(5 * minuteMs + 1);
    expect((await attacker.askCredential(token, { jwt: [attacker.proof(await attacker.getNonce())] })).status).toBe(
      401,
    );
  });

  test('that is bound to a key is no bearer token, and the other way round', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    const dpop = signedToken(
      attacker.key,
      { alg: attacker.key.alg, typ: 'dpop+jwt', jwk: attacker.key.jwk },
      { jti: 'one', htm: 'POST', htu: `${issuer}/token`, iat: attacker.seconds() },
    );
    const granted = await answerOf(await attacker.askToken(code, transactionCode, { headers: { dpop } }));
    expect(granted).toMatchObject({ status: 200, token_type: 'DPoP' });
    const { access_token: token } = granted as unknown as { access_token: string };
    expect((await attacker.askCredential(token, { jwt: [attacker.proof(await attacker.getNonce())] })).status).toBe(
      401,
    );
  });

  test('asks for what was offered, and nothing else', async () => {
    const body = JSON.stringify({
      credential_configuration_id: `${attacker.world.programId}.ldp_vc`,
      proofs: { jwt: [attacker.proof(await attacker.getNonce())] },
    });
    const headers = { authorization: `Bearer ${await attacker.getToken()}`, 'content-type': 'application/json' };
    expect(await answerOf(await attacker.post(`${issuer}/credential`, { headers, body }))).toMatchObject({
      status: 400,
      error: 'unknown_credential_configuration',
    });
  });

  test('is asked for before anything else is read', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await attacker.post(`${issuer}/credential`, { headers, body: '{"proofs":7}' })).status).toBe(401);
  });
});

test.each([
  ['as a form', 'application/x-www-form-urlencoded', 'a=b'],
  ['that is no JSON', 'application/json', '{'],
  ['that is no object', 'application/json', '[1]'],
  ['that is no UTF-8', 'application/json', new Uint8Array([0x7b, 0xff, 0x7d])],
])('a credential request %s is refused', async (_what, type, body) => {
  const headers = { authorization: `Bearer ${await attacker.getToken()}`, 'content-type': type };
  expect(await answerOf(await attacker.post(`${issuer}/credential`, { headers, body }))).toMatchObject({
    status: 400,
    error: 'invalid_credential_request',
  });
});
