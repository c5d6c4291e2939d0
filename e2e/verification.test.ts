import { bakePng, buildAchievementCredential, generateIssuerKey, issueJwtCredential } from '@testamur/credentials';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { codePng, pdfWith, plainPng } from '../apps/server/src/modules/registry/testing/files.ts';
import { apiAs } from './support/api.ts';
import { launch, openPage, patienceMs } from './support/browser.ts';
import { certificateOf, documentOf } from './support/credentials.ts';
import { expectAccessible } from './support/expect-page.ts';
import { follow, heading, press, says, typeInto } from './support/reach.ts';
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
  await typeInto(page, 'Or paste its text', '{"a poem": true}');
  await press(page, 'Check the file');
  await heading(page, 'There is a problem');
  expect(troubles(page)).toEqual([]);
});

test('an employer checks what they were given: the PDF, the badge, a token of another body, a photo of the code', async () => {
  const document = await documentOf('certified');
  const { number } = await certificateOf('certified');
  const page = await openPage(browser);
  for (const [name, mimeType, content] of [
    ['certificate.pdf', 'application/pdf', pdfWith([['credential.json', document]])],
    ['badge.png', 'image/png', bakePng(plainPng(), document)],
  ] as const) {
    await page.goto('/verify');
    await hand(page, content, { name, mimeType });
    await says(page, 'It is genuine and in force.');
    await says(page, /^What was checked is the credential/);
    expect(await checksOf(page)).toContain('Signature: Passed');
    await expectAccessible(page);
  }

  await page.goto('/verify');
  await typeInto(page, 'Or paste its text', await tokenOfStranger());
  await press(page, 'Check the file');
  await says(page, 'Its signature is genuine. We do not know its issuer.');
  expect(await checksOf(page)).toContain('Issuer: Could not check');
  expect(await page.getByText('It is genuine and in force.').count()).toBe(0);

  await page.goto('/verify');
  await hand(page, codePng(`${inject('baseUrl')}/c/${number}`), { name: 'photo.png', mimeType: 'image/png' });
  await heading(page, `Eva Demo: ${title}`);

  await page.goto('/verify');
  await hand(page, codePng('https://elsewhere.example/a/b'), { name: 'photo.png', mimeType: 'image/png' });
  await heading(page, 'This code holds an address');
  await page.getByRole('link', { name: 'https://elsewhere.example/a/b' }).waitFor();
  expect(troubles(page)).toEqual([]);
});

test('a revoked credential is told apart in every form, and a file that is too large is not sent', async () => {
  const document = await documentOf('revoked');
  const page = await openPage(browser);
  await page.goto('/verify');
  await hand(page, pdfWith([['credential.json', document]]), { name: 'certificate.pdf', mimeType: 'application/pdf' });
  await says(page, 'It is genuine, but it is not in force.');
  expect(await checksOf(page)).toContain('Status: Failed');
  expect(await page.getByText('Active', { exact: true }).count()).toBe(0);

  await page.goto('/verify');
  await hand(page, Buffer.alloc(11_000_000, 32), { name: 'huge.json', mimeType: 'application/json' });
  await says(page, /^This file is larger than 10 MB/);
  expect(await page.getByRole('heading', { name: 'Result of the check' }).count()).toBe(0);
});

test('what a shared link shows is how it stands, and search engines read the page as what it is', async () => {
  const { number } = await certificateOf('revoked');
  const page = await openPage(browser);
  await page.goto(`/c/${number}`);
  const content = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content');
  expect(await content('og:description')).toMatch(/^Revoked\. /);
  const picture = await fetch(new URL((await content('og:image')) ?? '', inject('baseUrl')));
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(picture.headers.get('cache-control')).toBe('public, max-age=60');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(data).toContain('EducationalOccupationalCredential');
  expect(data).toContain('Not in force');
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

interface GivenAs {
  readonly name: string;
  readonly mimeType: string;
}

const asJson: GivenAs = { name: 'credential.json', mimeType: 'application/json' };

const hand = async (page: Page, content: string | Uint8Array, as: GivenAs = asJson): Promise<void> => {
  await page.getByLabel('Credential file').setInputFiles({ ...as, buffer: Buffer.from(content) });
  await press(page, 'Check the file');
};

/** A token that somebody signed whom nobody knows here, without a list that would have to be asked for. */
const tokenOfStranger = async (): Promise<string> => {
  const signer = await generateIssuerKey();
  const credential = buildAchievementCredential({
    id: 'urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11',
    issuer: { id: signer.controller, name: 'Guild of Binders', url: 'https://guild.example' },
    validFrom: '2020-01-01T00:00:00Z',
    holder: { name: 'Otto Other', identity: { kind: 'email', address: 'otto@people.example', salt: '0123456789ab' } },
    achievement: {
      id: 'https://guild.example/binder',
      name: 'Master Binder',
      description: 'Binds books.',
      criteria: { id: 'https://guild.example/binder', narrative: 'Has bound a book.' },
      version: '1',
    },
  });
  return issueJwtCredential({ credential, signer });
};
