import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const id = 'virtual:api-contract';
const resolved = `\0${id}`;

/**
 * `virtual:api-contract` is the contract of the API with methods and paths alone. The browser needs no more to call it,
 * and neither the schemas nor zod are sent there.
 */
export const apiContract = (): Plugin => ({
  name: 'testamur-api-contract',
  resolveId: (source) => (source === id ? resolved : undefined),
  load: async (source) => {
    if (source !== resolved) return undefined;
    const { contract } = await import('@testamur/server/contract');
    return `export default ${JSON.stringify(minifyContractRouter(contract))};`;
  },
});
