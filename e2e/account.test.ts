import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { totpCode } from '../apps/server/src/modules/identity/testing/authenticator-app.ts';
import { apiAs } from './support/api.ts';
import { launch, openPage } from './support/browser.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { accountMail, linkIn } from './support/mail.ts';
import { fillSignIn, freshAddress, openAccount, signIn } from './support/people.ts';
import { heading, press, typeInto } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const password = 'rivers carry small stones';

/** A page of somebody new, signed in. */
const newcomer = async (name: string, email: string): Promise<Page> => {
  const page = await openPage(browser);
  await openAccount(page, { name, email, password });
  await signIn(page, email, password);
  return page;
};

test('a person opens an account, confirms the address, signs in, and comes back to where they wanted to go', async () => {
  const page = await openPage(browser);
  const email = freshAddress('opens.account');
  await page.goto('/me/account');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByRole('link', { name: 'Open one' }).click();
  await heading(page, 'Open an account');
  await typeInto(page, 'Full name', 'Rosa Opens-Account');
  await typeInto(page, 'E-mail address', email);
  await typeInto(page, 'Password', 'too short');
  await press(page, 'Open the account');
  await heading(page, 'There is a problem');
  expect(await page.title()).toMatch(/^Error: /);
  expect(await page.getByLabel('Full name').inputValue()).toBe('Rosa Opens-Account');
  await expectAccessible(page);
  await expectFits(page);
  await typeInto(page, 'Password', password);
  await press(page, 'Open the account');
  await heading(page, 'Confirm your address');

  await page.goto('/sign-in?to=%2Fme%2Faccount');
  await fillSignIn(page, email, password);
  await page.getByRole('link', { name: 'Your address is not confirmed yet' }).waitFor();

  await page.goto(linkIn(await accountMail(email, 'Confirm')));
  await press(page, 'Confirm the address');
  await heading(page, 'Your address is confirmed');
  await page.goto('/sign-in?to=%2Fme%2Faccount');
  await fillSignIn(page, email, password);
  await page.waitForURL('**/me/account');
  await page.getByText('Signed in as Rosa Opens-Account').waitFor();
  expect(troubles(page)).toEqual([]);
});

test('signing in leads to pages of this site alone', async () => {
  const page = await openPage(browser);
  for (const away of ['https://example.com/', '//example.com/', '/\\example.com']) {
    await page.goto(`/sign-in?to=${encodeURIComponent(away)}`);
    await fillSignIn(page, 'waiting');
    await page.waitForURL((url) => url.pathname.startsWith('/me'));
    await page.context().clearCookies();
  }
});

test('a forgotten password is set anew by the link from the mail, which works once and ends all sessions', async () => {
  const email = freshAddress('forgets.password');
  const page = await newcomer('Fay Forgets', email);
  const other = await openPage(browser);
  await other.goto('/forgot-password');
  await typeInto(other, 'E-mail address', email);
  await press(other, 'Send the link');
  await heading(other, 'Look into your mail');
  const link = linkIn(await accountMail(email, 'new password'));
  await other.goto(link);
  await typeInto(other, 'New password', 'another long sentence for a password');
  await press(other, 'Set the password');
  await heading(other, 'Sign in');
  await page.goto('/me/account');
  await heading(page, 'Sign in');
  await fillSignIn(page, email, password);
  await heading(page, 'There is a problem');
  await other.goto(link);
  await typeInto(other, 'New password', 'yet another long sentence');
  await press(other, 'Set the password');
  await heading(other, 'This link does not work any more');
  await signIn(other, email, 'another long sentence for a password');
});

test('one sees where one is signed in, ends a session, and that browser is signed out', async () => {
  const email = freshAddress('ends.session');
  const page = await newcomer('Ed Ends', email);
  const other = await openPage(browser);
  await signIn(other, email, password);
  await page.goto('/me/account');
  const end = page.getByRole('button', { name: /^End the session on/ });
  expect(await end.count()).toBe(1);
  await end.click();
  await end.waitFor({ state: 'detached' });
  await other.goto('/me/account');
  await heading(other, 'Sign in');
  await typeInto(page, 'Current password', 'not my password at all');
  await typeInto(page, 'New password', 'a new sentence for a password');
  await press(page, 'Change the password');
  await heading(page, 'There is a problem');
  expect(await page.getByRole('link', { name: 'The password is wrong.' }).getAttribute('href')).toContain(
    'currentPassword',
  );
  await press(page, 'Sign out');
  await page.waitForURL((url) => !url.pathname.startsWith('/me'));
  await page.goto('/me/account');
  await heading(page, 'Sign in');
});

test('with an authenticator app, a password alone does not sign in; a backup code does, once', async () => {
  const email = freshAddress('two.factors');
  const page = await newcomer('Toni Factor', email);
  await page.goto('/me/account/second-factor');
  await typeInto(page, 'First, your password', password);
  await press(page, 'Begin');
  const secret = await page.getByLabel('Key', { exact: true }).inputValue();
  const [backupCode = ''] = await page.locator('main li').allInnerTexts();
  await expectAccessible(page);
  await expectFits(page);
  await typeInto(page, 'Six-digit code', totpCode(secret));
  await press(page, 'Switch it on');
  await page.getByText('Switched on: signing in asks for a code').waitFor();

  for (const [code, accepted] of [
    [totpCode(secret), true],
    [backupCode, true],
    [backupCode, false],
  ] as const) {
    await page.context().clearCookies();
    await page.goto('/sign-in?to=%2Fme%2Faccount');
    await fillSignIn(page, email, password);
    await heading(page, 'Enter the code');
    await typeInto(page, 'Six-digit code', code);
    await press(page, 'Continue');
    await heading(page, accepted ? 'Account' : 'There is a problem');
  }
  expect(troubles(page)).toEqual([]);
});

test('a passkey is added, signs in without a password, and is removed', async () => {
  const page = await newcomer('Pat Key', freshAddress('pass.key'));
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/me/account');
  await press(page, 'Add a passkey');
  await page.getByText('The passkey was added.').waitFor();
  await page.context().clearCookies();
  await page.goto('/sign-in?to=%2Fme%2Faccount');
  await press(page, 'Sign in with a passkey');
  await page.getByText('Signed in as Pat Key').waitFor();
  const remove = page.getByRole('button', { name: /^Remove Passkey of/ });
  await remove.click();
  await remove.waitFor({ state: 'detached' });
  await page.getByText('You have none yet').waitFor();
  expect(troubles(page)).toEqual([]);
});

test('an invited person joins with a new account and finds the staff pages', async () => {
  const email = freshAddress('invited.reviewer');
  const administrator = await apiAs('administrator');
  await administrator.identity.inviteMember({ organization: 'ala', email, roles: ['reviewer'] });
  const page = await openPage(browser);
  const link = linkIn(await accountMail(email, 'Invitation'));
  await page.goto(link);
  await expectAccessible(page);
  await openAccount(page, { name: 'Ines Invited', email, password });
  await page.goto(link);
  await page.getByRole('link', { name: 'Sign in to join' }).click();
  await fillSignIn(page, email, password);
  await press(page, 'Join');
  await page.waitForURL('**/staff/ala**');
  expect(troubles(page)).toEqual([]);
});
