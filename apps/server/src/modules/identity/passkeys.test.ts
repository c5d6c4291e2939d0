import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platformOrganization } from '../audit/index.ts';
import { createIdentity } from './index.ts';
import { PasskeyDevice } from './testing/passkey-device.ts';
import { type Browser, createWorld, publicUrl, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const base = `${publicUrl}/api/auth`;

const visit = async (browser: Browser, path: string, body?: object): Promise<Response> => {
  const { headers, responseHeaders } = browser.request({ origin: publicUrl, 'content-type': 'application/json' });
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await world.identity.authHandler(new Request(base + path, { ...init, headers }));
  if (!response) throw new Error(`The handler left ${path} to others.`);
  for (const cookie of response.headers.getSetCookie()) responseHeaders.append('set-cookie', cookie);
  return response;
};

const challengeOf = async (response: Response): Promise<string> => {
  const options = (await response.json()) as { challenge: string };
  return options.challenge;
};

const register = async (browser: Browser, device: PasskeyDevice, verified = true): Promise<Response> => {
  const challenge = await challengeOf(await visit(browser, '/passkey/generate-register-options'));
  const response = device.register({ challenge, origin: publicUrl, verified });
  return visit(browser, '/passkey/verify-registration', { response, name: 'My key' });
};

const signInWith = async (browser: Browser, device: PasskeyDevice, change: object = {}): Promise<Response> => {
  const challenge = await challengeOf(await visit(browser, '/passkey/generate-authenticate-options'));
  const response = device.authenticate({ challenge, origin: publicUrl, ...change });
  return visit(browser, '/passkey/verify-authentication', { response });
};

describe('a passkey', () => {
  test('is added by a signed-in person, signs in, and is removed', async () => {
    const ada = await world.person('ada');
    const browser = await world.signedIn(ada);
    const device = new PasskeyDevice('localhost');
    expect((await register(browser, device)).status).toBe(200);
    const { passkeys } = await browser.api.viewer({});
    expect(passkeys).toMatchObject([{ name: 'My key' }]);

    const elsewhere = world.open();
    const answer = await signInWith(elsewhere, device);
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toMatch(/"token"/);
    expect(await elsewhere.api.viewer({})).toMatchObject({ personId: ada.personId });

    const passkeyId = passkeys[0]?.id ?? '';
    const stranger = await world.signedIn(await world.person('eve'));
    await expect(stranger.api.deletePasskey({ passkeyId })).rejects.toMatchObject({
      code: 'identity.no-such-passkey',
    });
    await browser.api.deletePasskey({ passkeyId });
    expect((await signInWith(world.open(), device)).status).toBe(401);
    const actions = await world.within(platformOrganization, ({ trx }) =>
      trx.selectFrom('audit_entry').select('action').where('actor_id', '=', ada.personId).orderBy('seq').execute(),
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'identity.addPasskey',
      'identity.signInWithPasskey',
      'identity.deletePasskey',
    ]);
  });

  test('that does not check who uses it neither registers nor signs in', async () => {
    const browser = await world.signedIn(await world.person('bob'));
    const device = new PasskeyDevice('localhost');
    expect((await register(browser, device, false)).status).toBe(401);
    expect((await register(browser, device)).status).toBe(200);
    const elsewhere = world.open();
    expect((await signInWith(elsewhere, device, { verified: false })).status).toBe(401);
    expect(elsewhere.cookies.has('testamur.session_token')).toBe(false);
  });

  test('of another site, or with an old challenge, is refused', async () => {
    const browser = await world.signedIn(await world.person('cleo'));
    const device = new PasskeyDevice('localhost');
    expect((await register(browser, device)).status).toBe(200);
    expect((await signInWith(world.open(), device, { origin: 'https://evil.example' })).ok).toBe(false);
    expect((await signInWith(world.open(), device, { challenge: 'b2xk' })).ok).toBe(false);
  });

  test('cannot be added without a session', async () => {
    expect((await visit(world.open(), '/passkey/generate-register-options')).status).toBe(401);
  });
});

describe('of better-auth’s own HTTP surface', () => {
  test.each([
    ['GET', '/get-session'],
    ['POST', '/sign-in/email'],
    ['POST', '/sign-up/email'],
    ['POST', '/two-factor/disable'],
    ['POST', '/update-user'],
    ['POST', '/passkey/delete-passkey'],
    ['GET', '/passkey/list-user-passkeys'],
    ['POST', '/passkey/generate-register-options'],
    ['GET', '/passkey/verify-authentication'],
    ['GET', '/passkey/../get-session'],
    ['GET', ''],
  ])('%s %s is closed', async (method, path) => {
    const response = await world.identity.authHandler(new Request(base + path, { method }));
    expect(response?.status).toBe(404);
    expect(response?.headers.get('content-type')).toBe('application/problem+json');
  });

  test('nothing is claimed outside its path, and nothing large is read', async () => {
    expect(await world.identity.authHandler(new Request(`${publicUrl}/api/authors`))).toBeUndefined();
    const large = { method: 'POST', body: 'x'.repeat(64_001) };
    const response = await world.identity.authHandler(new Request(`${base}/passkey/verify-authentication`, large));
    expect(response?.status).toBe(413);
  });
});

test('behind https, cookies are sent over https alone', async () => {
  const config = { PUBLIC_URL: 'https://certification.example.org', SECRET: 'x'.repeat(40) };
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const identity = createIdentity({ config, db: world.db, log, clock: () => new Date() });
  const { authCookies } = await identity.auth.$context;
  expect(authCookies.sessionToken).toMatchObject({
    name: '__Secure-testamur.session_token',
    attributes: { secure: true, httpOnly: true, sameSite: 'lax' },
  });
  await identity.close();
});
