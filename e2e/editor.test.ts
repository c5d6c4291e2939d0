import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf, demoPassword } from '../apps/server/src/seed/people.ts';
import { launch, openPage, patienceMs } from './support/browser.ts';
import { fillSignIn } from './support/people.ts';
import { heading, press } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const path = '/staff/ala/programs/calt/edit';

const enter = async (options: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
  const page = await openPage(browser, options);
  await page.goto(`/sign-in?to=${encodeURIComponent(path)}`);
  await fillSignIn(page, addressOf('program-manager'), demoPassword);
  await heading(page, 'Edit CALT');
  return page;
};

const sent = (page: Page) => page.locator('textarea[name="yaml"]').inputValue();

/** The whole text of the editor in place of what stands there. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
};

const said = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).first();

test('a mistake is named with its line while one types, leads there by keys, and the draft saves itself', async () => {
  const page = await enter();
  await page.locator('.cm-content').waitFor();
  const begun = await sent(page);
  await write(page, begun.replace('currency: USD', 'currency: Dollars'));
  const problems = page.getByRole('tab', { name: 'Problems (1)' });
  await problems.waitFor();
  await problems.focus();
  await page.keyboard.press('Enter');
  const line = begun.split('\n').indexOf('currency: USD') + 1;
  await page.getByRole('button', { name: `Line ${line}, column` }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate("document.activeElement?.classList.contains('cm-content')")).toBe(true);
  await said(page, /^Saved, /).waitFor();
  await write(page, begun);
  await page.getByRole('tab', { name: 'Problems (0)' }).waitFor();
  expect(troubles(page)).toEqual([]);
});

test('keys are offered by the program language, and Esc then Tab leads out of the editor', async () => {
  const page = await enter();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\ntransit');
  await page.getByRole('option', { name: /^transition/ }).waitFor();
  // The first Esc closes the list.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement?.textContent')).toBe('See who is affected');
});

test('a harder rule names who would be decided on otherwise before it can be published', async () => {
  const page = await enter();
  await page.locator('.cm-content').waitFor();
  const begun = await sent(page);
  const harder = begun
    // The draft is shared: it may still hold the mistake of an earlier visit.
    .replace('currency: Dollars', 'currency: USD')
    .replace(/^edition: .*$/m, 'edition: "2099"')
    .replace(/fullTimeYears: \d+/, 'fullTimeYears: 40')
    .replace(/\n+transit\s*$/, '\n');
  await write(page, harder);
  await page.getByRole('tab', { name: 'Problems (0)' }).waitFor();
  await press(page, 'See who is affected');
  await heading(page, 'Who is affected by edition 2099');
  await page.getByText('At the decision on the certification').first().waitFor();
  await page
    .getByText(/of 40 years/)
    .first()
    .waitFor({ timeout: patienceMs });
  expect(await page.getByRole('button', { name: 'Publish edition 2099' }).count()).toBe(1);
});

test('without scripts the file is checked by a button, and nothing that was typed is lost', async () => {
  const page = await enter({ javaScriptEnabled: false });
  const field = page.getByRole('textbox', { name: 'Program file (YAML)' });
  const broken = (await field.inputValue()).replace('currency: USD', 'currency: Dollars');
  await field.fill(broken);
  await press(page, 'Check');
  await page
    .getByText(/^Line \d+, column \d+$/)
    .first()
    .waitFor();
  expect(await field.inputValue()).toBe(broken);
});
