import { browserApi } from '../../../api.client.ts';
import type { ExamServer } from './port.ts';

const patienceMs = 15_000;
const patience = () => ({ signal: AbortSignal.timeout(patienceMs) });

/** The API by HTTP. What takes too long counts as lost; sending it again does no harm. */
export const browserServer: ExamServer = {
  open: (device) => browserApi.delivery.openAttempt(device, patience()),
  save: ({ entries, ...device }) =>
    browserApi.delivery.saveResponses(
      {
        ...device,
        entries: entries.map(({ value, ...entry }) => ({
          ...entry,
          value: typeof value === 'object' && value !== null ? [...value] : value,
        })),
      },
      patience(),
    ),
  clock: (attemptId) => browserApi.delivery.getClock({ attemptId }, patience()),
  submit: (submission) => browserApi.delivery.submitAttempt(submission, patience()),
};
