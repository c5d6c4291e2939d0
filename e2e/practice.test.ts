import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { allSaved, itemHeading } from './support/exam.ts';
import { authorized } from './support/life.ts';
import { signIn } from './support/people.ts';
import { follow, heading, press, says } from './support/reach.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const check = async (page: Page, option: number): Promise<void> => {
  await page.getByRole('main').getByRole('radio').nth(option).check();
  await press(page, 'Check my answer');
};

test.each([
  ['with', true],
  ['without', false],
])(
  'practice one item after the other %s JavaScript: each is checked, and what was checked is kept',
  async (_, alive) => {
    const page = await openPage(browser, { javaScriptEnabled: alive });
    await page.goto('/try/calt');
    await follow(page, 'One item after the other');
    await says(page, '0 of 11 checked');
    await check(page, 2);
    await says(page, '1 of 11 checked, 1 right');
    await press(page, 'Next item');
    await heading(page, 'Item 2 of 11');
    await press(page, 'Check my answer');
    await heading(page, 'There is a problem');
    await says(page, '1 of 11 checked, 1 right');
    await check(page, 3);
    await says(page, /^2 of 11 checked/);
    await press(page, 'Previous item');
    await heading(page, 'Item 1 of 11');
    await says(page, 'Your answer');
    await says(page, 'Right answer');
  },
);

test('practice as a test without JavaScript: what is checked stays while more is answered', async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  await page.goto('/try/calt');
  const item = (number: number) => page.locator('#items > li').nth(number - 1);
  await item(1).getByRole('radio').nth(2).check();
  await press(page, 'Check my answers');
  await says(page, '1 of 1 right');
  await item(2).getByRole('radio').first().check();
  await press(page, 'Check again');
  await says(page, /^9 items are without an answer/);
});

test('practice on a slow line: what was answered before the page came alive counts, and taking back keeps the focus', async () => {
  const page = await openPage(browser);
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('/try/calt?one=1', { waitUntil: 'commit' });
  await page.getByRole('main').getByRole('radio').nth(2).check();
  arrive();
  await press(page, 'Take the answer back');
  await page.getByRole('main').locator('input[type=radio]:focus').waitFor();
  await check(page, 2);
  await says(page, '1 of 11 checked, 1 right');
});

test('before the exam, each way of answering can be tried by keys, and the review says what is answered in part', async () => {
  const page = await openPage(browser);
  const { email, password, candidacyId } = await authorized('pia.practice', 'Pia Practice');
  await signIn(page, email, password);
  await page.goto(`/me/candidacies/${candidacyId}/exam/exam/practice`);
  await itemHeading(page, 1, 6);
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await itemHeading(page, 2, 6);
  await page.getByRole('textbox', { name: 'Answer 1 of 2' }).fill('F');
  await press(page, 'Next');
  await itemHeading(page, 3, 6);
  await press(page, 'This order is my answer');
  await page.keyboard.press('n');
  await itemHeading(page, 4, 6);
  await press(page, 'Answer in a table');
  for (const row of [0, 1, 2])
    await page
      .getByRole('row')
      .nth(row + 1)
      .getByRole('radio')
      .nth(row)
      .check();
  await page.keyboard.press('n');
  await itemHeading(page, 5, 6);
  await page.keyboard.press('2');
  await allSaved(page);
  await page.keyboard.press('r');
  await says(page, '5 of 6 answered, 1 of them in part, 1 not seen yet. Choose an item to go to it.');
  await page.getByRole('button', { name: 'Partly answered (1)' }).click();
  await page.getByRole('button', { name: /^2\s*Partly answered$/ }).click();
  await itemHeading(page, 2, 6);
  expect(await page.getByRole('textbox', { name: 'Answer 1 of 2' }).inputValue()).toBe('F');
});

test('the tools of the exam open by their keys, close by Esc, and remember the colors', async () => {
  const page = await openPage(browser);
  const { email, password, candidacyId } = await authorized('tom.tools', 'Tom Tools');
  await signIn(page, email, password);
  await page.goto(`/me/candidacies/${candidacyId}/exam/exam/practice`);
  await itemHeading(page, 1, 6);
  for (const [key, tool] of [
    ['h', 'Highlighter'],
    ['k', 'Scientific calculator'],
    ['a', 'Text and colors'],
  ] as const) {
    await page.keyboard.press(key);
    await heading(page, tool);
    if (tool === 'Text and colors') await page.getByRole('radio', { name: 'Cream' }).check();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('heading', { name: tool }).count()).toBe(0);
  }
  await page.reload();
  await itemHeading(page, 1, 6);
  await page.keyboard.press('a');
  expect(await page.getByRole('radio', { name: 'Cream' }).isChecked()).toBe(true);
});
