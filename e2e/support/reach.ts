import type { Locator, Page } from 'playwright-core';

/** How a person finds things: by the words that they read, or that are read to them. On a page: in its content. */
type Inside = Page | Locator;

const content = (inside: Inside): Locator => ('goto' in inside ? inside.getByRole('main') : inside);

/** Fields may say after their label that they are optional. */
const labeled = (label: string): RegExp =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(optional\\))?$`);

export const typeInto = (inside: Inside, label: string, text: string): Promise<void> =>
  content(inside)
    .getByRole('textbox', { name: labeled(label) })
    .fill(text);

/** A text is the whole name; where a page has several of a kind, their names go on with what they are about. */
type Name = string | RegExp;
const named = (name: Name) => (typeof name === 'string' ? { name, exact: true } : { name });

export const press = (inside: Inside, button: Name): Promise<void> =>
  content(inside).getByRole('button', named(button)).click();

export const follow = (inside: Inside, link: Name): Promise<void> =>
  content(inside).getByRole('link', named(link)).click();

export const choose = (inside: Inside, legend: string, option: Name): Promise<void> =>
  group(inside, legend).getByRole('radio', named(option)).check();

/** Three typed fields. */
export const typeDate = async (inside: Inside, legend: string, date: string): Promise<void> => {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => part.replace(/^0/, ''));
  const fields = group(inside, legend);
  await typeInto(fields, 'Month', month);
  await typeInto(fields, 'Day', day);
  await typeInto(fields, 'Year', year);
};

/** Waits until a heading stands there. */
export const heading = (inside: Inside, name: Name): Promise<void> =>
  inside.getByRole('heading', named(name)).waitFor();

const group = (inside: Inside, legend: string): Locator => {
  const name = labeled(legend);
  return content(inside).getByRole('group', { name }).or(content(inside).getByRole('radiogroup', { name }));
};

/** Waits until words can be read somewhere. */
export const says = (inside: Inside, words: Name): Promise<void> =>
  inside.getByText(words).filter({ visible: true }).first().waitFor();

/** The part of a page below a heading; a state may stand after its words. */
export const part = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name }) });
