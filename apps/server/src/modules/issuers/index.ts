import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { issuersRoutes } from './routes.ts';

export {
  ensureIssuerKey,
  type IssuerConfig,
  isIssuerOf,
  issuerDid,
  issuerKeys,
  issuerUrl,
  openIssuerKey,
} from './issuer.ts';

export const issuersModule = (platform: Platform): ModuleParts => ({
  name: 'issuers',
  procedures: issuersRoutes(platform),
});
