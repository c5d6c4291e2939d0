import type { Locator, Page } from 'playwright-core';

/** How a person finds things: by the words that they read, or that are read to them. */
type Inside = Page | Locator;

export const typeInto = (inside: Inside, label: string, text: string): Promise<void> =>
  inside.getByRole('textbox', { name: label, exact: true }).fill(text);

export const press = (inside: Inside, button: string): Promise<void> =>
  inside.getByRole('button', { name: button, exact: true }).click();

export const follow = (inside: Inside, link: string): Promise<void> =>
  inside.getByRole('link', { name: link, exact: true }).click();

/** Waits until a heading stands there. */
export const heading = (inside: Inside, name: string | RegExp): Promise<void> =>
  inside.getByRole('heading', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).waitFor();
