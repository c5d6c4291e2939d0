import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minuteMs } from '../../kernel/index.ts';
import { platformOrganization } from '../audit/index.ts';
import { createWorld, longPassword, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const tokenOf = (link: URL) => link.searchParams.get('token') ?? '';
const refusal = (code: string) => expect.objectContaining({ code });

describe('a sign-up', () => {
  const email = 'new@lovelace.dev';

  test('mails a confirmation, before which nobody can sign in', async () => {
    const { api } = world.open();
    expect(await api.signUp({ name: 'New Person', email: 'New@Lovelace.dev', password: longPassword })).toEqual({
      ok: true,
    });
    await expect(api.signIn({ email, password: longPassword })).rejects.toEqual(refusal('identity.email-not-verified'));
    const link = await world.lastLink(email);
    expect(link.href).toMatch(/^http:\/\/localhost:3000\/confirm-email\?token=/);
    expect(await api.verifyEmail({ token: tokenOf(link) })).toEqual({ ok: true });
    expect(await api.signIn({ email, password: longPassword })).toMatchObject({ state: 'signed-in' });
  });

  test('with a known address gets the same answer, and only its owner hears of it', async () => {
    const { api } = world.open();
    const before = (await world.mailTo(email)).length;
    expect(await api.signUp({ name: 'Somebody', email, password: 'another long password' })).toEqual({ ok: true });
    const mails = await world.mailTo(email);
    expect(mails).toHaveLength(before + 1);
    expect(mails.at(-1)?.subject).toBe('You already have an account');
    expect(await api.signIn({ email, password: longPassword })).toMatchObject({ state: 'signed-in' });
  });

  test('with a known address that is not confirmed mails a confirmation again', async () => {
    const { api } = world.open();
    const address = 'slow@lovelace.dev';
    await api.signUp({ name: 'Slow', email: address, password: longPassword });
    world.moveClock(minuteMs);
    await api.signUp({ name: 'Slow', email: address, password: longPassword });
    expect((await world.mailTo(address)).map((mail) => mail.subject)).toEqual([
      'Confirm your e-mail address',
      'Confirm your e-mail address',
    ]);
  });

  test('takes as long for a known address as for a new one', async () => {
    const { api } = world.open();
    const timed = async (address: string) => {
      const began = performance.now();
      await api.signUp({ name: 'Timer', email: address, password: longPassword });
      return performance.now() - began;
    };
    for (const address of [email, 'timed@lovelace.dev']) expect(await timed(address)).toBeGreaterThan(390);
  });

  test('needs a long password that is not the name', async () => {
    const { api } = world.open();
    await expect(api.signUp({ name: 'Short', email: 's@lovelace.dev', password: 'short-one' })).rejects.toEqual(
      refusal('identity.password-too-short'),
    );
    const guessable = { name: 'Grace Hopper', email: 'grace.hopper@lovelace.dev', password: 'grace.hopper.grace' };
    await expect(api.signUp(guessable)).rejects.toEqual(refusal('identity.password-guessable'));
    expect(await world.mailTo('s@lovelace.dev')).toEqual([]);
  });

  test('twice at once makes one account', async () => {
    const address = 'twice@lovelace.dev';
    const tries = [1, 2, 3].map(() =>
      world.open().api.signUp({ name: 'Twice', email: address, password: longPassword }),
    );
    expect(await Promise.all(tries)).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    const people = world.db.kysely.selectFrom('person').select('id').where('email', '=', address);
    expect(await people.execute()).toHaveLength(1);
  });
});

describe('a confirmation link', () => {
  test('that is made up or spoiled is refused', async () => {
    const { api } = world.open();
    await expect(api.verifyEmail({ token: 'made-up' })).rejects.toEqual(refusal('identity.link-invalid'));
  });

  test('is mailed again on request, at most once a minute, and to unconfirmed addresses alone', async () => {
    const { api } = world.open();
    const address = 'again@lovelace.dev';
    await api.signUp({ name: 'Again', email: address, password: longPassword });
    world.moveClock(minuteMs);
    for (const _ of [1, 2]) await api.requestEmailVerification({ email: address });
    expect(await world.mailTo(address)).toHaveLength(2);
    await api.verifyEmail({ token: tokenOf(await world.lastLink(address)) });
    world.moveClock(minuteMs);
    await api.requestEmailVerification({ email: address });
    expect(await world.mailTo(address)).toHaveLength(2);
    expect(await api.requestEmailVerification({ email: 'nobody@lovelace.dev' })).toEqual({ ok: true });
    expect(await world.mailTo('nobody@lovelace.dev')).toEqual([]);
  });
});

describe('a password reset', () => {
  test('sets the password once, and ends all sessions', async () => {
    const ada = await world.person('ada');
    const elsewhere = await world.signedIn(ada);
    const { api } = world.open();
    expect(await api.requestPasswordReset({ email: ada.email })).toEqual({ ok: true });
    const token = tokenOf(await world.lastLink(ada.email));
    const password = 'quiet lamp under snow';
    await expect(api.resetPassword({ token, password: 'too short' })).rejects.toEqual(
      refusal('identity.password-too-short'),
    );
    expect(await api.resetPassword({ token, password })).toEqual({ ok: true });
    await expect(api.resetPassword({ token, password })).rejects.toEqual(refusal('identity.link-invalid'));
    await expect(elsewhere.api.viewer({})).rejects.toEqual(refusal('platform.sign-in-required'));
    await expect(api.signIn(ada)).rejects.toThrow();
    expect(await api.signIn({ email: ada.email, password })).toMatchObject({ state: 'signed-in' });
  });

  test('is answered alike for an address without an account', async () => {
    const { api } = world.open();
    expect(await api.requestPasswordReset({ email: 'nobody@lovelace.dev' })).toEqual({ ok: true });
    expect(await world.mailTo('nobody@lovelace.dev')).toEqual([]);
  });

  test('link works for an hour', async () => {
    const late = await world.person('late');
    const { api } = world.open();
    await api.requestPasswordReset({ email: late.email });
    const token = tokenOf(await world.lastLink(late.email));
    await world.db.kysely
      .updateTable('verification')
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute();
    await expect(api.resetPassword({ token, password: longPassword })).rejects.toEqual(
      refusal('identity.link-invalid'),
    );
  });
});

describe('account mail', () => {
  test('names no person in the outbox, and its tokens stand nowhere else', async () => {
    const eve = await world.person('eve');
    await world.open().api.requestPasswordReset({ email: eve.email });
    const [mail] = await world.mailTo(eve.email);
    expect(mail).toMatchObject({ person_id: null, template: 'identity.reset-password' });
    const token = tokenOf(await world.lastLink(eve.email));
    const stored = await world.db.kysely.selectFrom('verification').select('identifier').execute();
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test('and commands on accounts are entered in the chain of the platform', async () => {
    const actions = await world.within(platformOrganization, ({ trx }) =>
      trx.selectFrom('audit_entry').select('action').distinct().execute(),
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['identity.signUp', 'identity.signIn', 'identity.resetPassword']),
    );
  });
});
