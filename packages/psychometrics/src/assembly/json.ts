import type { Assembly } from './spec.ts';

/**
 * The result as JSON with its fixed names: `status`, `objective`, `gap`, `forms`, `compliance`, or `status` and
 * `conflict`.
 */
export const assemblyJson = (assembly: Assembly): Assembly => assembly;
