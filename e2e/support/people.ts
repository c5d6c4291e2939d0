import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { addressOf, demoPassword } from '../../apps/server/src/seed/people.ts';
import { newPage } from './browser.ts';
import { accountMail, linkIn } from './mail.ts';
import { heading, press, typeInto } from './reach.ts';

/** Signs in by the page, as one of the demonstration's people or with an address of one's own. */
export const signIn = async (page: Page, mailbox: string, password: string = demoPassword): Promise<void> => {
  await page.goto('/sign-in');
  await fillSignIn(page, mailbox, password);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
};

/** The same where the page that asks for it stands already. */
export const fillSignIn = async (page: Page, mailbox: string, password: string = demoPassword): Promise<void> => {
  await typeInto(page, 'E-mail address', mailbox.includes('@') ? mailbox : addressOf(mailbox));
  await typeInto(page, 'Password', password);
  await press(page, 'Sign in');
};

/** An address that nobody has yet, even where the server was used before. */
export const freshAddress = (mailbox: string): string => `${mailbox}.${randomUUID().slice(0, 8)}@example.org`;

interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Opens an account and confirms its address with the link from the mail. */
export const openAccount = async (page: Page, { name, email, password }: Newcomer): Promise<void> => {
  await page.goto('/sign-up');
  await typeInto(page, 'Full name', name);
  await typeInto(page, 'E-mail address', email);
  await typeInto(page, 'Password', password);
  await press(page, 'Open the account');
  await heading(page, 'Confirm your address');
  await page.goto(linkIn(await accountMail(email, 'Confirm')));
  await press(page, 'Confirm the address');
  await heading(page, 'Your address is confirmed');
};

/** A browser of their own for one of the demonstration's people, signed in. */
export const newSignedInPage = async (browser: Browser, mailbox: string): Promise<Page> => {
  const page = await newPage(browser);
  await signIn(page, mailbox);
  return page;
};
