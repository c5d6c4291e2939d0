import { type Answer, requestAt } from './request.ts';
import { type LookUp, systemLookUp, targetOf } from './target.ts';

export type FetchRefusal =
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  | 'redirected'
  | 'refused'
  | 'too-large'
  | 'not-json'
  | 'busy';

/** The text of an answer, or in words why there is none. */
export type Fetched =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: FetchRefusal; readonly message: string };

export interface GuardedFetch {
  /**
   * Reads a JSON document of somebody else's: a public HTTPS address, no redirect, three seconds and a megabyte at most.
   * Whoever handed over the credential chose the address, so nothing in it is trusted and nothing is thrown.
   *
   * @param keep for how long the answer serves again: minutes, or as its own headers say; five minutes at most.
   */
  read(address: string, keep: 'five-minutes' | 'as-told'): Promise<Fetched>;
}

export interface GuardedFetchOptions {
  /** `host:port` of servers that are reached wherever they are, and without TLS. For tests and development. */
  readonly allowHosts?: readonly string[];
  /** Beyond as many at once, further ones are refused: each holds up somebody's request. */
  readonly maxAtOnce?: number;
  /** So many more wait for an answer that is asked for already (as many as at once): each holds up a request as well. */
  readonly maxWaiting?: number;
  readonly limitMs?: number;
  readonly maxBytes?: number;
  readonly lookUp?: LookUp;
  readonly now?: () => number;
}

const longestKeepMs = 300_000;
/** A server that fails is not asked again at once. */
const failureKeepMs = 10_000;
const maxKept = 200;
const maxKeptCharacters = 200_000;

const hostOf = (address: string): string => URL.parse(address)?.host || 'the address that it names';

const wordsFor = (reason: FetchRefusal, host: string, limitMs: number, status?: number): string => {
  switch (reason) {
    case 'not-allowed':
      return `We ask only public addresses that begin with https://, and ${host} is none.`;
    case 'unreachable':
      return `We could not reach ${host}.`;
    case 'too-slow':
      return `${host} did not answer within ${limitMs / 1000} seconds.`;
    case 'redirected':
      return `${host} sends us to another address, which we do not follow.`;
    case 'refused':
      return `${host} answered with the status ${status}.`;
    case 'too-large':
      return `What ${host} answered is too large.`;
    case 'not-json':
      return `What ${host} answered is not JSON.`;
    case 'busy':
      return 'Too many checks are under way here at once. Try again in a minute.';
  }
};

/** The one way out of this installation to an address that a stranger chose. */
export const createGuardedFetch = (options: GuardedFetchOptions = {}): GuardedFetch => {
  const { maxAtOnce = 4, maxWaiting = maxAtOnce, limitMs = 3000, maxBytes = 1_000_000, now = Date.now } = options;
  const reach = { allowHosts: new Set(options.allowHosts), lookUp: options.lookUp ?? systemLookUp };
  const kept = new Map<string, { readonly fetched: Fetched; readonly until: number }>();
  const underWay = new Map<string, Promise<Fetched>>();
  let waiting = 0;

  const ask = async (address: string): Promise<{ fetched: Fetched; maxAgeMs: number }> => {
    const refuse = (reason: FetchRefusal, status?: number) => ({
      fetched: { ok: false, reason, message: wordsFor(reason, hostOf(address), limitMs, status) } as const,
      maxAgeMs: 0,
    });
    const signal = AbortSignal.timeout(limitMs);
    // Looking a name up cannot be broken off, so it is left behind.
    const late = new Promise<'late'>((resolve) => {
      signal.addEventListener('abort', () => resolve('late'), { once: true });
    });
    const target = await Promise.race([targetOf(address, reach), late]);
    if (target === 'late') return refuse('too-slow');
    if (typeof target === 'string') return refuse(target);
    let answer: Answer | 'late';
    try {
      // Once more against the clock: whatever a server does to the connection, nobody waits for it for good.
      answer = await Promise.race([requestAt(target, { maxBytes, signal }), late]);
    } catch {
      return refuse(signal.aborted ? 'too-slow' : 'unreachable');
    }
    if (answer === 'late') return refuse('too-slow');
    if (!answer.ok) return refuse(answer.reason, answer.status);
    return { fetched: { ok: true, text: answer.text }, maxAgeMs: answer.maxAgeMs };
  };

  const remember = (address: string, fetched: Fetched, forMs: number): void => {
    if (forMs <= 0 || (fetched.ok && fetched.text.length > maxKeptCharacters)) return;
    kept.delete(address);
    kept.set(address, { fetched, until: now() + forMs });
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
  };

  return {
    read: async (address, keep) => {
      const known = kept.get(address);
      if (known && known.until > now()) return known.fetched;
      const begun = underWay.get(address);
      if (begun ? waiting >= maxWaiting : underWay.size >= maxAtOnce) {
        return { ok: false, reason: 'busy', message: wordsFor('busy', hostOf(address), limitMs) };
      }
      if (begun) {
        waiting += 1;
        return begun.finally(() => {
          waiting -= 1;
        });
      }
      const asked = ask(address).then(({ fetched, maxAgeMs }) => {
        const forMs = keep === 'as-told' ? Math.min(maxAgeMs, longestKeepMs) : longestKeepMs;
        remember(address, fetched, fetched.ok ? forMs : failureKeepMs);
        return fetched;
      });
      underWay.set(address, asked);
      try {
        return await asked;
      } finally {
        underWay.delete(address);
      }
    },
  };
};
