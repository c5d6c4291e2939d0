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
