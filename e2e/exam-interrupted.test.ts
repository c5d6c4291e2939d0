import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiAs } from './support/api.ts';
import { launch, openPage } from './support/browser.ts';
import { allSaved, answer, itemHeading } from './support/exam.ts';
import { authorized, type Candidate } from './support/life.ts';
import { fillSignIn, signIn } from './support/people.ts';
import { heading, press, says } from './support/reach.ts';

/** One exam, interrupted in one way after the other. Each test answers items that no other does. */
let browser: Browser;
let candidate: Candidate;
let attemptId: string;
let answered = 0;

beforeAll(async () => {
  browser = await launch();
  candidate = await authorized('ida.interrupted', 'Ida Interrupted');
  const { candidacyId } = candidate;
  ({ attemptId } = await candidate.api.delivery.beginAttempt({ candidacyId, assessmentId: 'exam', agreed: true }));
});
afterAll(() => browser.close());

const openExam = async (): Promise<Page> => {
  const page = await openPage(browser);
  await signIn(page, candidate.email, candidate.password);
  await page.goto(`/exam/${attemptId}`);
  await page.getByRole('heading', { name: /^Item \d+ of 100$/ }).waitFor();
  return page;
};

/** Goes to an item by the review, as one does who looks for it. */
const goTo = async (page: Page, number: number): Promise<void> => {
  await page.keyboard.press('r');
  await page.getByRole('button', { name: new RegExp(`^${number}\\s*(Answered|Not answered|Not seen)`) }).click();
  await itemHeading(page, number);
};

const answerItem = async (page: Page, number: number): Promise<void> => {
  await goTo(page, number);
  await answer(page);
  answered += 1;
};

const expectAnswered = async (page: Page): Promise<void> => {
  await allSaved(page);
  await page.getByRole('button', { name: `Review all (${answered} answered, none flagged)` }).waitFor();
};

const incidents = async (): Promise<readonly string[]> => {
  const proctor = await apiAs('proctor');
  const { attempts } = await proctor.delivery.listAttempts({ organization: 'ala' });
  const own = attempts.find((attempt) => attempt.attemptId === attemptId);
  return own?.incidents.map(({ kind }) => kind) ?? [];
};

test('an answer whose acknowledgment was lost is sent again, and counts once', async () => {
  const page = await openExam();
  let lost = 0;
  await page.route('**/api/attempts/*/responses', async (route: Route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    const arrived = await route.fetch();
    expect(arrived.status()).toBe(200);
    return route.abort('connectionreset');
  });
  await answerItem(page, 1);
  await expectAnswered(page);
  expect(lost).toBe(1);
  expect(await incidents()).toEqual([]);
});

test('a server that fails for a while gets every answer in the end', async () => {
  const page = await openExam();
  let failures = 0;
  await page.route('**/api/attempts/*/responses', (route: Route) => {
    failures += 1;
    return failures > 2 ? route.continue() : route.fulfill({ status: 503, body: 'busy' });
  });
  await answerItem(page, 2);
  await says(page, /^On this device: 1 answer/);
  await answerItem(page, 3);
  await expectAnswered(page);
});

test('the exam opened in a second browser goes on there; the first one is told, and nothing is lost', async () => {
  const first = await openExam();
  await answerItem(first, 4);
  await expectAnswered(first);
  await goTo(first, 5);
  const second = await openExam();
  await first.keyboard.press('1');
  await heading(first, 'The exam is open elsewhere');
  await says(first, /^1 answer is on this device alone/);
  await expectAnswered(second);
  await answerItem(second, 6);
  await expectAnswered(second);

  await press(first, 'Use this device');
  await itemHeading(first, 5);
  answered += 1;
  await expectAnswered(first);
  await answerItem(first, 7);
  await expectAnswered(first);
  await goTo(second, 8);
  await second.keyboard.press('1');
  await heading(second, 'The exam is open elsewhere');
  await press(second, 'Use this device');
  answered += 1;
  await expectAnswered(second);
});

test('a session that ends in the middle loses nothing: answers stay on the device and go after signing in', async () => {
  const page = await openExam();
  const other = await openPage(browser);
  await signIn(other, candidate.email, candidate.password);
  await other.goto('/me/account');
  const end = other.getByRole('button', { name: /^End the session on/ });
  for (let left = await end.count(); left > 0; left -= 1) {
    await end.first().click();
    await expect.poll(() => end.count()).toBe(left - 1);
  }
  await answerItem(page, 9);
  await says(
    page,
    'You are no longer signed in. Keep working: your answers are on this device and go after you sign in.',
  );
  await answerItem(page, 10);
  await says(page, /^On this device: 2 answers/);

  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Sign in on a new page' }).click();
  const signingIn = await opened;
  await fillSignIn(signingIn, candidate.email, candidate.password);
  await heading(signingIn, 'You are signed in');
  await signingIn.close();
  // Without a screen, no page is told that somebody looks at it again.
  await page.evaluate("window.dispatchEvent(new Event('focus'))");
  await expectAnswered(page);
});

test('a clock of the device that is wrong, or jumps, changes nothing about the time left', async () => {
  const page = await openExam();
  const left = async (): Promise<number> => Number.parseInt(await page.getByRole('timer').innerText(), 10);
  const before = await left();
  for (const wrong of ['2031-05-01T12:00:00Z', '1999-12-31T23:59:00Z']) {
    await page.clock.setFixedTime(wrong);
    await answerItem(page, wrong.startsWith('2031') ? 11 : 12);
    await expectAnswered(page);
    expect(before - (await left())).toBeLessThanOrEqual(1);
    await page.reload();
    await allSaved(page);
    expect(before - (await left())).toBeLessThanOrEqual(1);
  }
});

test('all that was answered is there when the exam is submitted', async () => {
  const page = await openExam();
  await page.keyboard.press('r');
  await press(page, 'Go on to submitting');
  await says(page, `You have answered ${answered} of 100 items.`);
  await press(page, `Submit ${answered} answers`);
  await heading(page, /^Sealed /);
  await says(page, `${answered} of 100 items answered. These answers are kept as you gave them.`);
  const known = ['second-device', 'sequence-conflict'];
  expect((await incidents()).filter((kind) => !known.includes(kind))).toEqual([]);
});
