import type { Locale } from '../text/locales.ts';

export type Scheme = 'auto' | 'light' | 'dark';

/**
 * What holds for a whole document: decided once by the server, written into `<html>`, read from there by the browser, so
 * that both render the same words and times. Changing one of them loads a new document.
 */
export interface DocumentFacts {
  readonly locale: Locale;
  /** IANA time zone of the reader; UTC until the browser has told it. */
  readonly zone: string;
  readonly zoneKnown: boolean;
  readonly scheme: Scheme;
  /** Named on error pages, so that help can find the log lines. */
  readonly requestId: string;
  /** The `Content-Security-Policy` nonce of inline scripts and styles. */
  readonly nonce: string;
  readonly development: boolean;
}
