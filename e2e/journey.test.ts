import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyAsStranger } from '../packages/credentials/test/stranger.ts';
import { addJob } from './support/add-job.ts';
import { launch, newPage, openPage, shootFailure } from './support/browser.ts';
import { downloaded, reloadUntil } from './support/browsing.ts';
import { evidence } from './support/evidence.ts';
import { readIssuer } from './support/issuer.ts';
import { accountMail, linkIn } from './support/mail.ts';
import { fillSignIn, freshAddress, newSignedInPage } from './support/people.ts';
import { choose, follow, heading, part, press, says, typeDate, typeInto } from './support/reach.ts';
import { sitExam } from './support/sit-exam.ts';
import { troubles } from './support/watch.ts';

/** One person's life in the program, by the pages, from the first look to hours logged for the renewal. */
const title = 'Certified Academic Library Technician';
const name = 'Rosa Nguyen';
const email = freshAddress('rosa.nguyen');
const password = 'seven small boats on a quiet lake';

/** Of the candidacy. */
let number = '';

let browser: Browser;
let rosa: Page;
let reviewer: Page;
let manager: Page;
let examiner: Page;
let releaser: Page;
let decider: Page;

beforeAll(async () => {
  browser = await launch();
  rosa = await newPage(browser);
  reviewer = await newSignedInPage(browser, 'reviewer');
  manager = await newSignedInPage(browser, 'program-manager');
  examiner = await newSignedInPage(browser, 'examiner');
  releaser = await newSignedInPage(browser, 'psychometrician');
  decider = await newSignedInPage(browser, 'decider');
});
let failed = false;
beforeEach(() => {
  if (failed) throw new Error('An earlier step of the journey failed.');
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || failed) return;
  failed = true;
  for (const page of [rosa, reviewer, manager, examiner, releaser, decider]) await shootFailure(page, task);
});
afterAll(() => browser.close());

test('from the program page to an account, and back to the application', async () => {
  await rosa.goto('/programs/calt');
  await heading(rosa, title);
  await rosa.getByRole('link', { name: 'Apply', exact: true }).first().click();
  await heading(rosa, `Apply for ${title}`);
  await follow(rosa, 'Open an account');
  await typeInto(rosa, 'Full name', name);
  await typeInto(rosa, 'E-mail address', email);
  await typeInto(rosa, 'Password', password);
  await press(rosa, 'Open the account');
  await heading(rosa, 'Confirm your address');
  await rosa.goto(linkIn(await accountMail(email, 'Confirm')));
  await press(rosa, 'Confirm the address');
  await heading(rosa, 'Your address is confirmed');
  await rosa.goto('/apply/ala/calt');
  await follow(rosa, 'Sign in');
  await fillSignIn(rosa, email, password);
  await heading(rosa, `Apply for ${title}`);
  await press(rosa, 'Begin application');
  await heading(rosa, 'Experience in an academic library');
});

test('part-time and overlapping jobs count as their share, together full time at most', async () => {
  await addJob(rosa, {
    employer: 'Hill College',
    position: 'Assistant',
    from: '2018-01-01',
    to: '2021-12-31',
    share: '50',
  });
  await addJob(rosa, {
    employer: 'Lake College',
    position: 'Technician',
    from: '2019-01-01',
    to: '2020-12-31',
    share: '75',
  });
  await says(rosa, 'Counted so far: 3 years of full-time work. 2 are needed.');
  await press(rosa, 'Continue');
});

test('a degree, the code of conduct, the member price, time and a half, the register', async () => {
  await heading(rosa, 'Associate degree or higher');
  await follow(rosa, 'Add your degree');
  await typeInto(rosa, 'Institution', 'Lake College');
  await choose(rosa, 'Degree', 'Associate degree');
  await typeInto(rosa, 'Field', 'History');
  await typeDate(rosa, 'Awarded on', '2017-06-15');
  await choose(rosa, 'Is the institution accredited?', 'Yes');
  await rosa.getByLabel('Add files').setInputFiles(await evidence('diploma.pdf'));
  await press(rosa, 'Save this degree');
  await press(rosa, 'Continue');
  await heading(rosa, 'Code of conduct');
  await typeInto(rosa, 'Your full name', name);
  await press(rosa, 'Sign and continue');
  await heading(rosa, 'Your price');
  await choose(rosa, 'Which price is yours?', /^Member: \$175\.00/);
  await typeInto(rosa, 'Member number', 'M-20117');
  await press(rosa, 'Save and continue');
  await heading(rosa, 'Accommodation');
  await choose(rosa, 'Do you need an accommodation?', 'Yes, I need one');
  await typeInto(rosa, 'What do you need, and what for?', 'Time and a half, because I read with low vision.');
  await press(rosa, 'Save and continue');
  await heading(rosa, 'Public register');
  await choose(rosa, 'May the public register name you once you are certified?', 'Yes, list me');
  await press(rosa, 'Save and continue');
  await heading(rosa, 'Check your answers');
  await press(rosa, 'Submit application');
  await heading(rosa, 'Application submitted');
  number = await rosa.locator('dd code').innerText();
  expect(troubles(rosa)).toEqual([]);
});

test('a reviewer asks for more, the candidate adds it, and the answer goes back to the reviewer', async () => {
  await openFromQueue(reviewer, 'review', 'Experience');
  const experience = part(reviewer, 'Experience in an academic library');
  await says(experience, '3 of 2 years of full-time work');
  await typeInto(experience, 'Reason', 'The letter of Lake College does not say your share of full time.');
  await press(experience, /^Ask for more/);
  await says(reviewer, 'More was asked for');

  await rosa.goto('/me');
  await says(rosa, 'The letter of Lake College does not say your share of full time.');
  await follow(rosa, 'Add what is missing');
  await heading(rosa, 'Experience in an academic library');
  await follow(rosa, 'Change Technician, Lake College');
  await rosa.getByLabel('Add files').setInputFiles(await evidence('second letter of Lake College.pdf'));
  await press(rosa, 'Save this job');
  await press(rosa, 'Continue');
  await heading(rosa, 'Check what you add');
  await press(rosa, 'Submit what was asked for');
  await heading(rosa, 'Application submitted');
});

test('each requirement is accepted with a reason, the membership verified, time and a half granted', async () => {
  for (const requirement of ['Experience in an academic library', 'Associate degree or higher']) {
    await openFromQueue(reviewer, 'review', requirement);
    const section = part(reviewer, requirement);
    await typeInto(section, 'Reason', 'It is proven by what was handed in.');
    await press(section, /^Accept/);
    await section.getByText('Accepted', { exact: true }).waitFor();
  }
  await openFromQueue(reviewer, 'membership');
  await typeInto(part(reviewer, 'Membership'), 'Reason', 'The number is on the list of members.');
  await press(part(reviewer, 'Membership'), 'Verify the membership');
  await part(reviewer, 'Membership').getByText('Verified', { exact: true }).waitFor();

  await openFromQueue(manager, 'accommodation');
  const accommodation = part(manager, 'Accommodation');
  await choose(accommodation, 'Time', '1.5 times the standard time');
  await typeInto(accommodation, 'Reason', 'The doctor’s letter is clear.');
  await press(accommodation, 'Grant');
  await says(accommodation, 'Granted: 1.5 times the standard time');
  for (const page of [rosa, reviewer, manager]) expect(troubles(page)).toEqual([]);
});

test('a declined card charges nothing; another one pays, and the authorization follows as a letter', async () => {
  await reloadUntil(rosa, '/me', (page) => page.getByRole('link', { name: 'Pay $175.00' }));
  await follow(rosa, 'Pay $175.00');
  await typeInto(rosa, 'Card number', '4000 0000 0000 0002');
  await press(rosa, 'Pay $175.00');
  await heading(rosa, 'There is a problem');
  await says(rosa, /Nothing was charged/);
  await typeInto(rosa, 'Card number', '4242 4242 4242 4242');
  await press(rosa, 'Pay $175.00');
  await heading(rosa, 'Paid. Your receipt is here.');
  expect(await downloaded(rosa, 'Receipt (PDF)')).toContain('%PDF-');

  await reloadUntil(rosa, '/me', (page) => page.getByRole('link', { name: 'Authorization letter (PDF)' }));
  await says(rosa, 'Your time in the exam is 1.5 times the standard time.');
  expect(await downloaded(rosa, 'Authorization letter (PDF)')).toContain('%PDF-');
  expect(troubles(rosa)).toEqual([]);
});

test('the exam: by keys, through a reload and a lost connection, to the seal', async () => {
  await sitExam(rosa);
  expect(troubles(rosa)).toEqual([]);
});

test('the portfolio: a piece for every criterion, submitted', async () => {
  await rosa.goto('/me');
  await follow(rosa, 'Open your portfolio');
  await follow(rosa, 'Add a piece');
  await typeInto(rosa, 'Title of the piece', 'Clean-up of serial records');
  for (const criterion of ['Evidence of practice', 'Knowledge applied', 'Service to users', 'Reflection']) {
    await rosa.getByRole('checkbox', { name: new RegExp(`^${criterion}`) }).check();
  }
  await rosa.getByLabel('The file').setInputFiles(await evidence('serials.pdf'));
  const account = 'I compared 412 serial records with the shelves, mended the holdings, and wrote the steps down.';
  await typeInto(rosa, 'What you did, why, and what came of it', account);
  await press(rosa, 'Save the piece');
  await follow(rosa, 'Go on to submitting');
  await press(rosa, 'Submit 1 piece');
  await heading(rosa, 'You have submitted this portfolio');
  expect(troubles(rosa)).toEqual([]);
});

test('an examiner rates the work without a name, and the results are released', async () => {
  await openFromQueue(manager, 'examiner', '', 'Choose an examiner: Portfolio');
  await choose(manager, 'Examiner', 'Demo Examiner');
  await press(manager, 'Ask to rate');
  await heading(manager, name);

  await reloadUntil(examiner, '/staff/ala/queues/ratings', (page) => page.getByRole('row').filter({ hasText: number }));
  expect(await examiner.getByText(name).count()).toBe(0);
  await examiner.getByRole('row').filter({ hasText: number }).getByRole('link').click();
  await heading(examiner, `Rate: Portfolio, ${number}`);
  expect(await examiner.getByText(name).count()).toBe(0);
  for (const criterion of ['Evidence of practice', 'Knowledge applied', 'Service to users', 'Reflection']) {
    await choose(examiner, criterion, /, 3 points$/);
    await typeInto(examiner, `Comment on “${criterion}”`, 'Complete, dated and well explained.');
  }
  await press(examiner, 'Continue to submission');
  await says(examiner, /^12 of 16 points; at least 10 are needed/);
  await press(examiner, 'Submit the rating');
  await heading(examiner, 'Ratings');

  const rows = (page: Page) => page.getByRole('row').filter({ hasText: number });
  await reloadUntil(releaser, '/staff/ala/results', rows, 2);
  for (const row of await rows(releaser).all()) await row.getByRole('checkbox').check();
  await press(releaser, 'Release the chosen results');
  await heading(releaser, 'Release 2 results');
  await press(releaser, 'Release 2 results');
  await says(releaser, '2 results were released. Their candidates were written to.');
  for (const page of [manager, examiner, releaser]) expect(troubles(page)).toEqual([]);
});

test('the score report says in words what came out, and as a PDF', async () => {
  await reloadUntil(rosa, '/me', (page) => page.getByRole('link', { name: 'Written exam', exact: true }));
  await follow(rosa, 'Written exam');
  await heading(rosa, 'You passed: Written exam');
  await says(rosa, /^You scored 80 of 100 points\. 70 points are needed to pass\./);
  await heading(rosa, 'You passed: Portfolio');
  expect(await downloaded(rosa, 'Score report (PDF)')).toContain('%PDF-');
});

test('somebody who did not review decides, and the certificate can be verified by anyone', async () => {
  await openFromQueue(decider, 'decision', '', `Decision on ${name}`);
  await choose(decider, 'Decision', 'Certify');
  await typeInto(decider, 'Reason', 'Everything that the program asks for is met.');
  await press(decider, 'Record the decision');
  await heading(decider, name);

  await reloadUntil(rosa, '/me/credentials', (page) => page.getByRole('link', { name: title }));
  await follow(rosa, title);
  await heading(rosa, title);
  expect(await downloaded(rosa, 'Certificate (PDF)')).toContain('%PDF-');
  const document = await downloaded(rosa, 'Digital credential (JSON)');
  expect(await verifyAsStranger(document, readIssuer)).toEqual({ genuine: true, revoked: false });
  const forged = await verifyAsStranger(document.replace(name, 'Rosa Nguyem'), readIssuer);
  expect(forged.genuine).toBe(false);

  await follow(rosa, 'See what others see');
  await heading(rosa, `${name}: ${title}`);
  const address = rosa.url();
  const anyone = await openPage(browser);
  await anyone.goto(address);
  await says(anyone, 'In force today.');
  await reloadUntil(anyone, `/register?query=${encodeURIComponent(address.split('/c/')[1] ?? '')}`, (page) =>
    page.getByRole('link', { name }),
  );
  for (const page of [rosa, decider, anyone]) expect(troubles(page)).toEqual([]);
});

test('hours of continuing education are logged and counted', async () => {
  await rosa.goto('/me/credentials');
  await follow(rosa, title);
  await follow(rosa, 'Open your renewal');
  await follow(rosa, 'Log hours');
  await typeInto(rosa, 'What was it?', 'Linked data for technical services');
  await typeInto(rosa, 'Who offered it?', 'Hill College');
  await choose(rosa, 'Which kind is it?', 'Courses and workshops');
  await typeInto(rosa, 'Hours', '6.5');
  await typeDate(rosa, 'When did you complete it?', new Date().toISOString().slice(0, 10));
  await rosa.getByLabel('Add files').setInputFiles(await evidence('attendance.pdf'));
  await press(rosa, 'Log these hours');
  await says(rosa, 'Logged. It counts, once a reviewer has accepted it.');
  await says(rosa, /^6\.5 of 30 hours/);
  expect(troubles(rosa)).toEqual([]);
});

const openFromQueue = async (page: Page, queue: string, what = '', opens = name): Promise<void> => {
  await page.goto(`/staff/ala/queues/${queue}`);
  await page.getByRole('row').filter({ hasText: number }).filter({ hasText: what }).getByRole('link', { name }).click();
  await heading(page, opens);
};
