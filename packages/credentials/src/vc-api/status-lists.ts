import type { JsonObject } from '../json.ts';
import type { Signer } from '../keys.ts';
import { pickIndex } from '../status/allocate.ts';
import { issueStatusList, statusEntry } from '../status/credential.ts';
import { createStatusList, MINIMUM_ENTRIES, type StatusList, type StatusPurpose, setStatus } from '../status/list.ts';

const DAY = 86_400_000;
const TRIES = 32;

/** Purposes that an entry of the service can have. */
export type ServedPurpose = Extract<StatusPurpose, 'revocation' | 'suspension'>;

interface ServedList {
  readonly signer: Signer;
  readonly url: string;
  readonly used: Set<number>;
  list: StatusList;
  signed: { readonly credential: JsonObject; readonly until: number } | undefined;
}

/** An entry of a list, by the address of the list and its place there. */
export interface EntryName {
  readonly listUrl: string;
  readonly index: number;
}

/** The status lists of one service, kept in memory: one for each of its keys and purposes, and more when one is full. */
export interface StatusLists {
  /** A new entry for a credential of the signer, as a member `credentialStatus`. */
  allocate(signer: Signer, purpose: ServedPurpose): JsonObject;
  /** Sets an entry; false when there is none of that name. */
  set(entry: EntryName, value: boolean): boolean;
  /** The signed list at an address; undefined when none is there. */
  read(url: string): Promise<JsonObject | undefined>;
  /** All signed lists, by their addresses. */
  readAll(urls: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/**
 * Status lists in memory. A list is signed when it is read, again after a change, and for a day.
 *
 * @param options.url the address at which lists are served, without a slash at its end.
 * @param options.random gives a uniformly distributed integer of [0, below).
 * @see Bitstring Status List 1.0, 3.1 (generate algorithm) and 5.1 (group privacy: random entries).
 */
export function createStatusLists(options: {
  url: string;
  now: () => Date;
  random: (below: number) => number;
}): StatusLists {
  const { url, now, random } = options;
  const lists = new Map<string, ServedList>();

  function begin(signer: Signer, purpose: ServedPurpose): ServedList {
    const address = `${url}/${lists.size + 1}`;
    const begun = {
      signer,
      url: address,
      used: new Set<number>(),
      list: createStatusList({ purpose }),
      signed: undefined,
    };
    lists.set(address, begun);
    return begun;
  }

  function draw(used: ReadonlySet<number>): number | undefined {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const index = random(MINIMUM_ENTRIES);
      if (!used.has(index)) {
        return index;
      }
    }
    return pickIndex(used, random);
  }

  async function sign(served: ServedList): Promise<JsonObject> {
    const time = now().getTime();
    if (served.signed !== undefined && time < served.signed.until - DAY / 2) {
      return served.signed.credential;
    }
    const from = new Date(Math.floor(time / 1_000) * 1_000);
    const until = new Date(from.getTime() + DAY);
    const credential = await issueStatusList({
      list: served.list,
      listUrl: served.url,
      signer: served.signer,
      validFrom: from.toISOString(),
      validUntil: until.toISOString(),
      created: from,
    });
    served.signed = { credential, until: until.getTime() };
    return credential;
  }

  return {
    allocate(signer, purpose) {
      const open = [...lists.values()].find(
        (one) => one.signer === signer && one.list.purpose === purpose && one.used.size < MINIMUM_ENTRIES,
      );
      const served = open ?? begin(signer, purpose);
      const index = draw(served.used);
      if (index === undefined) {
        throw new RangeError('random must give every integer below its argument in time.');
      }
      served.used.add(index);
      return statusEntry({ purpose, listUrl: served.url, index });
    },
    set({ listUrl, index }, value) {
      const served = lists.get(listUrl);
      if (served === undefined || !served.used.has(index)) {
        return false;
      }
      served.list = setStatus(served.list, index, value);
      served.signed = undefined;
      return true;
    },
    async read(address) {
      const served = lists.get(address);
      return served === undefined ? undefined : sign(served);
    },
    async readAll(urls) {
      const found = urls.map((one) => lists.get(one)).filter((one) => one !== undefined);
      return new Map(await Promise.all(found.map(async (one) => [one.url, await sign(one)] as const)));
    },
  };
}
