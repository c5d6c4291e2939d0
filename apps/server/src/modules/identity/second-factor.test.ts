import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totpCode } from './testing/authenticator-app.ts';
import { type Browser, createWorld, longPassword, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });

const switchOn = async (browser: Browser, password: string) => {
  const setUp = await browser.api.beginTotp({ password });
  await browser.api.confirmTotp({ code: totpCode(setUp.secret) });
  return setUp;
};

const wrong = (code: string) => ((Number(code) + 1) % 1_000_000).toString().padStart(6, '0');

describe('a second factor', () => {
  test('is on only after a first code, and is then asked for', async () => {
    const ada = await world.person('ada');
    const browser = await world.signedIn(ada);
    await expect(browser.api.beginTotp({ password: 'wrong' })).rejects.toEqual(refusal('identity.password-wrong'));
    const { uri, secret, backupCodes } = await browser.api.beginTotp({ password: ada.password });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Testamur/);
    expect(backupCodes).toHaveLength(10);
    expect(await browser.api.viewer({})).toMatchObject({ secondFactor: false });
    const code = totpCode(secret);
    await expect(browser.api.confirmTotp({ code: wrong(code) })).rejects.toEqual(refusal('identity.code-wrong'));
    expect(await browser.api.confirmTotp({ code })).toEqual({ ok: true });
    expect(await browser.api.viewer({})).toMatchObject({ secondFactor: true });

    const other = world.open();
    const answer = await other.api.signIn({ email: ada.email, password: ada.password });
    expect(answer).toEqual({ state: 'second-factor-needed' });
    await expect(other.api.viewer({})).rejects.toEqual(refusal('platform.sign-in-required'));
    await expect(other.api.confirmSecondFactor({ code: wrong(totpCode(secret)) })).rejects.toEqual(
      refusal('identity.code-wrong'),
    );
    expect(await other.api.confirmSecondFactor({ code: totpCode(secret) })).toMatchObject({ state: 'signed-in' });
    expect(await other.api.viewer({})).toMatchObject({ personId: ada.personId });
  });

  test('takes each backup code once', async () => {
    const bob = await world.person('bob');
    const { backupCodes } = await switchOn(await world.signedIn(bob), bob.password);
    const code = backupCodes[0] ?? '';
    const use = async () => (await world.signedIn(bob)).api.confirmSecondFactor({ code });
    expect(await use()).toMatchObject({ state: 'signed-in' });
    await expect(use()).rejects.toEqual(refusal('identity.code-wrong'));
  });

  test('without a challenge, or after five wrong codes, needs the password again', async () => {
    const cleo = await world.person('cleo');
    const { secret } = await switchOn(await world.signedIn(cleo), cleo.password);
    const right = () => ({ code: totpCode(secret) });
    await expect(world.open().api.confirmSecondFactor(right())).rejects.toEqual(refusal('identity.challenge-expired'));
    const { api } = await world.signedIn(cleo);
    for (let count = 0; count < 5; count += 1) {
      await expect(api.confirmSecondFactor({ code: wrong(totpCode(secret)) })).rejects.toEqual(
        refusal('identity.code-wrong'),
      );
    }
    await expect(api.confirmSecondFactor(right())).rejects.toEqual(refusal('identity.too-many-tries'));
    await expect(api.confirmSecondFactor(right())).rejects.toEqual(refusal('identity.challenge-expired'));
  });

  test('allows a short password, and cannot be switched off beside one', async () => {
    const dora = await world.person('dora');
    const browser = await world.signedIn(dora);
    const { secret } = await switchOn(browser, dora.password);
    const short = 'k4t-zebra';
    await browser.api.changePassword({ currentPassword: dora.password, newPassword: short });
    await expect(browser.api.disableTotp({ password: short })).rejects.toMatchObject({
      code: 'identity.password-too-short',
      message: expect.stringContaining('Change it to a longer one first'),
    });
    expect(await browser.api.viewer({})).toMatchObject({ secondFactor: true });
    await browser.api.changePassword({ currentPassword: short, newPassword: longPassword });
    expect(await browser.api.disableTotp({ password: longPassword })).toEqual({ ok: true });
    expect(await browser.api.viewer({})).toMatchObject({ secondFactor: false });
    expect(await world.open().api.signIn({ email: dora.email, password: longPassword })).toMatchObject({
      state: 'signed-in',
    });
    expect(secret).toMatch(/^[A-Z2-7]+$/);
  });

  test('that goes while a short password is being set leaves one of the two', async () => {
    const finn = await world.person('finn');
    const browser = await world.signedIn(finn);
    await switchOn(browser, finn.password);
    await Promise.allSettled([
      browser.api.changePassword({ currentPassword: finn.password, newPassword: 'k4t-zebra' }),
      browser.api.disableTotp({ password: finn.password }),
    ]);
    const { two_factor_enabled, password_is_long } = await world.db.kysely
      .selectFrom('person')
      .select(['two_factor_enabled', 'password_is_long'])
      .where('id', '=', finn.personId)
      .executeTakeFirstOrThrow();
    expect(two_factor_enabled || password_is_long).toBe(true);
  });

  test('is not set up a second time over the first', async () => {
    const gwen = await world.person('gwen');
    const browser = await world.signedIn(gwen);
    await switchOn(browser, gwen.password);
    await expect(browser.api.beginTotp({ password: gwen.password })).rejects.toEqual(
      refusal('identity.second-factor-on'),
    );
  });

  test('is stored sealed', async () => {
    const hugo = await world.person('hugo');
    const { backupCodes } = await switchOn(await world.signedIn(hugo), hugo.password);
    const row = await world.db.kysely
      .selectFrom('two_factor')
      .select(['secret', 'backup_codes'])
      .where('person_id', '=', hugo.personId)
      .executeTakeFirstOrThrow();
    expect(row.backup_codes).not.toContain(backupCodes[0] ?? '');
    expect(row.secret).toMatch(/^[0-9a-f$A-Za-z+/=:.-]{64,}$/);
  });
});
