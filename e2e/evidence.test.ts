import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { certificateOf } from './support/credentials.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { fillSignIn } from './support/people.ts';
import { follow, heading } from './support/reach.ts';
import { troubles } from './support/watch.ts';
import { createWorld } from './support/world.ts';

const world = createWorld();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const signedIn = async (mailbox: string, to: string, options?: Parameters<typeof openPage>[1]): Promise<Page> => {
  const page = await openPage(browser, options);
  const { email, password } = await world.signInOf(mailbox);
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await fillSignIn(page, email, password);
  await page.waitForURL(`**${to}`);
  return page;
};

const stepsOf = (page: Page): Promise<string[]> =>
  page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();

test('a holder walks from the credential back to the program that was in force, and meets nobody’s name', async () => {
  const { id } = await certificateOf('certified');
  const page = await signedIn('certified', `/me/credentials/${id}`);
  await follow(page, 'Where it comes from');
  await heading(page, 'Nothing is broken');
  const steps = await stepsOf(page);
  expect([steps[0], steps[1], steps.at(-1)]).toEqual([
    'Signed and published',
    'Decision to certify',
    'The program in force',
  ]);
  await page.locator('#decision summary').click();
  await page.locator('#decision').getByText('The decision came after the release of every result.').waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain('Demo Decider');
  await expectAccessible(page);
  expect(troubles(page)).toEqual([]);
});

test('an auditor sees who decided, where the audit says so, and goes on to the candidacy', async () => {
  const { id } = await certificateOf('certified');
  const page = await signedIn('auditor', `/staff/ala/credentials/${id}`);
  await follow(page, 'Evidence, back to the program file');
  await heading(page, /^Evidence of CALT-/);
  await page.locator('#decision').getByText('Decided by: Demo Decider').waitFor();
  await page.locator('#decision summary').click();
  await page
    .locator('#decision')
    .getByText(/^Entry [\d,]+ of the audit/)
    .waitFor();
  await follow(page, /^Open the candidacy/);
  await page.waitForURL(/\/staff\/ala\/candidacies\//);
});

test('it opens without JavaScript, on a narrow screen', async () => {
  const { id } = await certificateOf('course-certified');
  const page = await signedIn('course-certified', `/me/credentials/${id}/evidence`, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  expect(await stepsOf(page)).toContain('Course: Online course');
  await page.locator('#course-course summary').click();
  await page.getByText('Modules completed').waitFor();
  await expectFits(page);
});
