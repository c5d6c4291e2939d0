import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { documentRoute } from './document-route.ts';
import { issuerKeyCompromised, issuerKeysChanged } from './events.ts';
import { issuersRoutes } from './routes.ts';

export { type IssuerConfig, isIssuerOf, issuerDid, issuerUrl } from './address.ts';
export { issuerDocument, issuerKeys } from './document.ts';
export { type IssuerKeyPayload, issuerKeyCompromised, issuerKeysChanged } from './events.ts';
export { ensureIssuerKey, type OpenedKey, openCurrentKey, openIssuerKey } from './sign.ts';
export { findIssuerKey } from './trace.ts';

export const issuersModule = (platform: Platform): ModuleParts => ({
  name: 'issuers',
  procedures: issuersRoutes(platform),
  routes: documentRoute(platform),
  emits: [issuerKeyCompromised, issuerKeysChanged],
});
