import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { allSaved, answer, answerFrom, itemHeading } from './exam.ts';
import { follow, heading, press, says } from './reach.ts';

/** The whole exam by keys, through a reload and a lost connection, to the seal; 80 of 100 items answered rightly. */
export const sitExam = async (page: Page): Promise<void> => {
  await page.goto('/me');
  await follow(page, 'Get ready for the exam');
  await heading(page, 'Before the exam: Written exam');
  await says(page, '3 h, with the extra time that you were granted (× 1.5)');
  await press(page, 'Begin the exam');
  await says(page, 'Agree to the rules of the exam first.');
  await page.getByLabel('I have read the rules and agree to them.').check();
  await press(page, 'Begin the exam');
  await itemHeading(page, 1);
  expect(await page.getByRole('timer').innerText()).toMatch(/^(180|179) min left$/);

  // One in five is answered wrongly: 80 points, where 70 are needed.
  const right = (item: number) => item % 5 !== 0;
  await answerFrom(page, { first: 1, last: 4, right });
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Flagged for review' }).waitFor();
  await answerFrom(page, { first: 5, last: 40, right });
  await allSaved(page);
  await page.reload();
  await itemHeading(page, 41);
  await page.getByRole('button', { name: 'Review all (40 answered, 1 flagged)' }).waitFor();

  await page.context().setOffline(true);
  await answerFrom(page, { first: 41, last: 43, right });
  await says(page, /^On this device: 3 answers/);
  await page.context().setOffline(false);
  await allSaved(page);
  await answerFrom(page, { first: 44, last: 99, right });
  await itemHeading(page, 100);
  await answer(page, { right: false });

  await page.keyboard.press('r');
  await heading(page, 'Review all items');
  await page.getByRole('button', { name: 'Not answered (0)' }).waitFor();
  await page.getByRole('button', { name: 'Flagged (1)' }).click();
  await page.getByRole('button', { name: /^5\s*Answered\s*Flagged$/ }).click();
  await itemHeading(page, 5);
  await page.keyboard.press('f');
  await page.getByRole('button', { name: 'Flag for review' }).waitFor();
  await page.keyboard.press('r');
  await press(page, 'Go on to submitting');
  await says(page, 'You have answered 100 of 100 items.');
  await press(page, 'Submit 100 answers');
  await heading(page, /^Sealed /);
  await says(page, '100 of 100 items answered. These answers are kept as you gave them.');
};
