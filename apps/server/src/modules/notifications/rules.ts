import { hourMs } from '../../kernel/index.ts';
import type { Tenant } from '../../platform/http/index.ts';

/** Longer than the job queue keeps trying with its growing pauses, but for the last try. */
export const giveUpAfterMs = 12 * hourMs;

const reserved = /(^|[@.])(example\.(com|net|org)|example|test|invalid|localhost)$/i;

/**
 * Whether a message may leave the installation. Rehearsals are about made-up people, and RFC 2606 and RFC 6761 set
 * domains apart that no real person has mail at.
 */
export const mayLeave = (kind: Tenant['kind'], to: string): boolean => kind !== 'rehearsal' && !reserved.test(to);

const mark = 'Demonstration: ';
const explanation = 'This is a demonstration. Nothing in this message has effect outside it.';

/** Mail headers end at a line break: none may come in with a name or a title. */
const oneLine = (text: string): string => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').trim();

/** Nobody shall take a message of a demonstration or a rehearsal for a real one. */
export const marked = (
  kind: Tenant['kind'],
  { subject, body }: { readonly subject: string; readonly body: string },
): { subject: string; body: string } => {
  const title = oneLine(subject);
  if (kind !== 'demonstration' && kind !== 'rehearsal') return { subject: title, body };
  return { subject: title.startsWith(mark) ? title : mark + title, body: `${explanation}\n\n${body}` };
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The same text for mail programs that show HTML: addresses can be followed, nothing else is added. */
export const asHtml = (text: string): string => {
  const linked = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, index) => {
    const safe = escaped(part);
    return index % 2 === 1 ? `<a href="${safe}">${safe}</a>` : safe;
  });
  return `<!doctype html><html lang="en"><body><div style="white-space: pre-wrap; max-width: 70ch; font: 16px/1.5 sans-serif">${linked.join('')}</div></body></html>`;
};

/** The 5xx answers of SMTP are final (RFC 5321, 4.2.1): to ask again would only annoy. */
const isFinal = (error: unknown): boolean => {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? error.responseCode : undefined;
  return typeof code === 'number' && code >= 500 && code < 600;
};

export interface FailedTry {
  readonly state: 'waiting' | 'failed';
  readonly error: string;
}

export const afterFailure = (error: unknown, ageMs: number): FailedTry => ({
  state: isFinal(error) || ageMs >= giveUpAfterMs ? 'failed' : 'waiting',
  error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
});
