import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes what the server answers at a public address as a file at the same path below `DATA_DIR/published`, so that any
 * web server can answer while this one is down. A file is there whole or not at all.
 */
export const publishFile = async (
  { DATA_DIR }: { readonly DATA_DIR: string },
  url: string,
  document: object,
): Promise<void> => {
  const file = path.join(DATA_DIR, 'published', ...new URL(url).pathname.split('/').filter((part) => part !== ''));
  await mkdir(path.dirname(file), { recursive: true });
  const half = `${file}.${randomUUID()}.half`;
  const handle = await open(half, 'wx', 0o644);
  try {
    await handle.writeFile(`${JSON.stringify(document)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
};
