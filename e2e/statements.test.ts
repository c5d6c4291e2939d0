import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiAs } from './support/api.ts';
import { launch, narrow, openPage, wide } from './support/browser.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { standingOf } from './support/life.ts';
import { accountMail, linkIn } from './support/mail.ts';
import { freshAddress, openAccount, signIn } from './support/people.ts';
import { choose, follow, heading, press, says, typeDate, typeInto } from './support/reach.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const organization = 'ala';
const programId = 'clt';
const password = 'a plain sentence for tests';

const expectGood = async (page: Page): Promise<void> => {
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
    await expectFits(page);
  }
  await page.setViewportSize(wide);
};

/** Somebody with an account of their own, on the page that begins an application. */
const applicant = async (name: string) => {
  const email = freshAddress('applicant');
  const page = await openPage(browser);
  await openAccount(page, { name, email, password });
  await signIn(page, email, password);
  await page.goto(`/apply/${organization}/${programId}`);
  return { page, email };
};

/** Begins by the page and gives the way to the sections. */
const begin = async (page: Page): Promise<string> => {
  await choose(page, 'Where do you live or work?', 'Midwest');
  await press(page, 'Begin application');
  await page.waitForURL(/\/me\/candidacies\/[^/]+\/apply\//);
  return page.url().replace(/\/apply\/.*$/, '');
};

const askReferee = async (page: Page, name: string, email: string, relation: string): Promise<void> => {
  await typeInto(page, 'Name', name);
  await typeInto(page, 'E-mail address', email);
  await choose(page, 'How do they know your work?', relation);
  await press(page, 'Send the request');
  await says(page, 'The request is sent.');
};

/** A stranger with the link of a mail and nothing else. */
const byLink = async (email: string, subject: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await openPage(browser, { javaScriptEnabled });
  await page.goto(linkIn(await accountMail(email, subject)));
  return page;
};

describe('a reference', () => {
  test('is asked for, given without an account, and never read by the candidate', async () => {
    const { page } = await applicant('Ada Applicant');
    const candidacy = await begin(page);
    await page.goto(`${candidacy}/apply/recommendations`);
    await press(page, 'Send the request');
    await heading(page, 'There is a problem');
    for (const words of ['Enter the name of whom we write to.', 'Choose how they know your work.']) {
      await page.getByRole('link', { name: words }).waitFor();
    }
    const referee = freshAddress('referee');
    await askReferee(page, 'Rosa Referee', referee, 'Current or former employer');
    await says(page, 'Waiting for an answer');
    await says(page, 'One more person has to be asked.');
    await expectGood(page);

    const stranger = await byLink(referee, 'Reference for Ada Applicant');
    await heading(stranger, 'Reference for Ada Applicant');
    expect(new URL(stranger.url()).pathname).toMatch(/^\/reference\//);
    expect(await stranger.getByRole('link', { name: 'Sign in' }).count()).toBe(0);
    await expectGood(stranger);
    await press(stranger, 'Send the reference');
    await heading(stranger, 'There is a problem');
    expect(await stranger.title()).toMatch(/^Error: /);

    const opinion = 'She cataloged our maps, and I would ask for her again.';
    const form = stranger.getByRole('main');
    for (const box of await form.getByRole('textbox').all()) await box.fill(opinion);
    for (const legend of await form.getByRole('group').or(form.getByRole('radiogroup')).all()) {
      await legend.getByRole('radio').first().check();
    }
    await typeInto(stranger, 'Your full name', 'Rosa Referee');
    const used = stranger.url();
    await press(stranger, 'Send the reference');
    await heading(stranger, 'Thank you. Your reference has arrived.');
    await expectGood(stranger);

    const answer = await stranger.goto(used);
    expect(answer?.status()).toBe(404);
    await heading(stranger, 'This link no longer works');
    expect(await answer?.headerValue('referrer-policy')).toBe('same-origin');
    await expectAccessible(stranger);

    await page.reload();
    await says(page, /^Answered /);
    expect(await page.getByText(opinion).count()).toBe(0);
    const reviewer = await apiAs('reviewer');
    const candidacyId = candidacy.split('/').at(-1) ?? '';
    const { statements } = await reviewer.candidacies.getCandidacy({ candidacyId });
    expect(JSON.stringify(statements)).toContain(opinion);
  });

  test('can be declined without scripts, and taken back; then somebody else is asked', async () => {
    const { page } = await applicant('Bo Applicant');
    const candidacy = await begin(page);
    await page.goto(`${candidacy}/apply/recommendations`);
    const [first, second] = [freshAddress('first'), freshAddress('second')];
    await askReferee(page, 'Finn First', first, 'Current or former employer');
    await askReferee(page, 'Sara Second', second, 'Current or former supervisor');
    const stranger = await byLink(first, 'Reference for Bo Applicant', false);
    await follow(stranger, 'Decline to answer');
    await heading(stranger, 'Would you rather not answer?');
    await press(stranger, 'Decline');
    await heading(stranger, 'You have declined');
    await page.reload();
    await says(page, 'Declined');

    const link = linkIn(await accountMail(second, 'Reference for Bo Applicant'));
    await press(page, 'Take back Sara Second');
    await says(page, 'The request is taken back, and its link works no longer.');
    const late = await openPage(browser);
    await late.goto(link);
    await heading(late, 'This link no longer works');
    await says(page, '2 people still have to be asked.');
  });
});

test('a provider says that a training was not completed, and the candidate reads why', async () => {
  const { page } = await applicant('Cleo Applicant');
  const candidacy = await begin(page);
  await page.goto(`${candidacy}/apply/training`);
  await press(page, 'Save and ask the provider');
  await heading(page, 'There is a problem');
  await page.getByRole('radio').first().check();
  await typeDate(page, 'When did you complete it?', '2025-05-12');
  await press(page, 'Save and ask the provider');
  await heading(page, 'Ask the provider');
  const registrar = freshAddress('registrar');
  await typeInto(page, 'Person or office to ask', 'Registrar');
  await typeInto(page, 'E-mail address', registrar);
  await press(page, 'Send the request');
  await says(page, 'Waiting for an answer');

  const stranger = await byLink(registrar, 'Confirmation of a training');
  await heading(stranger, 'Did Cleo Applicant complete this training?');
  expect(new URL(stranger.url()).pathname).toMatch(/^\/attest\//);
  await expectGood(stranger);
  await choose(stranger, 'Did Cleo Applicant complete it?', 'No, or we cannot confirm it');
  await typeInto(stranger, 'Your full name', 'Regina Registrar');
  await press(stranger, 'Send the answer');
  await heading(stranger, 'There is a problem');
  const why = 'One module is still missing.';
  await typeInto(stranger, 'Why can you not confirm it?', why);
  await press(stranger, 'Send the answer');
  await heading(stranger, 'Thank you. Your answer has arrived.');

  await page.goto(`${candidacy}/apply/training`);
  await says(page, 'Not confirmed');
  await says(page, new RegExp(why));
});

test('a training that its provider confirms counts without a reviewer', async () => {
  const api = await apiAs('technician');
  const { candidacies } = await api.candidacies.listMyCandidacies({});
  const candidacyId = candidacies.find((one) => one.programId === programId)?.id ?? '';
  const { statements, candidate } = await api.candidacies.getCandidacy({ candidacyId });
  const waiting = statements.find(({ requirement, state }) => requirement === 'training' && state === 'waiting');
  const stranger = await byLink(waiting?.email ?? '', 'Confirmation of a training');
  await choose(stranger, `Did ${candidate.name} complete it?`, 'Yes, it was completed');
  await typeInto(stranger, 'Your full name', 'Regina Registrar');
  await press(stranger, 'Send the answer');
  await heading(stranger, 'Thank you. Your confirmation has arrived.');
  await standingOf({ api, candidacyId }, ({ steps }) =>
    steps.flatMap(({ lines }) => lines).find(({ id, state }) => id === 'training' && state === 'met'),
  );
});
