import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { connect, Unreachable } from './api.ts';

const id = '01a2044b-9755-771d-9bd8-04dedecc35f2';

/** A server that answers everything alike, and keeps what it was asked. */
const answering = (answer: () => Response) => {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    requests.push(new Request(input, init));
    return answer();
  };
  return { fetch, requests };
};

const json = (body: unknown, init: ResponseInit & { type?: string } = {}) =>
  new Response(JSON.stringify(body), { ...init, headers: { 'content-type': init.type ?? 'application/json' } });

test('each command has a key of its own, unless it is sent twice on purpose; a query has none', async () => {
  const { fetch, requests } = answering(() => json({ state: 'settled', candidacies: [] }));
  const api = connect({ url: 'http://server.example', token: 'secret', fetch });
  const payment = { invoiceId: id, intentId: id, cardNumber: '4242424242424242' };
  await api.billing.confirmPayment(payment);
  await api.billing.confirmPayment(payment);
  await api.billing.confirmPayment(payment, { context: { idempotencyKey: 'the-same-key' } });
  await api.candidacies.listMyCandidacies({});
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys.slice(2)).toEqual(['the-same-key', null]);
  expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(Array(4).fill('Bearer secret'));
  expect(requests.map(({ method, url }) => `${method} ${url}`).slice(2)).toEqual([
    `POST http://server.example/api/invoices/${id}/payments/confirm`,
    'GET http://server.example/api/me/candidacies',
  ]);
});

test('who has no session sends no token', async () => {
  const { fetch, requests } = answering(() => json({ programs: [] }));
  await connect({ url: 'http://server.example', fetch }).programs.listPrograms({});
  expect(requests[0]?.headers.has('authorization')).toBe(false);
});

test('a problem becomes an error with its code, status and words', async () => {
  const problem = {
    type: '/api#x',
    title: 'Conflict',
    status: 409,
    detail: 'Declined.',
    code: 'billing.card-declined',
  };
  const { fetch } = answering(() => json(problem, { status: 409, type: 'application/problem+json' }));
  const call = connect({ url: 'http://server.example', fetch }).billing.getInvoice({ invoiceId: id });
  const error = await call.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({ code: 'billing.card-declined', status: 409, message: 'Declined.' });
});

test('files come as they are served, JSON among them', async () => {
  const bytes = '{ "kept":  "as it is" }\n';
  const { fetch } = answering(
    () =>
      new Response(bytes, {
        headers: {
          'content-type': 'application/vc+ld+json',
          'content-disposition': 'attachment; filename="credential.json"',
        },
      }),
  );
  const api = connect({ url: 'http://server.example', fetch });
  const file = await api.credentialing.getCredentialDocument({ credentialId: id });
  expect(await file.text()).toBe(bytes);
});

test('without an answer, the address is named', async () => {
  const fetch: typeof globalThis.fetch = async () => {
    throw new TypeError('fetch failed');
  };
  const call = connect({ url: 'http://server.example', fetch }).programs.listPrograms({});
  await expect(call).rejects.toThrow(Unreachable);
  await expect(call).rejects.toThrow('No server answers at http://server.example.');
});
