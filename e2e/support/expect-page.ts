import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Nothing that axe finds wrong in the page as it stands: at its width, in its colors. */
export const expectAccessible = async (page: Page): Promise<void> => {
  // What is in order is not written down: on long lists that costs more than the looking.
  const options = { resultTypes: ['violations' as const] };
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}: ${node.html.slice(0, 200)}`),
  );
  expect(found, page.url()).toEqual([]);
};

/** No sideways scroll at the width of the page. */
export const expectFits = async (page: Page): Promise<void> => {
  const { width, content } = await page.evaluate<{ width: number; content: number }>(
    '({ width: document.documentElement.clientWidth, content: document.documentElement.scrollWidth })',
  );
  expect(content, `${page.url()} is wider than ${width} px`).toBeLessThanOrEqual(width);
};
