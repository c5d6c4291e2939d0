import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './support/browser.ts';
import { certificateOf, documentOf } from './support/credentials.ts';
import { evidence } from './support/evidence.ts';
import { begun } from './support/life.ts';
import { fillSignIn } from './support/people.ts';
import { choose, follow, heading, press, says, typeDate, typeInto } from './support/reach.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const openPlain = (): Promise<Page> => openPage(browser, { javaScriptEnabled: false });

test('the program page says everything, and its links lead on', async () => {
  const page = await openPlain();
  await page.goto('/');
  await follow(page, 'Certified Academic Library Technician');
  await heading(page, 'Certified Academic Library Technician');
  for (const part of ['Who may apply', 'What is assessed', 'What it costs', 'How it is kept'])
    await heading(page, part);
  const cost = page.getByRole('table').filter({ hasText: '$175.00' }).first();
  expect(await cost.innerText()).toContain('$225.00');
  await page.getByRole('link', { name: 'Read the handbook' }).first().click();
  await heading(page, 'Certified Academic Library Technician: handbook');
});

test('a credential is checked by number and by file', async () => {
  const { number } = await certificateOf('certified');
  const page = await openPlain();
  await page.goto('/');
  await typeInto(page, 'Credential number', number);
  await press(page, 'Check it');
  await heading(page, 'Eva Demo: Certified Academic Library Technician');
  await page.getByText('In force today.').waitFor();
  await page.goto('/verify');
  await page.getByLabel('Credential file').setInputFiles({
    name: 'credential.json',
    mimeType: 'application/json',
    buffer: Buffer.from(await documentOf('certified')),
  });
  await press(page, 'Check the file');
  await page.getByText('It is genuine and in force.').waitFor();
});

test('signing in works, tells of a wrong password, and offers nothing that needs scripts', async () => {
  const page = await openPlain();
  await page.goto('/sign-in?to=%2Fme%2Faccount');
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  await fillSignIn(page, 'paying', 'not the password');
  await heading(page, 'There is a problem');
  expect(await page.title()).toMatch(/^Error: /);
  await fillSignIn(page, 'paying');
  await page.waitForURL('**/me/account');
  await heading(page, 'Account');
  await press(page, 'Sign out');
  await page.waitForURL((url) => !url.pathname.startsWith('/me'));
});

test('a section of the application is filled in, with what proves it', async () => {
  const { email, password, candidacyId, api } = await begun('plain.section', 'Piet Plain');
  const page = await openPlain();
  await page.goto('/sign-in');
  await fillSignIn(page, email, password);
  await page.goto(`/me/candidacies/${candidacyId}/apply/education`);
  await follow(page, 'Add your degree');
  await typeInto(page, 'Institution', 'Lake College');
  await choose(page, 'Degree', 'Associate degree');
  await press(page, 'Save this degree');
  await heading(page, 'There is a problem');
  await page.getByRole('link', { name: 'Enter the field, such as history.' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Institution' }).inputValue()).toBe('Lake College');

  await typeInto(page, 'Field', 'History');
  await typeDate(page, 'Awarded on', '2017-06-15');
  await choose(page, 'Is the institution accredited?', 'Yes');
  await page.getByLabel('Add files').setInputFiles(await evidence('diploma.pdf'));
  await press(page, 'Save this degree');
  await says(page, 'diploma.pdf');
  await press(page, 'Continue');
  await heading(page, 'Code of conduct');
  const { draft, files } = await api.candidacies.getCandidacy({ candidacyId });
  const [entry] = draft.education?.claim.kind === 'education' ? draft.education.claim.entries : [];
  expect(entry).toMatchObject({ institution: 'Lake College', awardedOn: '2017-06-15', fileIds: [files[0]?.id] });
});
