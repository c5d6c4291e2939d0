export {
  createGuardedFetch,
  type Fetched,
  type FetchRefusal,
  type GuardedFetch,
  type GuardedFetchOptions,
} from './guarded-fetch.ts';
