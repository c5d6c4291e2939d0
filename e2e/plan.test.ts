import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiWith } from './support/api.ts';
import { launch, narrow, openPage } from './support/browser.ts';
import { downloaded } from './support/browsing.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { follow, heading, part, press, says, typeDate, typeInto } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const openPlain = (): Promise<Page> => openPage(browser, { javaScriptEnabled: false });

const money = (amountMinor: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(amountMinor / 100);

const pick = (page: Page, label: string, option: string) =>
  page.getByRole('main').getByRole('combobox', { name: label }).selectOption({ label: option });

describe('a plan', () => {
  test('is made and changed without JavaScript, and says what the API says', async () => {
    const page = await openPlain();
    await page.goto('/plan');
    await heading(page, 'My plan');
    const { programs } = await apiWith().programs.listPrograms({});
    const member = programs.find(({ cost: [range] }) => range?.variesBy.includes('payerClass'));
    if (!member) throw new Error('No program of the demonstration has prices for members.');
    const { id: programId, abbreviation, title } = member;
    await pick(page, 'Program', `${abbreviation}: ${title}`);
    await press(page, 'Make the plan');
    await heading(page, `My plan: ${abbreviation}`);

    await typeDate(page, 'Application begins', '2027-03-05');
    await typeInto(page, 'Years of keeping it', '6');
    await press(page, 'Update the plan');
    const plan = await apiWith().guide.makePlan({ programId, startOn: '2027-03-05', years: 6 });
    const answers = page.getByRole('region', { name: 'In short' });
    await answers.getByText(money(plan.totalMinor, plan.currency), { exact: true }).waitFor();
    await answers.getByText('Keeping it for 6 years').waitFor();
    const steps = part(page, 'Step by step').getByRole('row');
    expect(await steps.count()).toBe(plan.events.length + 1);
    expect(await part(page, 'Who pays what').getByRole('row').count()).toBe(plan.choices.payerClasses.length + 1);
    expect(await page.getByRole('textbox', { name: 'Year', exact: true }).inputValue()).toBe('2027');
  });

  test('of two programs stands side by side, fits, and can be taken along', async () => {
    const page = await openPage(browser, { viewport: narrow });
    await page.goto('/plan?p=aca&p=isa-acst&retakes=1&isa-acst.region=ontario');
    await heading(page, /^My plan: \S+ and \S+$/);
    const table = page.getByRole('region', { name: 'In short' }).getByRole('table');
    expect(await table.getByRole('columnheader').count()).toBe(3);
    await page.getByRole('img', { name: /^Sum of what has been paid/ }).waitFor();
    await expectAccessible(page);
    await page.getByText('Show the numbers').first().press('Enter');
    await page
      .getByRole('table', { name: /^Sum of what has been paid/ })
      .first()
      .waitFor();
    await expectFits(page);
    const calendar = await downloaded(page, 'Dates of ACA for your calendar (.ics)');
    const { events } = await apiWith().guide.makePlan({ programId: 'aca', retakes: 1 });
    expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(events.length);
    expect(await downloaded(page, 'Plan of ACA to print (PDF)')).toMatch(/^%PDF-/);
    expect(troubles(page)).toEqual([]);
  });

  test('with an assumption that cannot be told what is wrong, beside its field', async () => {
    const page = await openPlain();
    await page.goto('/plan?p=mos&years=99&start.month=3&mos.region=nowhere');
    await heading(page, 'There is a problem');
    expect(await page.title()).toMatch(/^Error: /);
    for (const name of [
      /^Enter from 1 to 50 years/,
      /^Enter the month, day and year/,
      /^The program has no such region/,
    ])
      expect(await page.getByRole('link', { name }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'Years of keeping it' }).inputValue()).toBe('99');
    expect((await page.goto('/plan?p=nothing-of-this-name'))?.status()).toBe(404);
  });
});

describe('the guide', () => {
  test('answers every topic, page after page, with figures of the programs', async () => {
    const page = await openPlain();
    await page.goto('/help');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Guide' }).click();
    await heading(page, 'Guide to certification');
    const { programs } = await apiWith().programs.listPrograms({});
    await says(page, `${programs.length} programs`);
    await follow(page, 'What is a library technician certification?');
    const seen: string[] = [];
    for (;;) {
      seen.push(await page.getByRole('heading', { level: 1 }).innerText());
      await heading(page, 'Where this comes from');
      const next = page.getByRole('main').getByRole('link', { name: /^Next: / });
      if ((await next.count()) === 0) break;
      await next.click();
    }
    expect(new Set(seen).size).toBe(8);
    await page.goto('/guide/cost');
    expect(await part(page, 'Where this comes from').getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await page.getByRole('main').getByRole('table').getByRole('row').count()).toBe(programs.length + 1);
    expect((await page.goto('/guide/nothing'))?.status()).toBe(404);
  });
});

describe('practice', () => {
  test('is answered and checked without JavaScript; the reasons stand below each item', async () => {
    const page = await openPlain();
    await page.goto('/try/calt');
    await heading(page, 'Practice: CALT');
    await press(page, 'Check my answers');
    await heading(page, 'There is a problem');
    const { items } = await apiWith().guide.getPractice({ programId: 'calt' });
    const [first] = items;
    if (!first) throw new Error('There is no practice item.');
    const item = page.getByRole('article', { name: `Item 1 of ${items.length}` });
    await item.getByRole('radio').first().check();
    await press(page, 'Check my answers');
    await heading(page, 'Result of your practice: CALT');
    await says(page, /^[01] of 1 right$/);
    await item.getByText('Why:', { exact: true }).waitFor();
    expect(await item.getByText('right answer').count()).toBe(1);
    expect(await page.getByText('Not answered', { exact: true }).count()).toBe(items.length - 1);
    await follow(page, 'Begin anew with no answers');
    await heading(page, 'Practice: CALT');
    await expect.poll(() => page.getByRole('radio', { checked: true }).count(), { timeout: 20_000 }).toBe(0);
  });

  test('says so where a program has no items for it', async () => {
    const page = await openPlain();
    await page.goto('/try/mos');
    await says(page, 'There are no practice items for MOS yet.');
    await follow(page, 'handbook');
    await page.waitForURL('**/programs/mos/handbook');
  });

  test('goes by keys alone', async () => {
    const page = await openPage(browser);
    await page.goto('/try/calt');
    await page
      .getByRole('article', { name: /^Item 1 of/ })
      .getByRole('radio')
      .first()
      .focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Check my answers' }).press('Enter');
    await heading(page, 'Result of your practice: CALT');
    await expectAccessible(page);
    expect(troubles(page)).toEqual([]);
  });

  test('begins with a study guide, which leads on to the practice tests', async () => {
    const page = await openPlain();
    const { program } = await apiWith().programs.findProgram({ programId: 'comptia-a-plus' });
    const materials = program.preparation?.materials ?? [];
    const guide = materials.find(({ kind }) => kind === 'study-guide');
    const practice = materials.find(({ kind }) => kind === 'practice-test');
    if (!guide?.sections || !practice) throw new Error('The program has nothing to prepare with.');
    await page.goto(`/programs/${program.id}/study/${guide.id}`);
    for (const { title } of guide.sections) await heading(page, title);
    await follow(page, practice.title);
    const { items } = await apiWith().guide.getPractice({ programId: program.id, material: practice.id });
    const articles = page.getByRole('main').getByRole('article');
    await expect.poll(() => articles.count(), { timeout: 20_000 }).toBe(items.length);
    expect((await page.goto(`/programs/${program.id}/study/nothing`))?.status()).toBe(404);
  });
});
