import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { watch } from './watch.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags });

export const wide = { width: 1280, height: 900 } as const;
export const narrow = { width: 390, height: 844 } as const;

/** States come in milliseconds; on a busy machine, a job behind one may take seconds. */
export const patienceMs = 20_000;

/** A browser of somebody's own (cookies, storage) with one page. Everything that goes wrong in it is kept for `troubles`. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: inject('baseUrl'),
    viewport: wide,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  context.setDefaultNavigationTimeout(patienceMs);
  context.on('page', watch);
  return context.newPage();
};
