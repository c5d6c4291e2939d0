import type { FastifyInstance } from 'fastify';
import type { Log } from '../log/index.ts';

/** Live: the process answers. Ready: it can do its work; load balancers ask this one. Why it cannot, the log says. */
export const healthRoutes = (server: FastifyInstance, ready: () => Promise<void>, log: Log): void => {
  server.get('/health/live', async (_request, reply) => reply.send({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await ready();
      return reply.send({ status: 'ready' });
    } catch (error) {
      log.warn({ err: error }, 'The server is not ready for its work.');
      return reply.status(503).send({ status: 'not-ready' });
    }
  });
};
