import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../kernel/index.ts';
import {
  enterTenant,
  findTenant,
  problemDetails,
  sendPublicDocument,
  toProblemError,
} from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readStatusList } from './read.ts';

/** Verifiable Credentials Data Model 2.0, 6.1. */
const mediaType = 'application/vc';

const noOrganization = () =>
  new Problem('not-found', 'platform.no-such-organization', 'There is no such organization.');

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * The operation `credentialing.getStatusList` as verifiers ask for it: under the media type of credentials, and with a
 * tag, so that whoever keeps a copy asks again cheaply.
 */
export const statusListRoute =
  ({ config, db, clock, log }: Platform) =>
  (server: FastifyInstance): void => {
    const read = (slug: string, listId: string) =>
      db.system(async (trx) => {
        const organization = await findTenant(trx, { slug });
        if (!organization) throw noOrganization();
        if (!isId(listId)) {
          throw new Problem('not-found', 'credentialing.no-such-list', 'This is no address of a status list.');
        }
        await enterTenant(trx, organization.id, undefined);
        return JSON.stringify(await readStatusList({ trx, organization, now: clock(organization) }, config, listId));
      });
    server.get<{ Params: { organization: string; listId: string } }>(
      '/api/issuers/:organization/status/:listId',
      async (request, reply) => {
        try {
          const { organization, listId } = request.params;
          return sendPublicDocument(request, reply, { text: await read(organization, listId), mediaType });
        } catch (error) {
          const problem = toProblemError(error);
          if (problem.status >= 500) log.error({ err: error, requestId: request.id }, 'A status list was not served.');
          const details = JSON.stringify(problemDetails(problem, request.id));
          return reply.status(problem.status).type('application/problem+json').send(details);
        }
      },
    );
  };
