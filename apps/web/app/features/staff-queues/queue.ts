import type { Api } from '../../api.ts';
import { refuse } from '../../loading/refusal.ts';

export type Queue = Awaited<ReturnType<Api['candidacies']['getQueue']>>;
export type QueueSlug = Queue['slug'];
export type QueueRow = Queue['rows'][number];

const slugs: Readonly<Record<QueueSlug, true>> = {
  review: true,
  membership: true,
  accommodation: true,
  payment: true,
  examiner: true,
  ratings: true,
  courses: true,
  results: true,
  decision: true,
  education: true,
  renewal: true,
};

const isQueue = (slug: string): slug is QueueSlug => Object.hasOwn(slugs, slug);

/** The queue of an address, or the page that says there is none. */
export const queueOf = (slug: string, requestId: string): QueueSlug => {
  if (isQueue(slug)) return slug;
  throw refuse(404, { code: 'web.not-found', message: '', requestId });
};
