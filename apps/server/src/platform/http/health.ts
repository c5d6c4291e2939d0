import type { FastifyInstance } from 'fastify';

/** Live: the process answers. Ready: it can do its work; load balancers ask this one. */
export const healthRoutes = (server: FastifyInstance, ready: () => Promise<void>): void => {
  server.get('/health/live', async (_request, reply) => reply.send({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await ready();
      return reply.send({ status: 'ready' });
    } catch (error) {
      return reply
        .status(503)
        .send({ status: 'not-ready', reason: error instanceof Error ? error.message : 'unknown' });
    }
  });
};
