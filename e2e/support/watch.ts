import type { Page } from 'playwright-core';

const found = new WeakMap<Page, string[]>();

/**
 * The browser calls every refusal an error; that a form was refused, that one has to sign in, or that a test took the
 * connection away, is none.
 */
const expected =
  /^Failed to load resource: (the server responded with a status of (401|409|422|429) |net::ERR_INTERNET_DISCONNECTED$)/;

/** Keeps what a reader of the browser's console would see: errors of scripts, refusals by the CSP, lost resources. */
export const watch = (page: Page): void => {
  const troubles: string[] = [];
  found.set(page, troubles);
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text()))
      troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`);
  });
};

/** What went wrong in a page since it was last asked. */
export const troubles = (page: Page): readonly string[] => found.get(page)?.splice(0) ?? [];
