import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { FileTooLarge, type PutOptions } from './store.ts';

/** Writes the content to a new file, durably, and says what it was. Nothing is left when that fails. */
export async function spool(
  content: Readable | Uint8Array,
  file: string,
  { maxBytes = Number.POSITIVE_INFINITY }: PutOptions = {},
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const written = await writeAll(content, handle, maxBytes);
    await handle.sync();
    await handle.close();
    return written;
  } catch (error) {
    await handle.close();
    await rm(file, { force: true });
    throw error;
  }
}

async function writeAll(content: Readable | Uint8Array, handle: FileHandle, maxBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content instanceof Readable ? content : [content]) {
    const part: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new FileTooLarge(maxBytes);
    hash.update(part);
    for (let done = 0; done < part.byteLength; ) {
      const { bytesWritten } = await handle.write(part, done, part.byteLength - done);
      done += bytesWritten;
    }
  }
  return { sha256: hash.digest('hex'), bytes };
}
