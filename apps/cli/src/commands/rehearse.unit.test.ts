import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';
import { byProgram, lineOf, readUrl, summaryOf } from './rehearse.ts';

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
  expect(rest).toEqual({
    program: 'example',
    kind: 'life',
    ok: false,
    seconds: expect.any(Number),
    milestones: [],
    files: [],
  });
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

test('without a server, rehearsing all of them says so as well, and is no success', async () => {
  const url = await closedPort();
  const { code, out, err } = await testamur(['rehearse', '--all', '--json', '--url', url]);
  expect({ code, told: JSON.parse(out) }).toEqual({
    code: 1,
    told: { ok: false, seconds: expect.any(Number), programs: [] },
  });
  expect(err).toBe(`No server answers at ${url}. Start one with "npm start", or name another with --url.`);
  const other = await testamur(['rehearse', '--all', '--url', await listen('{"hello":"world"}', 'application/json')]);
  expect(other.code).toBe(1);
  expect(other.err).toContain('Found: something else that answers.');
});

test.each([
  [['rehearse'], 'Name a program, or give --all'],
  [['rehearse', 'example', '--all'], 'Name a program or give --all, not both: "example".'],
  [['rehearse', '--all', '--out', 'life'], '--out keeps the files of one program'],
])('%j is no rehearsal', async (args, message) => {
  const { code, err } = await testamur(args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

const step = { at: '2027-03-01T09:00:00.000Z', actor: 'candidate', action: 'Pay', ok: true, detail: '$175.00.' };
const life = { program: 'a', kind: 'life', ok: true, seconds: 2, steps: [step], milestones: [] } as const;

test('a rehearsal is one line; one that failed says at which step', () => {
  expect(summaryOf({ ...life, particulars: [] })).toBe('ok      a: life, 1 steps, 0 particulars, 2 s.');
  const bad = { ...step, action: 'Verify', ok: false, detail: 'Expected one. Found: none.' };
  expect(summaryOf({ ...life, kind: 'failure', ok: false, steps: [step, bad] })).toBe(
    'failed  a: failure, 2 steps, 2 s. At "Verify": Expected one. Found: none.',
  );
});

test('a program holds only if all of its lives do', () => {
  const failure = { ...life, kind: 'failure', ok: false } as const;
  const told = byProgram([life, failure, { ...life, program: 'b' }]);
  expect(told.map(({ program, ok, lives }) => [program, ok, lives.map(({ kind }) => kind)])).toEqual([
    ['a', false, ['life', 'failure']],
    ['b', true, ['life']],
  ]);
});

test('a step is one line: the day, how it came out, who, what', () => {
  expect(lineOf(step, false)).toBe('2027-03-01  ok      candidate        Pay  $175.00.');
  expect(lineOf({ ...step, ok: false, detail: '' }, false)).toBe('2027-03-01  failed  candidate        Pay');
});
