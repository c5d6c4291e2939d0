import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiAs, tokenOf } from './support/api.ts';
import { launch, openPage } from './support/browser.ts';
import { begun, type Candidate, complete, owing } from './support/life.ts';
import { signIn } from './support/people.ts';
import { follow, heading, press, says, typeInto } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const openAs = async ({ email, password }: Pick<Candidate, 'email' | 'password'>): Promise<Page> => {
  const page = await openPage(browser);
  await signIn(page, email, password);
  return page;
};

test('a double click on "Submit application" submits it once', async () => {
  const candidate = await complete('clicks.twice', 'Cleo Clicks');
  const { api, candidacyId } = candidate;
  const page = await openAs(candidate);
  await page.goto(`/me/candidacies/${candidacyId}/check`);
  await page.getByRole('button', { name: 'Submit application' }).dblclick();
  await heading(page, 'Application submitted');
  const { history } = await api.candidacies.getCandidacy({ candidacyId });
  expect(history.filter(({ kind }) => kind === 'application-submitted')).toHaveLength(1);
  expect(troubles(page)).toEqual([]);
});

test('a double click on "Pay" charges the card once', async () => {
  const candidate = await owing('pays.twice', 'Paula Pays');
  const { api, candidacyId, invoiceId } = candidate;
  const page = await openAs(candidate);
  await page.goto(`/me/candidacies/${candidacyId}/fees/${invoiceId}/pay`);
  await typeInto(page, 'Card number', '4242 4242 4242 4242');
  await page.getByRole('button', { name: 'Pay $225.00' }).dblclick();
  await heading(page, 'Paid. Your receipt is here.');
  const { payments, paidMinor, totalMinor } = await api.billing.getInvoice({ invoiceId });
  expect({ count: payments.length, paidMinor }).toEqual({ count: 1, paidMinor: totalMinor });
  expect(troubles(page)).toEqual([]);
});

test('a double click on "Begin application" begins one', async () => {
  const candidate = await begun('begins.twice', 'Bela Begins');
  await candidate.api.candidacies.withdrawCandidacy({ candidacyId: candidate.candidacyId, reason: 'To begin anew.' });
  const page = await openAs(candidate);
  await page.goto('/apply/ala/calt');
  await page.getByRole('button', { name: 'Begin application' }).dblclick();
  await heading(page, 'Experience in an academic library');
  const { candidacies } = await candidate.api.candidacies.listMyCandidacies({});
  expect(candidacies.filter(({ standing }) => !standing.final)).toHaveLength(1);
});

test('a file that is too large or of another type is refused with what to do, and the rest of the form stays', async () => {
  const candidate = await begun('uploads', 'Uma Uploads');
  const page = await openAs(candidate);
  await page.goto(`/me/candidacies/${candidate.candidacyId}/apply/experience/entries/new`);
  await typeInto(page, 'Employer', 'Hill College');
  await page.getByLabel('Add files').setInputFiles([
    { name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_500_000, '%PDF-1.4 ') },
    { name: 'letter.docx', mimeType: 'application/pdf', buffer: Buffer.from('PK not a PDF at all') },
    { name: 'huge.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_000_000) },
  ]);
  await says(page, /huge\.pdf is not saved: More than 11 MB cannot be sent at once/);
  await says(page, /large\.pdf is not saved:.*10 MB/);
  await says(page, /letter\.docx is not saved:.*PDF, JPEG or PNG/);
  expect(await page.getByRole('textbox', { name: 'Employer' }).inputValue()).toBe('Hill College');
  const leaveOut = page.getByRole('button', { name: 'Leave it out' });
  for (let left = await leaveOut.count(); left > 0; left -= 1) await leaveOut.first().click();
  await follow(page, 'Experience in an academic library');
  expect((await candidate.api.candidacies.getCandidacy({ candidacyId: candidate.candidacyId })).files).toEqual([]);
});

test('without JavaScript, a file of another type is refused beside the field', async () => {
  const candidate = await begun('plain.uploads', 'Pia Plain');
  const page = await openPage(browser, { javaScriptEnabled: false });
  await signIn(page, candidate.email, candidate.password);
  await page.goto(`/me/candidacies/${candidate.candidacyId}/apply/education/entries/new`);
  await typeInto(page, 'Institution', 'Lake College');
  await page
    .getByLabel('Add files')
    .setInputFiles([{ name: 'letter.docx', mimeType: 'application/pdf', buffer: Buffer.from('PK not a PDF at all') }]);
  await press(page, 'Save this degree');
  await heading(page, 'There is a problem');
  await says(page, /letter\.docx: .*PDF, JPEG or PNG/);
  expect(await page.getByRole('textbox', { name: 'Institution' }).inputValue()).toBe('Lake College');

  await page
    .getByLabel('Add files')
    .setInputFiles([{ name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(12_000_000) }]);
  await press(page, 'Save this degree');
  await says(page, /^More than 11 MB cannot be sent at once\./);
});

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

const send = async (mailbox: string, path: string, method: string, body: string) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(mailbox)}` };
  const response = await fetch(`${inject('baseUrl')}/api${path}`, { method, headers, body });
  const problem = (await response.json()) as Refused;
  return { status: response.status, type: response.headers.get('content-type'), problem };
};

test('the API names a member that it does not know, and where', async () => {
  const { candidacies } = await (await apiAs('candidate')).candidacies.listMyCandidacies({});
  const path = `/candidacies/${candidacies[0]?.id}/listing`;
  const { status, type, problem } = await send('candidate', path, 'PUT', '{"listed": true, "lsited": true}');
  expect(status).toBe(422);
  expect(type).toContain('application/problem+json');
  expect(problem).toMatchObject({ status: 422, code: 'platform.invalid' });
  expect(problem.detail).toContain('lsited');
});

test('a body that is too large, whether it says so or not, or cut off is refused as such', async () => {
  const body = JSON.stringify({ document: 'x'.repeat(12_000_000) });
  const { status, problem } = await send('candidate', '/verify', 'POST', body);
  expect({ status, code: problem.code }).toEqual({ status: 413, code: 'platform.too-large' });
  const chunks = new Blob([body]).stream();
  const url = `${inject('baseUrl')}/api/verify`;
  const streamed = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: chunks,
    duplex: 'half',
  });
  expect(streamed.status).toBe(413);
  expect(await streamed.json()).toMatchObject({ code: 'platform.too-large' });
  const broken = await send('candidate', '/verify', 'POST', '{"document":');
  expect({ status: broken.status, code: broken.problem.code }).toEqual({ status: 400, code: 'platform.bad-request' });
});
