import type { Page } from 'playwright-core';
import { rightOption, type SeenItem } from './keys.ts';
import { heading } from './reach.ts';

/** Reads the item that stands on the page, in one trip. */
const seen = (page: Page): Promise<SeenItem> =>
  page.evaluate<SeenItem>(`(() => {
    const group = document.querySelector('[role=radiogroup]');
    const prompt = document.getElementById(group.getAttribute('aria-labelledby'));
    const options = [...group.querySelectorAll('label')].map((label) => label.textContent.slice(1));
    return { prompt: prompt.textContent, options };
  })()`);

export const itemHeading = (page: Page, number: number, total = 100): Promise<void> =>
  heading(page, `Item ${number} of ${total}`);

/** Answers the item that stands there with a key press; `right` says whether rightly. */
export const answer = async (page: Page, { right = true }: { right?: boolean } = {}): Promise<void> => {
  const item = await seen(page);
  const key = rightOption(item);
  const at = right ? key : (key + 1) % item.options.length;
  await page.keyboard.press(String(at + 1));
  await page.getByRole('radio', { checked: true }).waitFor();
};

/** From one item to another, answering each by keys and going on with N. Ends at the item after the last. */
export const answerFrom = async (
  page: Page,
  { first, last, right = () => true }: { first: number; last: number; right?: (number: number) => boolean },
): Promise<void> => {
  for (let number = first; number <= last; number += 1) {
    await itemHeading(page, number);
    await answer(page, { right: right(number) });
    await page.keyboard.press('n');
  }
};

/** Everything that was entered is on the server. */
export const allSaved = (page: Page): Promise<void> => page.getByText('On the server', { exact: true }).waitFor();
