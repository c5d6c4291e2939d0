import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { certificateOf } from './support/credentials.ts';
import { signIn } from './support/people.ts';
import { follow, heading, press, says, typeInto } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const title = 'Certified Academic Library Technician';

const atCredential = async (): Promise<Page> => {
  const page = await openPage(browser);
  await signIn(page, 'certified');
  const { id } = await certificateOf('certified');
  await page.goto(`/me/credentials/${id}`);
  await heading(page, title);
  return page;
};

test('a holder gives an employer a link, who sees the credential until the holder ends the link', async () => {
  const { number } = await certificateOf('certified');
  const holder = await atCredential();
  await follow(holder, 'Share by a link');
  await heading(holder, 'Share links');
  await press(holder, 'Make the link');
  await heading(holder, 'There is a problem');
  await typeInto(holder, 'For whom is it?', 'Riverside College');
  await press(holder, 'Make the link');
  await heading(holder, 'The link for Riverside College');
  const url = await holder.getByLabel('Link to share').inputValue();

  const employer = await openPage(browser);
  await employer.goto(new URL(url).pathname);
  await heading(employer, `Eva Demo: ${title}`);
  await says(employer, 'In force today.');
  expect(await employer.content()).not.toContain(number);

  await holder.reload();
  const row = holder.getByRole('row').filter({ hasText: 'Riverside College' });
  await row.getByText('once').waitFor();
  await row.getByRole('button', { name: 'End it the link for Riverside College' }).click();
  await row.getByText(/^Ended/).waitFor();

  const answer = await employer.reload();
  expect(answer?.status()).toBe(404);
  await heading(employer, 'This link does not work');
  expect(await employer.getByText('Eva Demo').count()).toBe(0);
  expect(troubles(holder).filter((trouble) => !trouble.includes('422'))).toEqual([]);
});

test('the badge that a holder takes along is checked as a picture by anybody', async () => {
  const { number } = await certificateOf('certified');
  const holder = await atCredential();
  const waiting = holder.waitForEvent('download');
  await follow(holder, 'Badge (PNG)');
  const download = await waiting;
  expect(download.suggestedFilename()).toBe(`${number}.png`);
  const employer = await openPage(browser);
  await employer.goto('/verify');
  await employer.getByLabel('Credential file').setInputFiles(await download.path());
  await press(employer, 'Check the file');
  await says(employer, 'It is genuine and in force.');
  expect(troubles(employer)).toEqual([]);
});

test('a text that shows parts of a credential passes the check, and tells nobody the name that was kept back', async () => {
  const holder = await atCredential();
  await holder.getByText('Only parts of it, and other formats').click();
  await follow(holder, 'Show only parts of it');
  await heading(holder, 'Show only parts of it');
  await holder.getByRole('checkbox', { name: 'Your name' }).uncheck();
  await press(holder, 'Make the text');
  await heading(holder, 'Your text');
  const text = await holder.getByLabel('Text to share').inputValue();
  const employer = await openPage(browser);
  await employer.goto('/verify');
  await typeInto(employer, 'Or paste its text', text);
  await press(employer, 'Check the file');
  await says(employer, 'It is genuine and in force.');
  expect(await employer.getByText('Eva Demo').count()).toBe(0);
});

test('the page of a revoked credential says so and why, and offers neither certificate, badge nor links', async () => {
  const page = await openPage(browser);
  await signIn(page, 'revoked');
  const { id } = await certificateOf('revoked');
  await page.goto(`/me/credentials/${id}`);
  await says(page, 'It was revoked and may no longer be used.');
  await says(page, /^Reason: /);
  await page.getByRole('link', { name: 'Letter of verification (PDF)' }).waitFor();
  for (const name of [/^Certificate/, /^Badge/, /^Share by/, /^Put it into/]) {
    expect(await page.getByRole('link', { name }).count(), String(name)).toBe(0);
  }
});
