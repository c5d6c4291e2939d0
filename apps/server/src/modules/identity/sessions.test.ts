import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tidyUp } from './jobs.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });

describe('signing in', () => {
  test('sets a cookie that scripts cannot read, and gives a token to clients without cookies', async () => {
    const ada = await world.person('ada');
    const browser = world.open();
    const { state, token } = await browser.api.signIn({ email: ada.email, password: ada.password });
    expect(state).toBe('signed-in');
    const [cookie] = browser.answered.at(-1)?.getSetCookie() ?? [];
    expect(cookie).toMatch(/^testamur\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(await browser.api.viewer({})).toMatchObject({ personId: ada.personId, email: ada.email, operator: false });
    const program = world.open({ authorization: `Bearer ${token}` });
    expect(await program.api.viewer({})).toMatchObject({ personId: ada.personId });
    expect(program.cookies.size).toBe(0);
  });

  test('is refused alike for a wrong password and an unknown address', async () => {
    const bob = await world.person('bob');
    const { api } = world.open();
    const errors = await Promise.all(
      [bob.email, 'nobody@lovelace.dev'].map((email) =>
        api
          .signIn({ email, password: 'wrong wrong wrong' })
          .catch((error: Error) => ({ ...error, text: error.message })),
      ),
    );
    expect(errors[0]).toMatchObject({ code: 'identity.sign-in-failed', status: 403 });
    expect(errors[1]).toEqual(errors[0]);
  });

  test('is refused after ten wrong passwords in fifteen minutes, even at once, then open again', async () => {
    const carol = await world.person('carol');
    const { api } = world.open();
    const tries = await Promise.allSettled(
      Array.from({ length: 15 }, (_, number) => api.signIn({ email: carol.email, password: `wrong ${number}` })),
    );
    const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'signed-in'));
    expect(codes.filter((code) => code === 'identity.sign-in-failed')).toHaveLength(10);
    expect(codes.filter((code) => code === 'identity.too-many-tries')).toHaveLength(5);
    await expect(api.signIn(carol)).rejects.toThrow();
    const right = { email: carol.email, password: carol.password };
    await expect(api.signIn(right)).rejects.toMatchObject({ code: 'identity.too-many-tries', status: 429 });
    await world.db.kysely.updateTable('sign_in_failure').set({ at: sql<Date>`at - interval '15 minutes'` }).execute();
    expect(await api.signIn(right)).toMatchObject({ state: 'signed-in' });
    expect(await world.db.kysely.selectFrom('sign_in_failure').selectAll().execute()).toHaveLength(2);
  });

  test('counts unknown addresses alike, and keeps no address', async () => {
    const { api } = world.open();
    const email = 'ghost@lovelace.dev';
    const tries = Array.from({ length: 11 }, () => api.signIn({ email, password: 'x' }).catch((error) => error.code));
    expect((await Promise.all(tries)).filter((code) => code === 'identity.too-many-tries')).toHaveLength(1);
    const kept = await world.db.kysely.selectFrom('sign_in_failure').select('email_hash').execute();
    expect(kept.every(({ email_hash }) => /^[0-9a-f]{64}$/.test(email_hash))).toBe(true);
  });

  test('of a whole sitting at once goes through on few connections', async () => {
    const people = await Promise.all(Array.from({ length: 8 }, (_, number) => world.person(`sitting${number}`)));
    const answers = await Promise.all(
      people.map(({ email, password }) => world.open().api.signIn({ email, password })),
    );
    expect(answers.map(({ state }) => state)).toEqual(people.map(() => 'signed-in'));
  });
});

describe('a session', () => {
  test('that is made up, or whose cookie is forged, is none', async () => {
    const dan = await world.person('dan');
    const { token } = await world.open().api.signIn({ email: dan.email, password: dan.password });
    const forged = { cookie: `testamur.session_token=${token}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D` };
    for (const headers of [{ authorization: 'Bearer nothing' }, { authorization: 'Basic eDp5' }, forged]) {
      const caller = await world.identity.authenticate(world.open().request(headers));
      expect(caller).toBeUndefined();
    }
  });

  test('is gone at once after signing out', async () => {
    const erin = await world.person('erin');
    const browser = await world.signedIn(erin);
    const stolen = { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    expect(await world.identity.authenticate(browser.request())).toMatchObject({ personId: erin.personId });
    const thief = { ...world.open().request(), headers: new Headers(stolen) };
    expect(await browser.api.signOut({})).toEqual({ ok: true });
    expect(await world.identity.authenticate(thief)).toBeUndefined();
    browser.request();
    expect(browser.cookies.has('testamur.session_token')).toBe(false);
  });

  test('can be ended from another one of the same person, and by nobody else', async () => {
    const faye = await world.person('faye');
    const first = await world.signedIn(faye);
    const second = await world.signedIn(faye);
    await second.api.viewer({});
    const { sessions } = await first.api.listSessions({});
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]?.device).toBe('Firefox on Linux');
    const sessionId = sessions.find(({ current }) => !current)?.id ?? '';
    const stranger = await world.signedIn(await world.person('gus'));
    for (const id of [sessionId, 'no-uuid']) {
      await expect(stranger.api.endSession({ sessionId: id })).rejects.toEqual(refusal('identity.no-such-session'));
    }
    expect(await first.api.endSession({ sessionId })).toEqual({ ok: true });
    await expect(second.api.viewer({})).rejects.toEqual(refusal('platform.sign-in-required'));
    expect(await first.api.viewer({})).toMatchObject({ personId: faye.personId });
  });

  test('is prolonged while it is used, and the cookie with it', async () => {
    const hal = await world.person('hal');
    const browser = await world.signedIn(hal);
    await world.db.kysely
      .updateTable('session')
      .set({ expires_at: sql<Date>`now() + interval '1 day'`, updated_at: sql<Date>`now() - interval '6 days'` })
      .where('person_id', '=', hal.personId)
      .execute();
    world.identity.auth.viewers.forgetPerson(hal.personId);
    const request = browser.request();
    expect(await world.identity.authenticate(request)).toMatchObject({ personId: hal.personId });
    expect(request.responseHeaders.getSetCookie()[0]).toMatch(/^testamur\.session_token=.*Max-Age=604800/);
    const kept = await world.db.kysely
      .selectFrom('session')
      .select('expires_at')
      .where('person_id', '=', hal.personId)
      .executeTakeFirstOrThrow();
    expect(kept.expires_at.getTime()).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
  });

  test('that expired is none', async () => {
    const ida = await world.person('ida');
    const token = await world.identity.createSessionToken(ida.personId);
    const past = sql<Date>`now() - interval '1 second'`;
    await world.db.kysely.updateTable('session').set({ expires_at: past }).where('token', '=', token).execute();
    const request = world.open({ authorization: `Bearer ${token}` }).request();
    expect(await world.identity.authenticate(request)).toBeUndefined();
  });

  test('costs no query when it is asked for again within seconds', async () => {
    const jo = await world.person('jo');
    const browser = await world.signedIn(jo);
    const once = browser.request();
    const viewer = await world.identity.authenticate(once);
    await world.db.kysely.deleteFrom('session').where('person_id', '=', jo.personId).execute();
    expect(await world.identity.authenticate(once)).toBe(viewer);
    expect(await world.identity.authenticate(browser.request())).toBe(viewer);
    world.identity.auth.viewers.forgetPerson(jo.personId);
    expect(await world.identity.authenticate(browser.request())).toBeUndefined();
  });
});

describe('a password', () => {
  test('is changed with the current one, and ends the other sessions', async () => {
    const kim = await world.person('kim');
    const here = await world.signedIn(kim);
    const elsewhere = await world.signedIn(kim);
    await elsewhere.api.viewer({});
    const change = { currentPassword: 'wrong wrong wrong', newPassword: 'slow boats on the lake' };
    await expect(here.api.changePassword(change)).rejects.toEqual(refusal('identity.password-wrong'));
    const short = { currentPassword: kim.password, newPassword: 'eight888' };
    await expect(here.api.changePassword(short)).rejects.toEqual(refusal('identity.password-too-short'));
    await here.api.changePassword({ ...change, currentPassword: kim.password });
    expect(await here.api.viewer({})).toMatchObject({ personId: kim.personId });
    await expect(elsewhere.api.viewer({})).rejects.toEqual(refusal('platform.sign-in-required'));
    const { api } = world.open();
    expect(await api.signIn({ email: kim.email, password: change.newPassword })).toMatchObject({ state: 'signed-in' });
  });

  test('cannot be guessed from an open session either', async () => {
    const lee = await world.person('lee');
    const { api } = await world.signedIn(lee);
    for (let count = 0; count < 10; count += 1) {
      await expect(api.beginTotp({ password: `guess ${count}` })).rejects.toEqual(refusal('identity.password-wrong'));
    }
    await expect(api.beginTotp({ password: lee.password })).rejects.toEqual(refusal('identity.too-many-tries'));
    const change = { currentPassword: lee.password, newPassword: 'slow boats on the lake' };
    await expect(api.changePassword(change)).rejects.toEqual(refusal('identity.too-many-tries'));
  });
});

test('tidying up removes what expired and nothing else', async () => {
  const mia = await world.person('mia');
  const [kept, gone] = [1, 2].map(() => world.identity.createSessionToken(mia.personId));
  const past = sql<Date>`now() - interval '1 second'`;
  const token = await gone;
  await world.db.kysely
    .updateTable('session')
    .set({ expires_at: past })
    .where('token', '=', token ?? '')
    .execute();
  await tidyUp(world.identity.auth);
  const left = await world.db.kysely
    .selectFrom('session')
    .select('token')
    .where('person_id', '=', mia.personId)
    .execute();
  expect(left).toEqual([{ token: await kept }]);
});
