import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Entry } from './entry.ts';

/** Where entries wait on the device until the server has them. */
export interface EntryStore {
  list(attemptId: string): Promise<readonly Entry[]>;
  /** Resolves when the entries are on the device's disk. */
  put(attemptId: string, entries: readonly Entry[], replaces: readonly number[]): Promise<void>;
  remove(attemptId: string, seqs: readonly number[]): Promise<void>;
}

type Row = Entry & { readonly attemptId: string };

interface OutboxSchema extends DBSchema {
  entries: { key: [string, number]; value: Row };
}

const asEntry = ({ attemptId: _, ...entry }: Row): Entry => entry;

/** Private windows and full disks may refuse; callers go on without. */
export const createIdbStore = (name = 'testamur-exam'): EntryStore => {
  let opening: Promise<IDBPDatabase<OutboxSchema>> | undefined;
  const database = () => {
    opening ??= openDB<OutboxSchema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('entries', { keyPath: ['attemptId', 'seq'] });
      },
    });
    return opening;
  };
  const write = async (
    attemptId: string,
    { put = [], remove = [] }: { put?: readonly Entry[]; remove?: readonly number[] },
  ): Promise<void> => {
    // Strict: acknowledged by the disk, not by a buffer that a crash takes along.
    const transaction = (await database()).transaction('entries', 'readwrite', { durability: 'strict' });
    await Promise.all([
      ...remove.map((seq) => transaction.store.delete([attemptId, seq])),
      ...put.map((entry) => transaction.store.put({ ...entry, attemptId })),
      transaction.done,
    ]);
  };
  return {
    list: async (attemptId) => {
      const range = IDBKeyRange.bound([attemptId, 0], [attemptId, Number.MAX_SAFE_INTEGER]);
      return (await (await database()).getAll('entries', range)).map(asEntry);
    },
    put: (attemptId, entries, replaces) => write(attemptId, { put: entries, remove: replaces }),
    remove: (attemptId, seqs) => write(attemptId, { remove: seqs }),
  };
};

/** For practice and tests: kept as long as the page. */
export const createMemoryStore = (): EntryStore => {
  const rows = new Map<string, Row>();
  const keyOf = (attemptId: string, seq: number) => `${attemptId}/${seq}`;
  return {
    list: async (attemptId) => [...rows.values()].filter((row) => row.attemptId === attemptId).map(asEntry),
    put: async (attemptId, entries, replaces) => {
      for (const seq of replaces) rows.delete(keyOf(attemptId, seq));
      for (const entry of entries) rows.set(keyOf(attemptId, entry.seq), { ...entry, attemptId });
    },
    remove: async (attemptId, seqs) => {
      for (const seq of seqs) rows.delete(keyOf(attemptId, seq));
    },
  };
};
