import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requestSeconds: Histogram<'method' | 'area' | 'status'>;
}

/** One registry a server, so that tests can run several in one process. */
export const createMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'testamur_' });
  const requestSeconds = new Histogram({
    name: 'testamur_http_request_seconds',
    help: 'Time to answer a request, in seconds.',
    labelNames: ['method', 'area', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return { registry, requestSeconds };
};

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** A proxy on this machine connects from here, too: one of these tells that it speaks for somebody else. */
const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whoever has the token; where none is set, this machine alone. */
export const mayReadMetrics = (
  { socket, headers }: Pick<FastifyRequest, 'socket' | 'headers'>,
  token: string | undefined,
): boolean => {
  if (token !== undefined) return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
  const isHere = loopback.has(socket.remoteAddress ?? '');
  return isHere && proxyHeaders.every((name) => headers[name] === undefined);
};
