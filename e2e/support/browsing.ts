import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { patienceMs } from './browser.ts';
import { follow } from './reach.ts';

/** Opens a page until what a job in the background brings about is there, as a person would look again. */
export const reloadUntil = async (
  page: Page,
  path: string,
  find: (page: Page) => Locator,
  atLeast = 1,
): Promise<void> => {
  await vi.waitFor(
    async () => {
      await page.goto(path);
      if ((await find(page).count()) < atLeast) throw new Error(`${path} does not show ${find(page)} yet.`);
    },
    { timeout: patienceMs, interval: 200 },
  );
};

/** What a link gives to save, as text (bytes as Latin-1). */
export const downloaded = async (page: Page, link: string): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), follow(page, link)]);
  return readFile(await download.path(), 'latin1');
};
