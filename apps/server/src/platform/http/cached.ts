import type { Call } from './call.ts';

/** Short enough that a revocation is seen soon. */
const cacheSeconds = 60;

/** Marks an answer that is public and the same for everybody: caches may keep it, and pages of other origins read it. */
export const mayBeCached = (call: Pick<Call, 'responseHeaders'>): void => {
  call.responseHeaders.set('cache-control', `public, max-age=${cacheSeconds}`);
  call.responseHeaders.set('access-control-allow-origin', '*');
};
