import { createVcApi, type Signer } from '@testamur/credentials';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Trx } from '../../platform/db/index.ts';
import {
  anyOrigin,
  type ContextOf,
  openToAnyOrigin,
  problemDetails,
  toProblemError,
} from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readStatusListAt } from '../credentialing/index.ts';
import { issuerDid, issuerKeys } from '../issuers/index.ts';
import { lookOutside } from './outside.ts';
import type { Rate } from './rate.ts';
import { enterIssuer } from './records.ts';

/** A presentation may hold several credentials; more than this nobody sends to have checked. */
const maxBodyBytes = 2_000_000;

/** Nothing is issued here: credentials follow from decisions. The library wants a signer all the same. */
const noSigner: Signer = {
  algorithm: 'Ed25519',
  controller: 'did:example:nobody',
  verificationMethod: 'did:example:nobody#none',
  sign: () => Promise.reject(new Error('Nothing is signed on request.')),
};

/** Issuers of this installation by its own records, all others through the guarded fetch. */
const apiIn = (trx: Trx, { config, clock, outside: fetch }: Platform) => {
  const outside = lookOutside(fetch, config.PUBLIC_URL);
  const ownList = async (url: string): Promise<object | undefined> => {
    const slug = /\/api\/issuers\/([a-z0-9][a-z0-9-]{0,62})\/status\//.exec(url)?.[1];
    if (slug === undefined || URL.parse(url)?.origin !== new URL(config.PUBLIC_URL).origin) return undefined;
    const did = issuerDid(config.PUBLIC_URL, slug);
    const scope = await enterIssuer(trx, { config, clock }, did);
    return scope && readStatusListAt(scope, config, { did, url });
  };
  return createVcApi({
    signers: [noSigner],
    now: () => clock(undefined),
    random: () => 0,
    baseUrl: `${config.PUBLIC_URL}/api`,
    resolveKey: async (verificationMethod) => {
      const scope = await enterIssuer(trx, { config, clock }, verificationMethod.split('#')[0] ?? '');
      return scope ? (await issuerKeys(scope))(verificationMethod) : outside.resolveKey(verificationMethod);
    },
    readStatusLists: async (urls) => {
      const lists = new Map(await outside.readLists(urls));
      for (const url of urls) {
        const own = await ownList(url);
        if (own) lists.set(url, own);
      }
      return lists;
    },
  });
};

/**
 * Verification for programs, as the Verifiable Credentials API has it (3.3): `POST /api/credentials/verify` and
 * `POST /api/presentations/verify`. The answer is that of the standard, so these are no operations of the contract.
 */
export const vcApiRoutes =
  (platform: Platform, rate: Rate) =>
  (server: FastifyInstance, contextOf: ContextOf): void => {
    const answer = async (path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      try {
        rate.count(contextOf(request).ip, platform.clock(undefined));
        const { status, body, contentType } = await platform.db.system((trx) =>
          apiIn(trx, platform).handle({ method: 'POST', path, body: request.body }),
        );
        return await reply
          .status(status)
          .type(contentType)
          .send(JSON.stringify(body ?? {}));
      } catch (error) {
        const problem = toProblemError(error);
        if (problem.status >= 500) platform.log.error({ err: error, requestId: request.id }, 'A verification failed.');
        const details = JSON.stringify(problemDetails(problem, request.id));
        return reply.status(problem.status).type('application/problem+json').send(details);
      }
    };
    server.register(async (scope) => {
      // As it came: a name that stands twice must not be lost in reading.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: maxBodyBytes }, (_request, body, done) =>
        done(null, body),
      );
      for (const path of ['/credentials/verify', '/presentations/verify']) {
        const options = { bodyLimit: maxBodyBytes, config: anyOrigin };
        scope.post(`/api${path}`, options, (request, reply) => answer(path, request, reply));
        openToAnyOrigin(scope, `/api${path}`, 'POST');
      }
    });
  };
