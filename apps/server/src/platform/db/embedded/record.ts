import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../config/start-error.ts';

const shape = z.object({
  /** Where the cluster's files are: relative to the data folder, or absolute when they had to go elsewhere. */
  folder: z.string().min(1),
  port: z.number().int().min(1).max(65_535).optional(),
  passwords: z.object({ superuser: z.string(), owner: z.string(), app: z.string() }),
});

/** What the data folder remembers of its database, in `postgres.json`, readable by its owner alone. */
export type ClusterRecord = z.infer<typeof shape>;

const file = (dataDir: string): string => path.join(dataDir, 'postgres.json');

export async function findRecord(dataDir: string): Promise<ClusterRecord | undefined> {
  let text: string;
  try {
    text = await readFile(file(dataDir), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartError(
      `Cannot read ${file(dataDir)} (${code}). Start as the user who made this data folder, ` +
        `or give it to yourself: chown -R "$(id -un)" ${dataDir}`,
    );
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new StartError(`${file(dataDir)} is damaged (${(error as Error).message}). Restore it from a backup.`);
  }
}

/** Replaces the record, whole or not at all. */
export async function saveRecord(dataDir: string, record: ClusterRecord): Promise<void> {
  await rename(await writeHalf(dataDir, record), file(dataDir));
}

/** Makes the record of a new data folder with fresh passwords; of two starts at once, both get the first one's. */
export async function createRecord(dataDir: string, folder: string): Promise<ClusterRecord> {
  const password = () => randomBytes(24).toString('base64url');
  const record = { folder, passwords: { superuser: password(), owner: password(), app: password() } };
  const half = await writeHalf(dataDir, record);
  try {
    await link(half, file(dataDir));
    return record;
  } catch (error) {
    const existing = await findRecord(dataDir);
    if (existing === undefined) throw error;
    return existing;
  } finally {
    await unlink(half);
  }
}

async function writeHalf(dataDir: string, record: ClusterRecord): Promise<string> {
  const half = `${file(dataDir)}.${randomUUID()}`;
  const handle = await open(half, 'w', 0o600);
  await handle.writeFile(`${JSON.stringify(record, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  return half;
}
