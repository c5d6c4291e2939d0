import { minifyContractRouter } from '@orpc/contract';
import { contract } from '@testamur/server/contract';
import { describe, expect, it } from 'vitest';
import { apiOverHttp } from './api-over-http.ts';
import { apiProblemOf } from './loading/refusal.ts';

const answering = (status: number, type: string, body: unknown) => {
  const requests: Request[] = [];
  const api = apiOverHttp(minifyContractRouter(contract), {
    origin: () => 'https://example.org',
    fetch: async (request, init) => {
      requests.push(new Request(request, init));
      return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
    },
  });
  return { api, requests };
};

describe('the API by HTTP', () => {
  it('calls the path of the operation with the idempotency key', async () => {
    const { api, requests } = answering(200, 'application/json', { queues: [] });
    const found = await api.candidacies.listQueues(
      { organization: 'ala' },
      { context: { idempotencyKey: 'key-12345' } },
    );
    expect(found).toEqual({ queues: [] });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET https://example.org/api/organizations/ala/queues',
    ]);
    expect(requests[0]?.headers.get('idempotency-key')).toBe('key-12345');
  });

  it('rejects with the problem that the server told', async () => {
    const problem = {
      type: '/api#candidacies.not-editable',
      status: 409,
      title: 'Conflict',
      detail: 'The application is submitted.',
      code: 'candidacies.not-editable',
      fields: [{ path: 'claim', message: 'Withdraw it first.' }],
    };
    const { api } = answering(409, 'application/problem+json', problem);
    const error = await api.candidacies.listQueues({ organization: 'ala' }).catch((caught: unknown) => caught);
    expect(apiProblemOf(error)).toEqual({
      status: 409,
      code: 'candidacies.not-editable',
      message: 'The application is submitted.',
      fields: [{ path: 'claim', message: 'Withdraw it first.' }],
    });
  });
});
