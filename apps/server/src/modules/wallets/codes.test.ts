import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '../../kernel/index.ts';
import { preAuthorizedGrant } from './protocol/metadata.ts';
import { type Attacker, anotherIssuer, answerOf, createAttacker, issuer } from './testing/attacker.ts';

let attacker: Attacker;
beforeAll(async () => {
  attacker = await createAttacker();
});
afterAll(() => attacker.close());
beforeEach(() => attacker.later());

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a code', () => {
  test('is good once, also when it comes twice at the same moment', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    const answers = await Promise.all([1, 2, 3].map(() => attacker.askToken(code, transactionCode)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400, 400]);
  });

  test('that comes again ends the token that it gave', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    const first = (await (await attacker.askToken(code, transactionCode)).json()) as { access_token: string };
    expect(await answerOf(await attacker.askToken(code, transactionCode))).toMatchObject({ error: 'invalid_grant' });
    const refused = await attacker.askCredential(first.access_token, {
      jwt: [attacker.proof(await attacker.getNonce())],
    });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer error="invalid_token"');
  });

  test('ends with the fifth wrong transaction code; the right one opens nothing then', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    for (const left of [4, 3, 2, 1]) {
      const answer = await answerOf(await attacker.askToken(code, wrong(transactionCode)));
      expect(answer).toMatchObject({ status: 400, error: 'invalid_grant' });
      expect(JSON.stringify(answer)).toContain(`Tries left: ${left}.`);
    }
    await attacker.askToken(code, wrong(transactionCode));
    expect(await answerOf(await attacker.askToken(code, transactionCode))).toMatchObject({ error: 'invalid_grant' });
  });

  test('cannot be tried more often at once than in turn', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    await Promise.all(Array.from({ length: 12 }, () => attacker.askToken(code, wrong(transactionCode))));
    const rows = await attacker.world.within(({ trx }) =>
      trx.selectFrom('wallet_offer').select('tries').where('ended_at', 'is not', null).execute(),
    );
    expect(Math.max(...rows.map(({ tries }) => tries))).toBe(5);
    expect((await attacker.askToken(code, transactionCode)).status).toBe(400);
  });

  test('ends after ten minutes, with its offer', async () => {
    const { code, transactionCode, offerUrl } = await attacker.makeOffer();
    attacker.world.passMs(10 * minuteMs + 1);
    expect((await attacker.fetch(offerUrl)).status).toBe(404);
    expect(await answerOf(await attacker.askToken(code, transactionCode))).toMatchObject({ error: 'invalid_grant' });
  });

  test('ends when its holder makes another', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    await attacker.makeOffer();
    expect(await answerOf(await attacker.askToken(code, transactionCode))).toMatchObject({ error: 'invalid_grant' });
  });

  test('opens nothing at another organization', async () => {
    const { code, transactionCode } = await attacker.makeOffer();
    const answer = await answerOf(await attacker.askToken(code, transactionCode, { to: anotherIssuer }));
    expect(answer).toMatchObject({ error: 'invalid_grant' });
  });

  test('is made by the holder alone', async () => {
    const { credentialId } = attacker.certified;
    const stranger = await attacker.world.person('Not The Holder', { roles: ['program-manager'] });
    await expect(stranger.api.wallets.createWalletOffer({ credentialId })).rejects.toMatchObject({
      code: 'platform.not-allowed',
    });
    await expect(attacker.world.anyone.wallets.createWalletOffer({ credentialId })).rejects.toMatchObject({
      status: 401,
    });
  });

  test('is nowhere in the database as it is', async () => {
    const { code, transactionCode, offerUrl } = await attacker.makeOffer();
    const rows = await attacker.world.within(({ trx }) => trx.selectFrom('wallet_offer').selectAll().execute());
    const kept = JSON.stringify(rows);
    for (const secret of [code, `"${transactionCode}"`, offerUrl.split('/').at(-1) ?? '']) {
      expect(kept).not.toContain(secret);
    }
  });
});

describe('a token request', () => {
  test.each([
    ['as JSON', { headers: { 'content-type': 'application/json' }, body: '{}' }, 'invalid_request'],
    ['of another grant', { body: new URLSearchParams({ grant_type: 'password' }) }, 'unsupported_grant_type'],
    ['with a parameter twice', { body: new URLSearchParams('grant_type=a&grant_type=b') }, 'invalid_request'],
    [
      'without the transaction code',
      { body: new URLSearchParams({ grant_type: preAuthorizedGrant, 'pre-authorized_code': 'x' }) },
      'invalid_request',
    ],
  ])('%s is refused in the words of OAuth', async (_what, init, error) => {
    expect(await answerOf(await attacker.post(`${issuer}/token`, init))).toMatchObject({ status: 400, error });
  });

  test('of a million bytes is refused unread', async () => {
    const body = new URLSearchParams({ grant_type: 'x'.repeat(1_000_000) });
    expect(await answerOf(await attacker.post(`${issuer}/token`, { body }))).toMatchObject({
      status: 413,
      error: 'invalid_request',
    });
  });
});

test('what has ended is forgotten, what was delivered is kept', async () => {
  const delivered = await attacker.askCredential(await attacker.getToken(), {
    jwt: [attacker.proof(await attacker.getNonce())],
  });
  expect(delivered.status).toBe(200);
  attacker.world.passMs(26 * 60 * minuteMs);
  await attacker.world.runSchedule('wallets.forget-offers');
  const left = await attacker.world.within(async ({ trx }) => ({
    offers: await trx.selectFrom('wallet_offer').select('id').execute(),
    nonces: await trx.selectFrom('wallet_nonce').select('nonce_hash').execute(),
    deliveries: await trx.selectFrom('wallet_delivery').select('id').execute(),
  }));
  expect(left).toMatchObject({ offers: [], nonces: [] });
  expect(left.deliveries).toHaveLength(1);
});
