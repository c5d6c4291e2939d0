import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { apiAs } from './support/api.ts';
import { launch, openPage, patienceMs } from './support/browser.ts';
import { certificateOf, documentOf } from './support/credentials.ts';
import { follow, heading, press, typeInto } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const title = 'Certified Academic Library Technician';

test('from the start page a number leads to the credential, written in any case', async () => {
  const { number } = await certificateOf('certified');
  const page = await openPage(browser);
  await page.goto('/');
  await typeInto(page, 'Credential number', number.toLowerCase());
  await press(page, 'Check it');
  await heading(page, `Eva Demo: ${title}`);
  expect(await checksOf(page)).toEqual([
    'Document: Passed',
    'Signature: Passed',
    'Issuer: Passed',
    'Status: Passed',
    'Dates: Passed',
    'Who holds it: Could not check',
  ]);
  await page.getByText('In force today.').waitFor();
  expect(await page.getByText('Not in force').count()).toBe(0);
  expect(troubles(page)).toEqual([]);
});

test('a revoked credential stays up, says since when it is not in force, and fails the check of its status', async () => {
  const { number } = await certificateOf('revoked');
  const page = await openPage(browser);
  await page.goto(`/c/${number}`);
  await heading(page, `Finn Demo: ${title}`);
  await page.getByText(/^Not in force since/).waitFor();
  const checks = await checksOf(page);
  expect(checks).toContain('Signature: Passed');
  expect(checks).toContain('Status: Failed');
  expect(await page.getByText('In force today.').count()).toBe(0);
});

test('a number that nobody has says so, and what numbers look like', async () => {
  const page = await openPage(browser);
  await page.goto('/verify');
  await typeInto(page, 'Credential number', 'CALT-00000000');
  await press(page, 'Check the number');
  await heading(page, 'There is a problem');
  await page.getByRole('link', { name: /^There is no credential with the number CALT-00000000/ }).waitFor();
  const answer = await page.goto('/c/CALT-00000000');
  expect(answer?.status()).toBe(404);
});

test('a credential file is checked: the true one passes, one with another name in it does not', async () => {
  const document = await documentOf('certified');
  const page = await openPage(browser);
  await page.goto('/verify');
  await hand(page, document);
  await page.getByText('It is genuine and in force.').waitFor();
  await follow(page, 'Open its page');
  await heading(page, `Eva Demo: ${title}`);

  await page.goto('/verify');
  await hand(page, document.replaceAll('Eva Demo', 'Eve Forger'));
  await page.getByText('Do not rely on it: a check failed.').waitFor();
  expect(await checksOf(page)).toContain('Signature: Failed');

  await page.goto('/verify');
  await typeInto(page, 'Or paste its text (optional)', '{"a poem": true}');
  await press(page, 'Check the file');
  await heading(page, 'There is a problem');
  expect(troubles(page)).toEqual([]);
});

test('the register finds those who agreed to be listed, by name or number, and nobody else', async () => {
  const { number } = await certificateOf('certified');
  const page = await openPage(browser);
  for (const query of ['eva demo', number]) {
    await page.goto('/register');
    await page.getByRole('searchbox').fill(query);
    await press(page, 'Search');
    await page.waitForURL('**/register?query=*');
    const row = page.getByRole('link', { name: 'Eva Demo' });
    await row.click();
    await heading(page, `Eva Demo: ${title}`);
  }
  await page.goto('/register?query=Ana+Demo');
  expect(await page.getByRole('link', { name: 'Ana Demo' }).count()).toBe(0);

  const certified = await apiAs('certified');
  const { candidacyId } = await certificateOf('certified');
  await certified.candidacies.setListing({ candidacyId, listed: false });
  try {
    // The register follows by a job.
    await vi.waitFor(
      async () => {
        await page.goto('/register?query=Eva+Demo');
        expect(await page.getByRole('link', { name: 'Eva Demo' }).count()).toBe(0);
      },
      { timeout: patienceMs },
    );
  } finally {
    await certified.candidacies.setListing({ candidacyId, listed: true });
  }
});

const checksOf = async (page: Page): Promise<readonly string[]> => {
  const items = page.getByRole('listitem').filter({ hasText: /: (Passed|Failed|Could not check)/ });
  await items.first().waitFor();
  return (await items.allInnerTexts()).map((text) => text.trim().split('\n')[0] ?? '');
};

const hand = async (page: Page, document: string): Promise<void> => {
  await page.getByLabel('Credential file').setInputFiles({
    name: 'credential.json',
    mimeType: 'application/json',
    buffer: Buffer.from(document),
  });
  await press(page, 'Check the file');
};
