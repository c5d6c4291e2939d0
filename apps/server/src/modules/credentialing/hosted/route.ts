import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../kernel/index.ts';
import { enterTenant, findTenant, problemDetails, toProblemError } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getHostedAssertion } from './badges.ts';

const noSuchCredential = () =>
  new Problem('not-found', 'credentialing.no-such-credential', 'There is no such credential.');

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/**
 * The operation `credentialing.getHostedAssertion` as displays ask for it: with the status that tells them that a badge
 * does not hold (Open Badges 2.0, 5.1).
 */
export const hostedAssertionRoute =
  ({ config, db, clock, log }: Platform) =>
  (server: FastifyInstance): void => {
    const read = (credentialId: string) =>
      db.system(async (trx) => {
        if (!isId(credentialId)) throw noSuchCredential();
        const located = await trx
          .selectFrom('locator')
          .select('organization_id')
          .where('id', '=', credentialId)
          .where('kind', '=', 'credential')
          .executeTakeFirst();
        const organization = located && (await findTenant(trx, { id: located.organization_id }));
        if (!organization) throw noSuchCredential();
        await enterTenant(trx, organization.id, undefined);
        return getHostedAssertion({ trx, organization, now: clock(organization) }, config, credentialId);
      });
    server.get<{ Params: { credentialId: string } }>(
      '/api/badges/2.0/assertions/:credentialId',
      async (request, reply) => {
        try {
          const { gone, assertion } = await read(request.params.credentialId);
          return await reply
            .status(gone ? 410 : 200)
            .header('access-control-allow-origin', '*')
            .header('cache-control', 'public, max-age=60')
            .type('application/ld+json')
            // As bytes: text would get a charset.
            .send(Buffer.from(JSON.stringify(assertion)));
        } catch (error) {
          const problem = toProblemError(error);
          if (problem.status >= 500) log.error({ err: error, requestId: request.id }, 'An assertion was not served.');
          const details = JSON.stringify(problemDetails(problem, request.id));
          return reply.status(problem.status).type('application/problem+json').send(details);
        }
      },
    );
  };
