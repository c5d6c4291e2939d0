import { bytesOfBase64url, type Claims } from '../jose/compact.ts';
import { findRepeatedMember } from '../repeated-member.ts';
import { digestOf, HASH } from './library.ts';

/** The claims of a token with what was disclosed put in its place, or the first reason why that cannot be done. */
export type Disclosed =
  | {
      readonly ok: true;
      readonly claims: Claims;
      /** Names of the claims, at any level, that were disclosed; entries of arrays have none. */
      readonly disclosed: readonly string[];
      /** Digests without a disclosure: what was kept back, and decoys. */
      readonly undisclosed: number;
    }
  | { readonly ok: false; readonly problem: string };

interface Disclosure {
  /** Absent for an entry of an array. */
  readonly name: string | undefined;
  readonly value: unknown;
}

const MAX_DISCLOSURES = 256;
const MAX_DEPTH = 24;

class Refusal extends Error {}

function readDisclosure(text: string): Disclosure {
  const bytes = bytesOfBase64url(text);
  let parts: unknown;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    parts = JSON.parse(json);
    if (findRepeatedMember(json) !== undefined) {
      throw new Refusal('a disclosure names a member twice');
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('a disclosure is not JSON in base64url');
  }
  if (!Array.isArray(parts) || parts.length < 2 || parts.length > 3 || typeof parts[0] !== 'string') {
    throw new Refusal('a disclosure must be a list of a salt, a name and a value');
  }
  const name: unknown = parts.length === 3 ? parts[1] : undefined;
  if (parts.length === 3 && (typeof name !== 'string' || name === '_sd' || name === '...')) {
    throw new Refusal('a disclosure has no name that a claim can have');
  }
  return { name: typeof name === 'string' ? name : undefined, value: parts.at(-1) };
}

function readAll(texts: readonly string[]): Map<string, Disclosure> {
  if (texts.length > MAX_DISCLOSURES) {
    throw new Refusal(`it has more than ${MAX_DISCLOSURES} disclosures`);
  }
  const all = new Map<string, Disclosure>();
  for (const text of texts) {
    const digest = digestOf(text);
    if (all.has(digest)) {
      throw new Refusal('a disclosure stands twice');
    }
    all.set(digest, readDisclosure(text));
  }
  return all;
}

/** Puts disclosures in the places of their digests. Each digest may stand once, each disclosure must be used. */
class Assembly {
  readonly names: string[] = [];
  readonly #open: Map<string, Disclosure>;
  readonly #seen = new Set<string>();
  undisclosed = 0;

  constructor(open: Map<string, Disclosure>) {
    this.#open = open;
  }

  get unused(): number {
    return this.#open.size;
  }

  #take(digest: unknown, kind: 'member' | 'entry'): Disclosure | undefined {
    if (typeof digest !== 'string') {
      throw new Refusal('a digest is not text');
    }
    if (this.#seen.has(digest)) {
      throw new Refusal('a digest stands in two places');
    }
    this.#seen.add(digest);
    const found = this.#open.get(digest);
    if (found === undefined) {
      this.undisclosed += 1;
      return undefined;
    }
    if ((found.name === undefined) !== (kind === 'entry')) {
      throw new Refusal(`a disclosure stands where its digest is that of ${kind === 'entry' ? 'an entry' : 'a claim'}`);
    }
    this.#open.delete(digest);
    return found;
  }

  #entries(values: readonly unknown[], depth: number): unknown[] {
    return values.flatMap((value) => {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '...')) {
        return [this.expand(value, depth)];
      }
      if (Object.keys(value).length !== 1) {
        throw new Refusal('the place of an entry that was kept back holds more than its digest');
      }
      const found = this.#take(Object.values(value)[0], 'entry');
      return found === undefined ? [] : [this.expand(found.value, depth)];
    });
  }

  #members(value: object, depth: number): object {
    const members = new Map<string, unknown>();
    for (const [name, inner] of Object.entries(value)) {
      if (name === '...') {
        throw new Refusal('a claim is named "..."');
      }
      if (name !== '_sd') {
        members.set(name, this.expand(inner, depth));
      }
    }
    const digests: unknown = Object.hasOwn(value, '_sd') ? Reflect.get(value, '_sd') : [];
    if (!Array.isArray(digests)) {
      throw new Refusal('"_sd" is not a list of digests');
    }
    for (const digest of digests) {
      const found = this.#take(digest, 'member');
      if (found?.name !== undefined) {
        if (members.has(found.name)) {
          throw new Refusal(`the claim "${found.name.slice(0, 80)}" would stand twice`);
        }
        members.set(found.name, this.expand(found.value, depth));
        this.names.push(found.name);
      }
    }
    return Object.fromEntries(members);
  }

  expand(value: unknown, depth = 0): unknown {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (depth >= MAX_DEPTH) {
      throw new Refusal(`it is nested deeper than ${MAX_DEPTH} levels`);
    }
    return Array.isArray(value) ? this.#entries(value, depth + 1) : this.#members(value, depth + 1);
  }
}

/**
 * Puts what was disclosed into the payload of a token.
 *
 * @param payload of a token; its signature is the caller's to check.
 * @param texts the disclosures as they stood between the "~".
 * @param alwaysShown names that must stand in the payload itself when they stand at its top.
 * @returns the problem is a clause that follows "The token cannot be read:".
 * @see RFC 9901 (SD-JWT), 7.1 (verification of the SD-JWT), steps 3 to 6.
 */
export function applyDisclosures(
  payload: Claims,
  texts: readonly string[],
  alwaysShown: ReadonlySet<string>,
): Disclosed {
  const { _sd_alg: hash = HASH, ...rest } = payload;
  if (hash !== HASH) {
    return { ok: false, problem: `its digests are not of the kind ${HASH} (_sd_alg)` };
  }
  try {
    const assembly = new Assembly(readAll(texts));
    const claims = { ...Object(assembly.expand(rest)) };
    if (assembly.unused > 0) {
      throw new Refusal('a disclosure belongs to no digest of the token: it was taken from another');
    }
    const hidden = Object.keys(claims).find((name) => alwaysShown.has(name) && !Object.hasOwn(payload, name));
    if (hidden !== undefined) {
      throw new Refusal(`"${hidden}" was disclosed, but must always be shown`);
    }
    return { ok: true, claims, disclosed: assembly.names, undisclosed: assembly.undisclosed };
  } catch (error) {
    if (error instanceof Refusal) {
      return { ok: false, problem: error.message };
    }
    throw error;
  }
}
