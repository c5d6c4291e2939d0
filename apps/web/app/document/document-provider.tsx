import { type ReactNode, useEffect, useState } from 'react';
import { isZone, preferenceCookie, preferenceCookies } from './cookies.ts';
import { DocumentContext } from './document-context.ts';
import type { DocumentFacts } from './document-facts.ts';

/**
 * The first visit is rendered in UTC. The browser then tells its zone: kept in a cookie for the server, and shown at
 * once on this page.
 */
export const DocumentProvider = ({ facts, children }: { facts: DocumentFacts; children: ReactNode }) => {
  const [zone, setZone] = useState(facts.zone);
  useEffect(() => {
    if (facts.zoneKnown) return;
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!isZone(own)) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that are still in use.
    document.cookie = preferenceCookie(preferenceCookies.zone, own);
    setZone(own);
  }, [facts.zoneKnown]);
  return <DocumentContext value={zone === facts.zone ? facts : { ...facts, zone }}>{children}</DocumentContext>;
};
