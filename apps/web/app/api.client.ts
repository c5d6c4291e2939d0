import contract from 'virtual:api-contract';
import { apiOverHttp } from './api-over-http.ts';

/** The API with the session of the page, for what cannot be a form: exam answers, live counts. */
export const browserApi = apiOverHttp(contract, {
  origin: () => window.location.origin,
  fetch: (...call) => window.fetch(...call),
});
