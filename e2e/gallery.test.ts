import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Preview, servePreview } from '../apps/cli/src/preview/serve.ts';
import { builtSite } from '../apps/cli/src/preview/site.ts';
import { launch, narrow, openPage, wide } from './support/browser.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { heading } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
let preview: Preview;
let pictures: string;
beforeAll(async () => {
  browser = await launch();
  preview = await servePreview(builtSite, { name: 'none', bytes: new Uint8Array() }, 0);
  pictures = await mkdtemp(path.join(tmpdir(), 'testamur-gallery-'));
  console.log(`Pictures of the interactions: ${pictures}`);
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});

const open = async (query: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> => {
  const page = await openPage(browser, { ...options, baseURL: preview.url });
  await page.goto(`/interactions.html${query}`);
  await heading(page, 'Interactions');
  await page.getByRole('article').first().waitFor();
  return page;
};

/** What reaches beyond its card, named by its card and its own beginning. */
const beyondCards = (page: Page) =>
  page
    .getByRole('article')
    .evaluateAll((cards) =>
      cards
        .filter((card) => card.scrollWidth > card.clientWidth)
        .map(
          (card) => `${card.querySelector('h3')?.textContent} is ${card.scrollWidth} px wide in ${card.clientWidth}`,
        ),
    );

const ways = [
  ['light, wide', '', { viewport: wide, colorScheme: 'light' }],
  ['dark, narrow', '', { viewport: narrow, colorScheme: 'dark' }],
  ['from right to left, narrow', '?rtl=1', { viewport: narrow }],
  ['in high contrast', '?contrast=1', { viewport: wide }],
  ['in forced colors', '', { viewport: wide, forcedColors: 'active' }],
] as const;

describe('every interaction in every state', () => {
  test.for(ways)('is accessible and fits: %s', async ([name, query, options]) => {
    const page = await open(query, options);
    await expectAccessible(page);
    await expectFits(page);
    expect(await beyondCards(page)).toEqual([]);
    await page.screenshot({ path: path.join(pictures, `${name.replace(/\W+/g, '-')}.png`), fullPage: true });
    expect(troubles(page)).toEqual([]);
  });

  test('fits at 200 %, which is half the width', async () => {
    const page = await open('?large=1', { viewport: { width: 780, height: 900 } });
    await expectFits(page);
    expect(await beyondCards(page)).toEqual([]);
  });

  test('has its picture taken', async () => {
    const page = await open('');
    const ids = await page.locator('section[id]').evaluateAll((sections) => sections.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(22);
    for (const id of ids)
      await page.locator(`section[id="${id}"]`).screenshot({ path: path.join(pictures, `${id}.png`) });
  });
});

test('locked and reviewed interactions cannot be answered by keys', async () => {
  const page = await open('?only=choice');
  const card = page.getByRole('article', { name: 'Choice: Locked' });
  const first = card.getByRole('radio').first();
  const before = await first.isChecked();
  await first.press('Space').catch(() => undefined);
  expect(await first.isChecked()).toBe(before);
  await page.getByRole('article', { name: 'Choice: Review' }).getByText('Right answer').first().waitFor();
});
