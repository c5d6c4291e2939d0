import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/index.ts';
import { enterTenant, findTenant, mayBeCached, problemDetails, toProblemError } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { issuerDocument } from './document.ts';

/** DID Core 1.0, 6.2: the JSON representation, whose members mean the same with and without `@context`. */
const mediaType = 'application/did+json';

const noOrganization = () =>
  new Problem('not-found', 'platform.no-such-organization', 'There is no such organization.');

const isSame = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));

/**
 * The operation `issuers.getIssuerDocument` as verifiers ask for it: under the media type of DID documents, and with a
 * tag, so that whoever keeps a copy asks again cheaply.
 */
export const documentRoute =
  ({ config, db, clock, log }: Platform) =>
  (server: FastifyInstance): void => {
    const read = (slug: string) =>
      db.system(async (trx) => {
        const organization = await findTenant(trx, { slug });
        if (!organization) throw noOrganization();
        await enterTenant(trx, organization.id, undefined);
        return JSON.stringify(await issuerDocument({ trx, organization, now: clock(organization) }, config));
      });
    server.get<{ Params: { organization: string } }>('/api/issuers/:organization/did.json', async (request, reply) => {
      try {
        const text = await read(request.params.organization);
        const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
        const responseHeaders = new Headers({ etag: tag });
        mayBeCached({ responseHeaders });
        for (const [name, value] of responseHeaders) reply.header(name, value);
        if (isSame(request.headers['if-none-match'], tag)) return reply.status(304).send();
        // As bytes: the media type has no charset, which would be added to text.
        return reply.header('content-type', mediaType).send(Buffer.from(text));
      } catch (error) {
        const problem = toProblemError(error);
        if (problem.status >= 500) log.error({ err: error, requestId: request.id }, 'A DID document was not served.');
        const details = JSON.stringify(problemDetails(problem, request.id));
        return reply.status(problem.status).type('application/problem+json').send(details);
      }
    });
  };
