import type { CandidateItem } from '@testamur/qti';
import { browserApi } from '../../../api.client.ts';
import { isResponse } from '../../../player/answers/response.ts';
import type { ExamServer } from './port.ts';

const patienceMs = 15_000;
const patience = () => ({ signal: AbortSignal.timeout(patienceMs) });

/** JSON has no types of its own; what the server sends is a view, or nothing can be shown. */
const asView = (view: unknown): CandidateItem => {
  if (isView(view)) return view;
  throw new TypeError('An item came without its content.');
};

const isView = (view: unknown): view is CandidateItem =>
  typeof view === 'object' && view !== null && 'body' in view && Array.isArray(view.body);

/** The API by HTTP. What takes too long counts as lost; sending it again does no harm. */
export const browserServer: ExamServer = {
  open: async (device) => {
    const { items, responses, ...opened } = await browserApi.delivery.openAttempt(device, patience());
    return {
      ...opened,
      items: items.map(({ view, ...item }) => ({ ...item, view: asView(view) })),
      responses: Object.fromEntries(
        Object.entries(responses).flatMap(([itemId, value]) => (isResponse(value) ? [[itemId, value]] : [])),
      ),
    };
  },
  save: ({ entries, ...device }) => browserApi.delivery.saveResponses({ ...device, entries: [...entries] }, patience()),
  clock: (attemptId) => browserApi.delivery.getClock({ attemptId }, patience()),
  submit: (submission) => browserApi.delivery.submitAttempt(submission, patience()),
};
