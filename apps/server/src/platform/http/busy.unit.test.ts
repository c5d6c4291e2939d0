import { os } from '@orpc/server';
import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { createApiHandler } from './index.ts';

const message = 'Other pictures are being drawn. Try again in a few seconds.';
const router = {
  draw: os.route({ method: 'GET', path: '/draw' }).handler(() => {
    throw new Problem('unavailable', 'platform.busy', message);
  }),
  fail: os.route({ method: 'GET', path: '/fail' }).handler(() => {
    throw new Error('A secret of the database.');
  }),
};

const ask = async (path: string) => {
  const reported: unknown[] = [];
  const handle = createApiHandler(router, (error) => void reported.push(error));
  const context = { requestId: 'test', headers: new Headers(), ip: '127.0.0.1', responseHeaders: new Headers() };
  const response = await handle(new Request(`https://testamur.example/api${path}`), context);
  if (!response) throw new Error(`Nothing answered at ${path}.`);
  return { response, body: await response.json(), reported };
};

test('whoever comes while too much is at work reads why and when to come again, and no bug is reported', async () => {
  const { response, body, reported } = await ask('/draw');
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('10');
  expect(body).toMatchObject({ code: 'platform.busy', title: 'Busy', detail: message, requestId: 'test' });
  expect(reported).toEqual([]);
});

test('a bug says nothing of itself, names no time to come again, and is reported', async () => {
  const { response, body, reported } = await ask('/fail');
  expect(response.status).toBe(500);
  expect(response.headers.has('retry-after')).toBe(false);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(reported).toHaveLength(1);
});
