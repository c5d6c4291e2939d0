import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { assertKey, newKey } from './key.ts';
import { spool } from './spool.ts';
import { FileMissing, type FileStore } from './store.ts';

/** Files in a folder on this disk. A file is there whole or not at all, also after a power failure. */
export function createLocalStore(folder: string): FileStore {
  const incoming = path.join(folder, 'incoming');
  const place = (key: string): string => {
    assertKey(key);
    return path.join(folder, key);
  };
  return {
    async put(content, options) {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      await removeAbandoned(incoming);
      const half = path.join(incoming, randomUUID());
      const written = await spool(content, half, options);
      const key = newKey();
      const file = place(key);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      await rename(half, file);
      await syncFolder(path.dirname(file));
      await syncFolder(folder);
      return { key, ...written };
    },
    async get(key) {
      const file = place(key);
      const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'ENOENT' ? new FileMissing(`There is no stored file ${key}.`) : error;
      });
      return handle.createReadStream();
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
  };
}

/** Makes the entries of a folder durable: a file's own sync does not include its name. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What uploads left that were cut off by a crash. */
async function removeAbandoned(incoming: string): Promise<void> {
  const old = Date.now() - 24 * 3_600_000;
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name);
    const made = await stat(file).catch(() => undefined);
    if (made !== undefined && made.mtimeMs < old) await rm(file, { force: true });
  }
}
