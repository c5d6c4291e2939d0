import { localeOf } from '../text/locale-of.ts';
import { isZone, preferenceCookies, readCookie } from './cookies.ts';
import type { DocumentFacts, Scheme } from './document-facts.ts';

const schemes: readonly Scheme[] = ['light', 'dark'];

export const factsOfRequest = (
  request: Request,
  of: Pick<DocumentFacts, 'requestId' | 'nonce' | 'development'>,
): DocumentFacts => {
  const cookies = request.headers.get('cookie');
  const zone = readCookie(cookies, preferenceCookies.zone);
  const zoneKnown = zone !== undefined && isZone(zone);
  const scheme = readCookie(cookies, preferenceCookies.scheme);
  return {
    locale: localeOf(request),
    zone: zoneKnown ? zone : 'UTC',
    zoneKnown,
    scheme: schemes.find((known) => known === scheme) ?? 'auto',
    requestId: of.requestId,
    nonce: of.nonce,
    development: of.development,
  };
};
