import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addressOf, demoPassword } from '../../apps/server/src/seed/people.ts';
import { launch, narrow, wide } from './chromium.ts';
import { heading, press, typeInto } from './reach.ts';
import { root, startServer } from './start-server.ts';

/**
 * Draws the pictures of the README anew: `node_modules/.bin/node e2e/support/screenshots.ts`, after the site was built
 * (`npm start` or `npm test` builds it).
 */
const folder = path.join(root, 'docs', 'images');

const enter = async (browser: Browser, baseURL: string, mailbox?: string): Promise<Page> => {
  const context = await browser.newContext({
    baseURL,
    viewport: wide,
    locale: 'en-US',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  if (mailbox === undefined) return page;
  await page.goto('/sign-in');
  await typeInto(page, 'E-mail address', addressOf(mailbox));
  await typeInto(page, 'Password', demoPassword);
  await press(page, 'Sign in');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  return page;
};

/** As it looks when one comes: at the top, with nothing focused and the fonts there. */
const shoot = async (page: Page, name: string): Promise<void> => {
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await page.evaluate(
      'document.activeElement?.blur(); window.scrollTo(0, 0); document.fonts.ready.then(() => undefined)',
    );
    await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`), animations: 'disabled' });
  }
  await page.setViewportSize(wide);
};

const takeExam = async (page: Page): Promise<void> => {
  await page.goto('/me');
  await page.getByRole('link', { name: 'Get ready for the exam' }).click();
  await page.getByLabel('I have read the rules and agree to them.').check();
  await press(page, 'Begin the exam');
  for (let number = 1; number <= 34; number += 1) {
    await heading(page, `Item ${number} of 100`);
    if (number % 11 === 0) await page.keyboard.press('f');
    await page.keyboard.press(String(1 + (number % 4)));
    if (number < 34) await page.keyboard.press('n');
  }
  await page.getByText('On the server', { exact: true }).waitFor();
};

const server = await startServer();
const browser = await launch();
try {
  const anyone = await enter(browser, server.baseUrl);
  await anyone.goto('/programs/calt');
  await shoot(anyone, 'program');

  await anyone.goto('/register?query=Eva');
  await anyone.getByRole('link', { name: 'Eva Demo' }).click();
  await heading(anyone, /^Eva Demo: /);
  await shoot(anyone, 'verification');

  const candidate = await enter(browser, server.baseUrl, 'authorized');
  await candidate.goto('/me');
  await heading(candidate, /^Next: /);
  await shoot(candidate, 'standing');
  await takeExam(candidate);
  await shoot(candidate, 'exam');

  const reviewer = await enter(browser, server.baseUrl, 'reviewer');
  await reviewer.goto('/staff/ala/queues/review');
  await shoot(reviewer, 'queue');
} finally {
  await browser.close();
  await server.stop();
}
