import { expect, onTestFinished, test } from 'vitest';
import { anotherIssuer, createAttacker, issuer } from './testing/attacker.ts';

const headers = { origin: 'https://wallet.example' };

test('a wallet in a browser may ask every endpoint of the protocol from its own page', async () => {
  const attacker = await createAttacker();
  onTestFinished(() => attacker.close());

  for (const path of ['token', 'nonce', 'credential', 'notification']) {
    const url = `${issuer}/${path}`;
    const preflight = await attacker.fetch(url, { method: 'OPTIONS', headers });
    expect([path, preflight.status]).toEqual([path, 204]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('dpop');
    const answer = await attacker.fetch(url, { method: 'POST', headers });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).not.toContain('platform.cross-site');
  }
  for (const path of [
    '.well-known/openid-credential-issuer',
    '.well-known/oauth-authorization-server',
    'offers/none',
  ]) {
    const answer = await attacker.fetch(`${anotherIssuer}/${path}`, { headers });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
  const { code, transactionCode } = await attacker.makeOffer();
  expect((await attacker.askToken(code, transactionCode, { headers })).status).toBe(200);
});

test('what the protocol does not know, and the operations of the holder, stay closed to other sites', async () => {
  const attacker = await createAttacker();
  onTestFinished(() => attacker.close());
  const ours = new URL(issuer).origin;
  for (const url of [`${issuer}/other`, `${ours}/api/credentials/x/wallet-offers`]) {
    const answer = await attacker.fetch(url, { method: 'POST', headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});
