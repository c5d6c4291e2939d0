import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject, onTestFinished, type RunnerTask } from 'vitest';
import { wide } from './chromium.ts';
import { watch } from './watch.ts';

export { launch, narrow, wide } from './chromium.ts';

/** States come in milliseconds; on a busy machine, a job behind one may take seconds. */
export const patienceMs = 20_000;

/** A browser of somebody's own (cookies, storage) with one page. Everything that goes wrong in it is kept for `troubles`. */
export const newPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: inject('baseUrl'),
    viewport: wide,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  context.on('page', watch);
  return context.newPage();
};

/** The same for one test, which closes it at its end. */
export const openPage = async (browser: Browser, options?: BrowserContextOptions): Promise<Page> => {
  const page = await newPage(browser, options);
  onTestFinished(async ({ task }) => {
    await shootFailure(page, task);
    await page.context().close();
  });
  return page;
};

/** Where a test failed, as a picture below `test-results`. */
export const shootFailure = async (page: Page, task: Readonly<RunnerTask>): Promise<void> => {
  if (task.result?.state !== 'fail' || page.isClosed()) return;
  const name = task.name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80);
  const file = path.join('test-results', `${name}-${Math.floor(performance.now())}.png`);
  // A picture is no reason to fail in another way.
  await page.screenshot({ path: file, fullPage: true }).catch(() => undefined);
  console.error(`It stood at ${page.url()}, see ${file}`);
};
