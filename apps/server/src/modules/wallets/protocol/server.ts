import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  anyOrigin,
  type ContextOf,
  enterTenant,
  findTenant,
  openToAnyOrigin,
  type Rate,
  type Scope,
} from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getEdition, listProgramsInForce } from '../../programs/index.ts';
import { readOffer } from '../offers.ts';
import { walletIssuer } from '../rules/formats.ts';
import { newNonce } from '../rules/nonce.ts';
import { answerCredentialRequest } from './credential.ts';
import { issuerMetadata, serverMetadata, typeMetadata } from './metadata.ts';
import { takeNotification } from './notification.ts';
import { bodyOf, Refused, refusalOf } from './refused.ts';
import { readForm, readJson, type WalletRequest } from './request.ts';
import { readTokenRequest, redeem, tokenResponse } from './token.ts';

/** A request for five credentials has five proofs of some kilobytes. */
const maxBodyBytes = 65_536;

interface Params {
  readonly organization: string;
  readonly reference?: string;
  readonly program?: string;
}
type Asked = FastifyRequest<{ Params: Params }>;

interface Answer {
  readonly status?: number;
  readonly body?: object;
  /** May be kept for a minute. */
  readonly isPublic?: boolean;
}

/** One endpoint: what it answers, and what the refusals of the library mean there (none, where nothing is read). */
interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly paths: readonly string[];
  readonly fallback?: string;
  readonly answer: (scope: Scope, asked: Asked) => Promise<Answer>;
}

const issuerPath = '/api/wallets/:organization';
/** OpenID4VCI 1.0, 12.2.2, and RFC 8414, 3.1, put the well-known part first; many wallets look behind the issuer. */
const wellKnown = (name: string) => [`/.well-known/${name}${issuerPath}`, `${issuerPath}/.well-known/${name}`];

const noOrganization = () => new Refused('invalid_request', 'There is no such issuer.', 404);

const walletRequest = (publicUrl: string, asked: Asked): WalletRequest => ({
  method: asked.method === 'GET' ? 'GET' : 'POST',
  url: `${publicUrl}${asked.url}`,
  headers: new Headers(
    Object.entries(asked.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  ),
});

const publicEndpoints = ({ config: { PUBLIC_URL } }: Platform): readonly Endpoint[] => [
  {
    method: 'GET',
    paths: wellKnown('openid-credential-issuer'),
    answer: async ({ trx, organization }) => ({
      body: issuerMetadata(PUBLIC_URL, organization, await listProgramsInForce(trx, organization.id)),
      isPublic: true,
    }),
  },
  {
    method: 'GET',
    paths: wellKnown('oauth-authorization-server'),
    answer: async ({ organization }) => ({ body: serverMetadata(PUBLIC_URL, organization.slug), isPublic: true }),
  },
  {
    method: 'GET',
    paths: [`${issuerPath}/types/:program`],
    answer: async ({ trx, organization }, { params }) => {
      const { program } = await getEdition(trx, organization.id, params.program ?? '');
      return { body: typeMetadata(PUBLIC_URL, organization, program), isPublic: true };
    },
  },
];

const walletEndpoints = (platform: Platform): readonly Endpoint[] => {
  const { config, clock } = platform;
  const requestOf = (asked: Asked) => walletRequest(config.PUBLIC_URL, asked);
  return [
    {
      method: 'GET',
      paths: [`${issuerPath}/offers/:reference`],
      answer: async (scope, { params }) => {
        const body = await readOffer(scope, platform, params.reference ?? '');
        if (!body) throw new Refused('invalid_request', 'This offer was used or has ended. Make a new one.', 404);
        return { body };
      },
    },
    {
      method: 'POST',
      paths: [`${issuerPath}/token`],
      fallback: 'invalid_request',
      answer: async (scope, asked) => {
        const now = clock(undefined);
        const form = readForm(asked.headers['content-type'], asked.body);
        const redeemed = await redeem(scope, platform, await readTokenRequest(requestOf(asked), form, now), now);
        if (redeemed.ok) return { body: tokenResponse(redeemed.token, redeemed.tokenType) };
        const { refused } = redeemed;
        return { status: refused.status, body: JSON.parse(bodyOf(refused)) };
      },
    },
    {
      method: 'POST',
      paths: [`${issuerPath}/nonce`],
      answer: async ({ organization: { slug } }) => ({
        body: { c_nonce: newNonce(config.SECRET, walletIssuer(config.PUBLIC_URL, slug), clock(undefined)) },
      }),
    },
    {
      method: 'POST',
      paths: [`${issuerPath}/notification`],
      fallback: 'invalid_notification_request',
      answer: async (scope, asked) => {
        const body = readJson(asked.headers['content-type'], asked.body, 'invalid_notification_request');
        await takeNotification(scope, requestOf(asked), body, clock(undefined));
        return { status: 204 };
      },
    },
  ];
};

const send = (reply: FastifyReply, { status = 200, body, isPublic = false }: Answer): FastifyReply => {
  reply.status(status).header('cache-control', isPublic ? 'public, max-age=60' : 'no-store');
  return body === undefined ? reply.send() : reply.type('application/json').send(JSON.stringify(body));
};

/**
 * The endpoints that wallets speak to. Their forms are those of the standards, so these are no operations of the
 * contract: the holder's own are.
 */
export const walletRoutes =
  (platform: Platform, rate: Rate) =>
  (server: FastifyInstance, contextOf: ContextOf): void => {
    const { db, clock, log, config } = platform;
    const inScope = <T>(slug: string, work: (scope: Scope) => Promise<T>): Promise<T> =>
      db.system(async (trx) => {
        const organization = await findTenant(trx, { slug });
        if (!organization || organization.kind === 'platform') throw noOrganization();
        await enterTenant(trx, organization.id, undefined);
        return work({ trx, organization, now: clock(organization) });
      });
    const refuse = (
      reply: FastifyReply,
      asked: FastifyRequest,
      thrown: unknown,
      fallback: string | undefined,
    ): FastifyReply => {
      const known = refusalOf(thrown, fallback);
      if (!known) log.error({ err: thrown, requestId: asked.id }, 'A wallet was not answered.');
      const refused = known ?? new Refused('server_error', 'Something went wrong here. Try again.', 500);
      reply.headers(refused.headers);
      return send(reply, { status: refused.status, body: JSON.parse(bodyOf(refused)) });
    };
    const guarded =
      (fallback: string | undefined, work: (asked: Asked) => Promise<Answer>) =>
      async (asked: Asked, reply: FastifyReply): Promise<FastifyReply> => {
        try {
          if (!rate.allows(contextOf(asked).ip, clock(undefined))) {
            throw new Refused('temporarily_unavailable', 'Too many requests. Wait a minute, then go on.', 429);
          }
          return send(reply, await work(asked));
        } catch (thrown) {
          return refuse(reply, asked, thrown, fallback);
        }
      };
    server.register(async (scope) => {
      // As it came: each endpoint reads the one form that its standard allows.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
        done(null, body),
      );
      scope.setErrorHandler((error: Error & { statusCode?: number }, asked, reply) => {
        const status = error.statusCode ?? 500;
        const isTheirs = status < 500;
        return refuse(
          reply,
          asked,
          isTheirs ? new Refused('invalid_request', error.message, status) : error,
          undefined,
        );
      });
      for (const { method, paths, fallback, answer } of [...publicEndpoints(platform), ...walletEndpoints(platform)]) {
        const handler = guarded(fallback, (asked) =>
          inScope(asked.params.organization, (within) => answer(within, asked)),
        );
        for (const url of paths) {
          scope.route<{ Params: Params }>({ method, url, bodyLimit: maxBodyBytes, config: anyOrigin, handler });
          openToAnyOrigin(scope, url, method);
        }
      }
      // Not in one transaction: the key that signs may lie with a service.
      const credential = guarded('invalid_proof', async (asked) => {
        const body = readJson(asked.headers['content-type'], asked.body, 'invalid_credential_request');
        const organization = await inScope(asked.params.organization, async (within) => within.organization);
        const request = walletRequest(config.PUBLIC_URL, asked);
        return { body: await answerCredentialRequest(platform, organization, request, body) };
      });
      const url = `${issuerPath}/credential`;
      scope.post<{ Params: Params }>(url, { bodyLimit: maxBodyBytes, config: anyOrigin }, credential);
      openToAnyOrigin(scope, url, 'POST');
    });
  };
