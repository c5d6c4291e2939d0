import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { narrow, wide } from './browser.ts';

type AxeOptions = { readonly only?: readonly string[] };

const violations = async (page: Page, { only }: AxeOptions = {}): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (only ? axe.withRules([...only]) : axe).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}: ${node.html.slice(0, 200)}`),
  );
};

/**
 * Nothing that axe finds wrong, in light and in dark. Only colors depend on the scheme, so the second look is at them
 * alone.
 */
export const expectAccessible = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page), `light, ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, { only: ['color-contrast'] }), `dark, ${page.url()}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
};

/** No sideways scroll at both widths; the page is left at the width that it had. */
export const expectFits = async (page: Page): Promise<void> => {
  const before = page.viewportSize() ?? wide;
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await expectFitsNow(page);
  }
  await page.setViewportSize(before);
};

export const expectFitsNow = async (page: Page): Promise<void> => {
  const { width, content } = await page.evaluate<{ width: number; content: number }>(
    '({ width: document.documentElement.clientWidth, content: document.documentElement.scrollWidth })',
  );
  expect(content, `${page.url()} is wider than ${width} px`).toBeLessThanOrEqual(width);
};
