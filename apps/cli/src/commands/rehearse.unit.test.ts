import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { lineOf, readUrl } from './rehearse.ts';

/** A port on which something answers, as long as the test runs. */
const listen = async (body: string, type: string): Promise<string> => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
};

/** A port on which nobody answers any more. */
const closedPort = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return `http://127.0.0.1:${port}`;
};

test('without a server it says so, and how to get one', async () => {
  const url = await closedPort();
  const { code, out, err } = await testamur(['rehearse', 'example', '--url', url]);
  expect(code).toBe(1);
  expect(out).toContain('The rehearsal failed at step 1.');
  expect(err).toBe(`No server answers at ${url}. Start one with "npm start", or name another with --url.`);
});

test('with --json, standard output is one object and nothing else', async () => {
  const url = await closedPort();
  const { code, out } = await testamur(['rehearse', 'example', '--json'], { TESTAMUR_URL: url });
  expect(code).toBe(1);
  const { steps, ...rest } = JSON.parse(out);
  expect(rest).toEqual({ program: 'example', ok: false, files: [] });
  expect(steps).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      actor: 'anyone',
      action: `Look for "example" at ${url}`,
      ok: false,
      detail: `No server answers at ${url}.`,
    },
  ]);
});

test.each([
  ['<h1>Hello</h1>', 'text/html'],
  ['{"hello":"world"}', 'application/json'],
])('something else that answers is no server: %s', async (body, type) => {
  const url = await listen(body, type);
  const { code, out } = await testamur(['rehearse', 'example', '--url', url]);
  expect(code).toBe(1);
  expect(out).toContain(`Expected a Testamur server at ${url}. Found: something else that answers.`);
});

test('--url has to be an address; a path behind it is left out', async () => {
  expect(readUrl('https://certification.example.org/programs')).toBe('https://certification.example.org');
  for (const wrong of ['localhost:3000', 'ftp://example.org', '']) {
    const { code, err } = await testamur(['rehearse', 'example', '--url', wrong]);
    expect(code).toBe(2);
    expect(err).toContain(`--url is "${wrong}"; give the address of an installation`);
  }
});

test('the folder for the files is made first, or the rehearsal does not begin', async () => {
  const url = await closedPort();
  const file = await temporaryFile('taken', 'a file');
  const refused = await testamur(['rehearse', 'example', '--url', url, '--out', file]);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain(`The folder ${file} cannot be made`);
  const folder = path.join(path.dirname(file), 'a', 'b');
  await testamur(['rehearse', 'example', '--url', url, '--out', folder]);
  expect(existsSync(folder)).toBe(true);
});

test('a step is one line: the day, how it came out, who, what', () => {
  const step = { at: '2027-03-01T09:00:00.000Z', actor: 'candidate', action: 'Pay', ok: true, detail: '$175.00.' };
  expect(lineOf(step, false)).toBe('2027-03-01  ok      candidate        Pay  $175.00.');
  expect(lineOf({ ...step, ok: false, detail: '' }, false)).toBe('2027-03-01  failed  candidate        Pay');
});
