import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { enterTenant, findTenant } from './authorize.ts';
import { mayBeCached } from './cached.ts';
import type { Scope } from './call.ts';
import { problemDetails, toProblemError } from './problem-details.ts';
import type { TenantClock } from './tenants.ts';

const noOrganization = () =>
  new Problem('not-found', 'platform.no-such-organization', 'There is no such organization.');

const isSame = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));

const send = (request: FastifyRequest, reply: FastifyReply, text: string, mediaType: string): FastifyReply => {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const responseHeaders = new Headers({ etag: tag });
  mayBeCached({ responseHeaders });
  for (const [name, value] of responseHeaders) reply.header(name, value);
  if (isSame(request.headers['if-none-match'], tag)) return reply.status(304).send();
  // As bytes: the media types of credentials have no charset, which would be added to text.
  return reply.header('content-type', mediaType).send(Buffer.from(text));
};

interface PublicDocument<Params> {
  readonly url: string;
  readonly mediaType: string;
  /** The document, read in the organization that the address names. */
  readonly read: (scope: Scope, params: Params) => Promise<object>;
}

/**
 * A document of an organization that is public and the same for everybody, under a media type of its own and with a tag:
 * whoever has this state of it gets a 304.
 */
export const publicDocumentRoute =
  <Params extends { readonly organization: string }>(
    { db, clock, log }: { readonly db: Database; readonly clock: TenantClock; readonly log: Log },
    { url, mediaType, read }: PublicDocument<Params>,
  ) =>
  (server: FastifyInstance): void => {
    const textOf = (params: Params) =>
      db.system(async (trx) => {
        const organization = await findTenant(trx, { slug: params.organization });
        if (!organization) throw noOrganization();
        await enterTenant(trx, organization.id, undefined);
        return JSON.stringify(await read({ trx, organization, now: clock(organization) }, params));
      });
    server.get<{ Params: Params }>(url, async (request, reply) => {
      try {
        return send(request, reply, await textOf(request.params as Params), mediaType);
      } catch (error) {
        const problem = toProblemError(error);
        if (problem.status >= 500) log.error({ err: error, requestId: request.id }, `${url} was not served.`);
        const details = JSON.stringify(problemDetails(problem, request.id));
        return reply.status(problem.status).type('application/problem+json').send(details);
      }
    });
  };
