import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePreview } from '../apps/cli/src/preview/serve.ts';
import { builtSite } from '../apps/cli/src/preview/site.ts';
import { launch, narrow, openPage } from './support/browser.ts';
import { expectAccessible, expectFits } from './support/expect-page.ts';
import { signIn } from './support/people.ts';
import { choiceItem, file, test as qtiTest } from './support/qti-files.ts';
import { follow, heading, press } from './support/reach.ts';
import { troubles } from './support/watch.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const path = '/staff/ala/workbench';

const enter = async (mailbox: string): Promise<Page> => {
  const page = await openPage(browser);
  await signIn(page, mailbox);
  await page.goto(path);
  await heading(page, 'Try a package');
  return page;
};

const choose = (page: Page, files: readonly ReturnType<typeof file>[]) =>
  page.getByLabel('Drop files here, or choose them').setInputFiles([...files]);

/** What is asked of the server from now on. */
const asked = (page: Page): string[] => {
  const found: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:') && request.method() !== 'GET')
      found.push(`${request.method()} ${request.url()}`);
  });
  return found;
};

const plane = choiceItem('plane', { title: 'Smoothing an edge' });
const shuffled = choiceItem('shuffled', { title: 'Shuffled', shuffle: true });
const pictured = choiceItem('pictured', {
  title: 'With a picture',
  body: '<p><img src="board.svg" alt="A board"/></p>',
});
const lossy = choiceItem('lossy', { title: 'With a script', body: '<script>alert(1)</script>' });
const board =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="80" height="40"><rect width="40" height="20"/></svg>';

test('a package is read, tried out and scored in the browser, and nothing is sent', async () => {
  const page = await enter('psychometrician');
  const sent = asked(page);
  await choose(page, [
    file('one.xml', plane),
    file('two.xml', shuffled),
    file('three.xml', pictured),
    file('four.xml', lossy),
    file('five.xml', plane.replace('</qti-item-body>', '')),
    file('test.xml', qtiTest(['one.xml', 'two.xml'])),
    file('board.svg', board, 'image/svg+xml'),
  ]);
  await heading(page, 'one.xml');
  await page.getByText('4 of 5 items can be used; 1 is refused.').waitFor();
  await page.getByText(/1 refers to pictures or other files, which it does not store yet/).waitFor();
  await expectAccessible(page);
  await follow(page, /Refused \(1\)/);
  await expect.poll(() => page.getByRole('table', { name: 'Items' }).getByRole('row').count()).toBe(2);
  await page.goBack();

  await page.getByRole('link', { name: 'Smoothing an edge' }).first().click();
  await heading(page, 'Smoothing an edge');
  await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('H1');
  await page.getByRole('radio', { name: /coping saw/ }).check();
  await press(page, 'Score');
  await page.getByText('Not right.').first().waitFor();
  await page.getByText('0 of 1 point.').waitFor();
  await page.getByText(/What ran: \d+ steps/).click();
  await page.getByText('match', { exact: true }).first().waitFor();
  await press(page, 'Start again');
  await press(page, 'Fill in the key');
  expect(await page.getByRole('radio', { name: /block plane/ }).isChecked()).toBe(true);
  await press(page, 'Score');
  await page.getByText('1 of 1 point.').waitFor();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Source' }).click();
  await page.getByText('qti-simple-choice identifier="A"').waitFor();
  await expectAccessible(page);

  await follow(page, 'Next item');
  await follow(page, 'Next item');
  await heading(page, 'With a picture');
  const picture = page.getByRole('img', { name: 'A board' });
  await expect.poll(() => picture.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0);
  await page.setViewportSize(narrow);
  await expectFits(page);
  await expectAccessible(page);
  expect(sent).toEqual([]);
  expect(troubles(page)).toEqual([]);
});

test('another draw shuffles anew, and the same draw is the same', async () => {
  const page = await enter('program-manager');
  await choose(page, [file('two.xml', shuffled)]);
  await page.getByRole('link', { name: 'Shuffled' }).click();
  const order = () =>
    page.getByRole('radio').evaluateAll((radios) => radios.map((radio) => Reflect.get(radio, 'value')).join());
  await page.getByText('Draw 1').waitFor();
  const first = await order();
  const seen = new Set([first]);
  for (let draw = 2; draw <= 6; draw += 1) {
    await press(page, 'Another draw');
    await page.getByText(`Draw ${draw}`).waitFor();
    seen.add(await order());
  }
  expect(seen.size).toBeGreaterThan(1);
  await page.goBack();
  await page.getByRole('link', { name: 'Shuffled' }).click();
  await page.getByText('Draw 1').waitFor();
  expect(await order()).toBe(first);
});

test('a test is walked through to its outcomes', async () => {
  const page = await enter('psychometrician');
  await choose(page, [
    file('test.xml', qtiTest(['one.xml', 'two.xml'])),
    file('one.xml', plane),
    file('two.xml', shuffled),
  ]);
  await page.getByRole('link', { name: 'Bench work' }).click();
  await heading(page, 'Bench work');
  await press(page, 'Walk through');
  for (const number of [1, 2]) {
    await page.getByRole('heading', { name: `part: item ${number} of 2` }).waitFor();
    await page.getByRole('radio', { name: /block plane/ }).check();
    await press(page, 'Submit the answer');
    await page.getByText('Submitted.').waitFor();
    if (number === 1) await press(page, 'Next item');
  }
  await press(page, 'End this part');
  await page.getByRole('heading', { name: 'The test has ended.' }).waitFor();
  await page.getByRole('row', { name: /TOTAL 2/ }).waitFor();
  await expectAccessible(page);
  expect(troubles(page)).toEqual([]);
});

test('a table is read by the columns that a person names', async () => {
  const page = await enter('psychometrician');
  const table =
    'Wording;One;Two;Three;Right\nWhich wood is hard?;Pine;Oak;Fir;Oak\nWhich wood is soft?;Oak;Ash;;Pine\n';
  await choose(page, [file('table.csv', table, 'text/csv')]);
  await heading(page, 'Which column holds what?');
  await page.getByLabel('Stem').selectOption('Wording');
  await page.getByLabel('Key').selectOption('Right');
  for (const column of ['One', 'Two', 'Three']) await page.getByRole('checkbox', { name: column }).check();
  await page.getByText('1 of 2 rows can be read as items.').waitFor();
  await page.getByText(/Line 3: the key "Pine" is no letter/).waitFor();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectFits(page);
  await press(page, 'Read the items');
  await page.getByText('1 of 2 items can be used; 1 is refused.').waitFor();
});

test('what was pasted is read, and what is nothing that is known is said to be so', async () => {
  const page = await enter('psychometrician');
  const paste = page.getByLabel('Or paste an item, a test or a list of items');
  await paste.fill('Dear colleagues, here are the items.');
  await press(page, 'Read what was pasted');
  await page.getByText(/Pasted text is none of the formats that can be read/).waitFor();
  await paste.fill('Which wood is hard?\nA. Pine\nB. Oak\nANSWER: B\n');
  await press(page, 'Read what was pasted');
  await page.getByText('1 of 1 item can be used.').waitFor();
});

test('items are kept in the bank as QTI 3 with topic and level, and keeping them again changes nothing', async () => {
  const page = await enter('psychometrician');
  const identifier = `w${crypto.randomUUID().slice(0, 8)}`;
  const gift = (words: string) => `::${identifier}:: ${words} {=Oak ~Pine ~Fir}`;
  const keep = async () => {
    await page.goto(path);
    await page.getByLabel('Or paste an item, a test or a list of items').fill(gift('Which wood is hard?'));
    await press(page, 'Read what was pasted');
    await follow(page, 'Keep in the item bank');
    await heading(page, 'Keep in the item bank');
    await press(page, 'Keep 1 item');
    await page.getByText('Choose a topic for every group of items.').waitFor();
    const topic = page.getByLabel('Topic for items without one (1)');
    await topic.selectOption({ index: 1 });
    await expectAccessible(page);
    await press(page, 'Keep 1 item');
  };
  await keep();
  await page.getByText('1 item is new in the bank, or has a new version.').waitFor();
  await keep();
  await page.getByText(/No item is new\. 1 was there as it is\./).waitFor();
  await follow(page, 'To the items of the program');
  await heading(page, 'Items');
});

test('what the bank refuses is named at its item, and the others are kept without it', async () => {
  const page = await enter('psychometrician');
  const identifier = `w${crypto.randomUUID().slice(0, 8)}`;
  const keyless = choiceItem('keyless', { title: 'Without a key' }).replace(
    /<qti-correct-response>.*<\/qti-correct-response>/,
    '',
  );
  await choose(page, [file('a.xml', choiceItem(identifier, { title: 'With a key' })), file('b.xml', keyless)]);
  await follow(page, 'Keep in the item bank');
  await page.getByLabel('Topic for items without one (2)').selectOption({ index: 1 });
  await press(page, 'Keep 2 items');
  await page.getByText(/^The bank refused 1 item, so nothing of this part was kept\./).waitFor();
  await page.getByText(/match_correct needs a <qti-correct-response>/).waitFor();
  await expectAccessible(page);
  await press(page, 'Leave the refused ones out');
  expect(await page.getByRole('checkbox', { name: /Without a key/ }).isChecked()).toBe(false);
  await press(page, 'Keep 1 item');
  await page.getByText('1 item is new in the bank, or has a new version.').waitFor();
});

test('the preview shows a package without an account and without an item bank', async () => {
  const items = '::one:: Which wood is hard? {=Oak ~Pine}\n\n::two:: Oak is hard. {T}';
  const preview = await servePreview(builtSite, { name: 'woods.gift', bytes: new TextEncoder().encode(items) }, 0);
  try {
    const page = await openPage(browser, { baseURL: preview.url });
    await page.goto('/');
    await heading(page, 'woods.gift');
    await page.getByText('2 of 2 items can be used.').waitFor();
    expect(await page.getByRole('link', { name: 'Keep in the item bank' }).count()).toBe(0);
    await expectAccessible(page);
    await follow(page, 'one');
    await press(page, 'Fill in the key');
    await press(page, 'Score');
    await page.getByText('1 of 1 point.').waitFor();
    expect(troubles(page)).toEqual([]);
  } finally {
    await preview.close();
  }
});

test('a package that was read is saved as QTI 3 and read again in full', async () => {
  const page = await enter('program-manager');
  const moodle = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>Oak</text></name>
    <questiontext format="html"><text>Oak is hard.</text></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
  await choose(page, [file('bank.xml', moodle)]);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save as QTI 3 package')]);
  expect(download.suggestedFilename()).toBe('bank-qti3.zip');
  const bytes = await readFile(await download.path());
  await press(page, 'Try another');
  await choose(page, [{ name: 'bank-qti3.zip', mimeType: 'application/zip', buffer: bytes }]);
  await heading(page, 'bank-qti3.zip');
  await page.getByText('1 of 1 item can be used.').waitFor();
  await page.getByText('QTI 3.0').waitFor();
  // Who keeps items is told, and who does not is told who does.
  await follow(page, 'Keep in the item bank');
  await page.getByText(/Items are kept by psychometricians/).waitFor();
});
