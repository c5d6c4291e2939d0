import type { Api } from '../../api.ts';

/** A program as the catalog lists it. */
export type Listed = Awaited<ReturnType<Api['programs']['listPrograms']>>['programs'][number];

/** So many programs can stand side by side. */
export const mostCompared = 4;
