import { ORPCError } from '@orpc/client';
import { isRouteErrorResponse, type LoaderFunctionArgs, RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import type { Api } from '../api.ts';
import { apiContext, requestContext, viewerContext } from '../context.ts';
import { load } from './load.ts';
import { requireMembership } from './sign-in.ts';
import { ownPath } from './sign-in-path.ts';

const viewer = {
  personId: 'p',
  name: 'Ana Rivera',
  email: 'ana@example.org',
  memberships: [{ organizationId: 'o', slug: 'ala', name: 'ALA', kind: 'live', roles: ['reviewer'] }],
} as const;

const argsOf = (url: string, reported: unknown[] = []): LoaderFunctionArgs => {
  const context = new RouterContextProvider();
  context.set(apiContext, {} as Api);
  context.set(viewerContext, viewer);
  context.set(requestContext, {
    id: 'r-1',
    nonce: 'n',
    demonstration: false,
    development: false,
    report: (error) => reported.push(error),
  });
  const request = new Request(url);
  return { request, url: new URL(url), params: {}, context, pattern: '/' };
};

const thrownBy = async (run: () => unknown, args = argsOf('https://example.org/me?x=1')): Promise<unknown> => {
  try {
    await load(run)(args);
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
};

const throwing = (error: unknown) => () => {
  throw error;
};

describe('a loader', () => {
  it('is handed the viewer', async () => {
    const found = await load((_args: LoaderFunctionArgs, inside) => inside.viewer?.name)(
      argsOf('https://example.org/'),
    );
    expect(found).toBe('Ana Rivera');
  });

  it('answers a refusal of the API with its status', async () => {
    const refused = new ORPCError('platform.not-found', { status: 404, message: 'There is nothing here.' });
    expect(await thrownBy(throwing(refused))).toMatchObject({
      data: { code: 'platform.not-found', message: 'There is nothing here.', requestId: 'r-1' },
      init: { status: 404 },
    });
  });

  it('sends those who must sign in there, and back', async () => {
    const answer = await thrownBy(throwing(new ORPCError('platform.sign-in-required', { status: 401 })));
    expect(answer instanceof Response && answer.headers.get('location')).toBe('/sign-in?to=%2Fme%3Fx%3D1');
  });

  it('reports a bug once and tells nothing of it but the request id', async () => {
    const reported: unknown[] = [];
    const bug = new TypeError('secret detail');
    const answer = await thrownBy(throwing(bug), argsOf('https://example.org/me', reported));
    expect(reported).toEqual([bug]);
    expect(answer).toMatchObject({ data: { code: 'web.unexpected', requestId: 'r-1' }, init: { status: 500 } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(isRouteErrorResponse(answer)).toBe(false);
  });
});

describe('membership', () => {
  const url = new URL('https://example.org/staff/ala');
  const inside = { viewer, request: argsOf('https://example.org/').context.get(requestContext) };

  it('is found by the slug of the organization', () => {
    expect(requireMembership(url, inside, 'ala').name).toBe('ALA');
  });
  it('elsewhere is answered as if nothing were there', () => {
    expect(() => requireMembership(url, inside, 'isa')).toThrow(expect.objectContaining({ init: { status: 404 } }));
  });
  it('without the role is forbidden', () => {
    const refused = expect.objectContaining({ init: { status: 403 } });
    expect(() => requireMembership(url, inside, 'ala', ['administrator'])).toThrow(refused);
  });
});

describe('the way back after signing in', () => {
  it('stays on this site', () => {
    expect(ownPath('/me?tab=1')).toBe('/me?tab=1');
    expect(['//evil.example', '/\\evil.example', 'https://evil.example', null].map((path) => ownPath(path))).toEqual([
      '/',
      '/',
      '/',
      '/',
    ]);
  });
});
