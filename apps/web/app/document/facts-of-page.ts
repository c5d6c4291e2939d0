import { isLocale } from '../text/locales.ts';
import type { DocumentFacts } from './document-facts.ts';

/** Reads back, in the browser, what the server wrote into `<html>` (see `htmlAttributes`). */
export const factsOfPage = (page: Document): DocumentFacts => {
  const { lang, dataset } = page.documentElement;
  const scheme = dataset.scheme;
  return {
    locale: isLocale(lang) ? lang : 'en',
    zone: dataset.zone ?? 'UTC',
    zoneKnown: dataset.zoneKnown === 'true',
    scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    requestId: dataset.request ?? '',
    // Browsers hide the attribute from scripts but keep the property.
    nonce: page.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
    development: dataset.development === 'true',
  };
};

export const htmlAttributes = (facts: DocumentFacts) => ({
  'data-zone': facts.zone,
  'data-zone-known': String(facts.zoneKnown),
  'data-scheme': facts.scheme,
  'data-request': facts.requestId,
  'data-development': String(facts.development),
});
