import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launch, narrow, newPage, patienceMs, shootFailure, wide } from './support/browser.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { fillSignIn } from './support/people.ts';
import { addresses } from './support/routes.ts';
import { candidatePages } from './support/visits/candidate-pages.ts';
import { files } from './support/visits/files.ts';
import { publicPages } from './support/visits/public-pages.ts';
import { staffPages } from './support/visits/staff-pages.ts';
import type { Visit, Visits } from './support/visits/visit.ts';
import { troubles } from './support/watch.ts';
import { createWorld } from './support/world.ts';

const visits: Visits = { ...publicPages, ...candidatePages, ...staffPages };
const world = createWorld();

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** One browser of its own for each person, signed in once. */
const pages = new Map<string, Promise<Page>>();

const enter = async (mailbox: string): Promise<Page> => {
  const page = await newPage(browser);
  if (mailbox === '') return page;
  const { email, password } = await world.signInOf(mailbox);
  await page.goto('/sign-in?to=%2Fhelp');
  await fillSignIn(page, email, password);
  await page.waitForURL('**/help');
  return page;
};

const pageOf = (mailbox: string): Promise<Page> => {
  const known = pages.get(mailbox);
  if (known) return known;
  const made = enter(mailbox);
  pages.set(mailbox, made);
  return made;
};

/** React has taken the page over: from then on it does what it does with scripts, and its errors are told. */
const takenOver = async (page: Page): Promise<void> => {
  const keys = "Object.keys(document.querySelector('main') ?? {}).join()";
  await expect.poll(() => page.evaluate<string>(keys), { timeout: patienceMs, interval: 20 }).toContain('__reactFiber');
};

const expectWhole = async (page: Page, path: string, { status }: Visit): Promise<void> => {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(status);
  await takenOver(page);
  expect(await page.title(), path).toMatch(/\S+ · Testamur$/);
  expect(await page.getByRole('heading', { level: 1 }).count(), `h1 of ${path}`).toBe(1);
};

describe('every page', () => {
  const known = addresses.filter(({ isPage }) => isPage).map(({ pattern }) => pattern);

  test('is visited', () => expect(Object.keys(visits).toSorted()).toEqual(known.toSorted()));

  test.for(Object.entries(visits))('%s', async ([, visit]) => {
    const page = await pageOf(visit.as ?? '');
    onTestFinished(({ task }) => shootFailure(page, task));
    // Light at the one width, dark at the other: colors are the same at both.
    await Promise.all([page.setViewportSize(wide), page.emulateMedia({ colorScheme: 'light' })]);
    await expectWhole(page, await visit.at(world), visit);
    await expectAccessible(page);
    await expectFits(page);
    await Promise.all([page.setViewportSize(narrow), page.emulateMedia({ colorScheme: 'dark' })]);
    await expectAccessible(page);
    await expectFits(page);
    const expected = `the server responded with a status of ${visit.status} `;
    expect(troubles(page).filter((trouble) => !trouble.includes(expected))).toEqual([]);
  });
});

/** Addresses that only take what is posted to them, and the sandbox, which has tests of its own. */
const acts = ['/preferences', '/sign-out', '/player/pci-host'];

const beginnings: Readonly<Record<string, string>> = {
  'image/png': '\u0089PNG',
  'image/svg+xml': '<svg',
  'application/vc+jwt': 'eyJ',
  'application/pdf': '%PDF-',
  'text/calendar': 'BEGIN:VCALENDAR',
  'text/csv': '',
  'application/json': '{',
  'application/ld+json': '{',
  'application/schema+json': '{',
  'application/vc': '{',
  'application/yaml': '#',
};

const isReadInPlace = (path: string) => /\/(picture\.png|ctdl\.json)$/.test(path);

describe('every file', () => {
  const known = addresses.filter(({ isPage, pattern }) => !isPage && !acts.includes(pattern));

  test('is asked for', () => {
    expect(Object.keys(files).toSorted()).toEqual(known.map(({ pattern }) => pattern).toSorted());
  });

  test.for(Object.entries(files))('%s', async ([, visit]) => {
    const page = await pageOf(visit.as ?? '');
    const path = await visit.at(world);
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(visit.status);
    const { 'content-type': type = '', 'content-disposition': disposition = '' } = answer.headers();
    const beginning = Object.entries(beginnings).find(([known]) => type.startsWith(known))?.[1];
    expect(beginning, `${path} is ${type}`).toBeDefined();
    expect((await answer.body()).toString('latin1').startsWith(beginning ?? '')).toBe(true);
    // Pictures in pages and data for programs are read where they are; everything else is kept as a file.
    if (!isReadInPlace(path)) expect(disposition, path).toMatch(/filename/);
  });
});
