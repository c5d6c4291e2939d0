import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiAs } from './support/api.ts';
import { launch, openPage } from './support/browser.ts';
import { begun } from './support/life.ts';
import { fillSignIn } from './support/people.ts';
import { choose, follow, heading, press, says, typeInto } from './support/reach.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A click does not wait for the page that it leads to. */
const patient = { timeout: 20_000 };

/** What the public needs works without scripts. */
const openPlain = (): Promise<Page> => openPage(browser, { javaScriptEnabled: false });

const titles = (page: Page): Promise<string[]> =>
  page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

test('the catalog is narrowed down, says which filter leaves nothing, and keeps what is to be compared', async () => {
  const { programs } = await (await apiAs('reviewer')).programs.listPrograms({});
  const page = await openPlain();
  await page.goto('/programs');
  expect(await titles(page)).toHaveLength(programs.length);
  await page.getByLabel('The highest degree that you have').selectOption('none');
  await typeInto(page, 'Years of full-time work in the field', '0');
  await press(page, 'Show programs');
  const open = programs.filter(({ ways }) =>
    ways.some(({ education, years }) => education === undefined && years === 0),
  );
  await expect.poll(() => titles(page), patient).toHaveLength(open.length);

  await typeInto(page, 'Fees of at most, in USD', '1');
  await press(page, 'Show programs');
  await says(page, 'Nothing fits all three filters.');
  await follow(page, /^Without Fees up to \$1\.00, /);
  await expect.poll(() => titles(page), patient).toHaveLength(open.length);

  await page.goto('/programs?p=calt');
  await follow(page, 'Add to comparison Certified Public Library Technician');
  await follow(page, 'Compare these 2 programs');
  await heading(page, 'Compare programs');
  expect(page.url()).toContain('p=calt&p=cptl');
});

test('a comparison leaves out what is the same, and marks every figure', async () => {
  const page = await openPlain();
  await page.goto('/compare?p=calt&p=cptl');
  const rows = page.getByRole('table').getByRole('row');
  const all = await rows.count();
  await page.getByRole('rowheader', { name: 'Cost, 10 years' }).waitFor();
  await follow(page, 'Only differences');
  await expect.poll(() => rows.count(), patient).toBeLessThan(all);
  expect(await page.getByRole('rowheader', { name: 'Organization' }).count()).toBe(0);
  const passing = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Passing' }) });
  expect(await passing.getByRole('link', { name: /^Source \d$|assumption/ }).count()).toBeGreaterThan(1);
  await page.goto('/compare?p=no-such-program&p=calt');
  await says(page, 'There is no program called no-such-program; it is left out.');
});

test('the interview asks one thing a page, goes back, and leads to the application with its answers', async () => {
  const page = await openPlain();
  await page.goto('/programs/calt');
  await follow(page, 'Do I qualify?');
  await heading(page, 'Where have you worked?');
  await press(page, 'Continue');
  await heading(page, 'There is a problem');
  await page.getByRole('checkbox', { name: 'Academic library' }).check();
  await press(page, 'Continue');
  await heading(page, 'How long have you worked here: Academic library?');
  await choose(page, 'Your answer', '2 years or more');
  await press(page, 'Continue');
  await heading(page, 'What is the highest degree or diploma that you hold?');
  await follow(page, 'Back');
  await heading(page, 'How long have you worked here: Academic library?');
  await choose(page, 'Your answer', '2 years or more');
  await press(page, 'Continue');
  await choose(page, 'Your answer', 'Associate degree');
  await press(page, 'Continue');
  while ((await page.getByRole('radio', { name: 'Yes', exact: true }).count()) > 0) {
    await choose(page, 'Your answer', 'Yes');
    await press(page, 'Continue');
  }
  await heading(page, 'What your answers say');
  await says(page, 'You can apply now');
  await follow(page, /^Keep these answers and apply/);
  await heading(page, /^Apply for|^Certified Academic Library Technician/);
  await says(page, /^Your \d answers from before are kept with the application/);
});

test('kept answers are shown in the section that they are about', async () => {
  const page = await openPlain();
  const { email, password } = await begun('kept.answers', 'Kea Kept');
  await page.goto('/sign-in');
  await fillSignIn(page, email, password);
  await page.waitForURL('**/me**');
  await page.goto(`/apply/ala/clt?${new URLSearchParams({ answers: 'work=public-library&referees=2' }).toString()}`);
  await page.getByRole('main').getByRole('radio').first().check();
  await press(page, 'Begin application');
  await page.waitForURL('**/me/candidacies/**');
  const [, candidacyPath] = /(\/me\/candidacies\/[^/]+)/.exec(page.url()) ?? [];
  await page.goto(`${candidacyPath}/apply/experience`);
  await heading(page, 'From your answers before the application');
  await says(page, 'Public library');
});
