import { bind, mayBeCached, scopeOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { issuersContract } from './contract.ts';
import { issuerDocument } from './issuer.ts';

export const issuersRoutes = ({ plumbing, config }: Platform) =>
  bind(plumbing, 'issuers', issuersContract, {
    getIssuerDocument: async (_input, call) => {
      mayBeCached(call);
      return { ...(await issuerDocument(scopeOf(call), config)) };
    },
  });
