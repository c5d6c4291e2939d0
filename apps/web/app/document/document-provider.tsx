import { type ReactNode, startTransition, useEffect, useState } from 'react';
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
    // A transition waits until everything on the page is hydrated with the zone that the server used.
    startTransition(() => setZone(own));
  }, [facts.zoneKnown]);
  return <DocumentContext value={zone === facts.zone ? facts : { ...facts, zone }}>{children}</DocumentContext>;
};
