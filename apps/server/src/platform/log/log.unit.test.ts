import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createLog, withRequestId } from './index.ts';

function capture(options: { level?: string; terminal?: boolean } = {}) {
  const lines: string[] = [];
  const log = createLog(
    { LOG_LEVEL: options.level ?? 'info' },
    { isTTY: options.terminal === true, write: (line) => lines.push(line) },
  );
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

test('a line is one JSON object with level, time and message', () => {
  const { log, lines, last } = capture();
  log.info({ rows: 3 }, 'Brought forward.');
  expect(lines[0]?.endsWith('}\n')).toBe(true);
  expect(last()).toEqual({ level: 30, time: expect.any(Number), rows: 3, msg: 'Brought forward.' });
});

test('the level decides what is written', () => {
  const { log, lines } = capture({ level: 'warn' });
  log.info('quiet');
  log.warn('loud');
  expect(lines).toHaveLength(1);
});

test('passwords, tokens, secrets and cookies are hidden at any depth', () => {
  const { log, lines } = capture();
  log.info({
    password: 'p1',
    newPassword: 'p2',
    headers: { Cookie: 'p3', authorization: 'p4', 'set-cookie': ['p5'], 'x-api-key': 'p6' },
    list: [{ deep: { accessToken: 'p7', private_key: 'p8', backupCodes: ['p9'] } }],
    web: new Headers({ cookie: 'p10' }),
  });
  expect(lines.join('')).not.toMatch(/p\d/);
  expect(lines.join('')).toContain('[hidden]');
});

test('the password of an address is hidden in fields, messages and errors', () => {
  const { log, lines } = capture();
  log.info({ url: 'postgres://owner:hunter2@db:5432/x' }, 'to smtp://me:hunter2@mail');
  log.error({ err: new Error('cannot reach postgres://owner:hunter2@db') });
  log.error(new Error('cannot reach redis://:hunter2@db'));
  expect(lines.join('')).not.toContain('hunter2');
  expect(lines[0]).toContain('postgres://owner:…@db:5432/x');
});

test('an error keeps its stack, code and cause, and loses the row that PostgreSQL shows', () => {
  const { log, last, lines } = capture();
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(ann@x.org) exists' });
  log.error({ err: new Error('could not register', { cause }) }, 'A request failed.');
  expect(last().err).toMatchObject({
    type: 'Error',
    message: 'could not register',
    stack: expect.stringContaining('log.unit.test.ts'),
    cause: { message: 'duplicate key', code: '23505' },
  });
  expect(lines.join('')).not.toContain('ann@x.org');
});

test('lines of concurrent requests carry their own ids', async () => {
  const { log, lines } = capture();
  const request = (id: string, wait: number) =>
    withRequestId(id, async () => {
      await sleep(wait);
      log.info(`from ${id}`);
    });
  await Promise.all([request('one', 20), request('two', 5)]);
  log.info('outside');
  expect(lines.map((line) => JSON.parse(line)).map(({ requestId, msg }) => [requestId, msg])).toEqual([
    ['two', 'from two'],
    ['one', 'from one'],
    [undefined, 'outside'],
  ]);
});

test('a terminal gets one line for people, and the stack of an error under it', () => {
  const { log, lines } = capture({ terminal: true });
  log.warn({ requestId: 'abc', ms: 12 }, 'Slow.');
  log.error({ err: new Error('broken') }, 'Failed.');
  const plain = lines.map((line) => line.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), ''));
  expect(plain[0]).toMatch(/^\d\d:\d\d:\d\d {2}warning {2}Slow\. {2}requestId=abc ms=12\n$/);
  expect(plain[1]).toMatch(/^\d\d:\d\d:\d\d {2}error {2}Failed\.\nError: broken\n {4}at /);
});
