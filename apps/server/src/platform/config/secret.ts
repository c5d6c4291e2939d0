import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from './start-error.ts';

/** The installation's secret in the data folder, made at the first start; readable by its owner alone. */
export async function keepSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret');
  const existing = await read(file);
  if (existing !== undefined) return existing;
  await mkdir(dataDir, { recursive: true });
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  await handle.writeFile(`${randomBytes(48).toString('base64url')}\n`);
  await handle.sync();
  await handle.close();
  try {
    // Of two starts at once, the first one's secret counts.
    await link(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
  const kept = await read(file);
  if (kept === undefined) throw new StartError(`The secret could not be kept in ${file}.`);
  return kept;
}

async function read(file: string): Promise<string | undefined> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartError(`The secret in ${file} cannot be read: ${(error as Error).message}.`);
  }
  if (text.length < 32) {
    throw new StartError(`The secret in ${file} is damaged. Restore it from a backup: sealed keys need the old one.`);
  }
  return text;
}
