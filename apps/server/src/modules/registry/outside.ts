import { didWebUrl, keyFromDidDocument, parseCredentialText, type ResolveKey } from '@testamur/credentials';
import type { Fetched, GuardedFetch } from '../../platform/fetch/index.ts';
import type { Troubles } from './rules/checks.ts';

/** A credential may name more; nobody is asked for all of them. */
const mostLists = 4;
/** A presentation may hold many credentials of many issuers: what one request asks of others has an end. */
const mostAsked = 8;

export interface Outside {
  readonly resolveKey: ResolveKey;
  /** The status lists that can be read, by their addresses. */
  readLists(urls: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
  /** In words for the reader: what could not be had, and why. */
  readonly troubles: Troubles;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Issuers that are not of this installation: their keys by did:web, their status lists by their addresses, both through
 * the guarded fetch. A did:key needs nobody. What bears this installation's own address is never asked for by network.
 */
export const lookOutside = (fetch: GuardedFetch, publicUrl: string): Outside => {
  const troubles: { key?: string; status?: string } = {};
  const ownHost = new URL(publicUrl).host;
  const asked = new Set<string>();

  const ask: GuardedFetch['read'] = async (address, keep): Promise<Fetched> => {
    asked.add(address);
    if (asked.size <= mostAsked) return fetch.read(address, keep);
    const message = `We ask at most ${mostAsked} addresses at once, and this names more.`;
    return { ok: false, reason: 'busy', message };
  };

  const documentUrl = (did: string): string | undefined => {
    if (!did.startsWith('did:web:')) {
      const [scheme, method] = did.split(':');
      const kind = scheme === 'did' && method !== undefined ? `did:${method.slice(0, 40)}` : 'this kind';
      troubles.key = `Its issuer is named by an identifier of the kind ${kind}, which we cannot look up.`;
      return undefined;
    }
    try {
      return didWebUrl(did);
    } catch {
      troubles.key = 'The identifier of its issuer is not well-formed, so its key cannot be looked up.';
      return undefined;
    }
  };

  return {
    troubles,
    resolveKey: async (verificationMethod) => {
      const url = documentUrl(verificationMethod.split('#')[0] ?? '');
      if (url === undefined) return undefined;
      const { host } = new URL(url);
      if (host === ownHost) {
        troubles.key = 'It names an issuer of this installation, and there is none of that name.';
        return undefined;
      }
      const read = await ask(url, 'five-minutes');
      if (!read.ok) {
        troubles.key = `${read.message} That is where the key of its issuer would be.`;
        throw new Error(read.message);
      }
      const key = keyFromDidDocument(parsed(read.text), verificationMethod);
      if (!key)
        troubles.key = `${host} publishes no key under the name that the signature gives, or none that can be read here.`;
      return key;
    },
    readLists: async (urls) => {
      const lists = new Map<string, unknown>();
      for (const url of urls.slice(0, mostLists)) {
        if (URL.parse(url)?.host === ownHost) continue;
        const read = await ask(url, 'as-told');
        if (!read.ok) {
          troubles.status = `${read.message} That is where its status list would be.`;
          continue;
        }
        const list = parseCredentialText(read.text);
        if (list.ok) lists.set(url, list.credential);
        else troubles.status = `Its status list cannot be read. ${list.message}`;
      }
      return lists;
    },
  };
};
