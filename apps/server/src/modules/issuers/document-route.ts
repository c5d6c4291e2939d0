import { publicDocumentRoute } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { issuerDocument } from './document.ts';

/** The operation `issuers.getIssuerDocument` as verifiers ask for it: under the media type of DID documents. */
export const documentRoute = (platform: Platform) =>
  publicDocumentRoute(platform, {
    url: '/api/issuers/:organization/did.json',
    // DID Core 1.0, 6.2: the JSON representation, whose members mean the same with and without `@context`.
    mediaType: 'application/did+json',
    read: (scope) => issuerDocument(scope, platform.config),
  });
