import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../shell/errors.ts';
import { expectThat } from './unmet.ts';

/** The files that a rehearsal hands out, as they were served. */
export interface Keepsakes {
  /** Paths of the files written, in order. */
  readonly files: readonly string[];
  /** Writes the bytes where a folder was named; returns them in any case. */
  keep(name: string, file: Blob): Promise<Buffer>;
}

/** @throws CommandError where the folder cannot be made. */
export const createKeepsakes = async (folder: string | undefined): Promise<Keepsakes> => {
  const files: string[] = [];
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandError(`The folder ${folder} cannot be made: ${reason}`);
    });
  }
  return {
    files,
    keep: async (name, file) => {
      const bytes = Buffer.from(await file.arrayBuffer());
      if (folder !== undefined) {
        const target = path.join(folder, name);
        await writeFile(target, bytes);
        files.push(target);
      }
      return bytes;
    },
  };
};

const kilobytes = (bytes: Buffer): string => `${Math.ceil(bytes.length / 1024)} kB`;

/** A PDF, whole from its first line to its last. Returns its size in words. */
export const expectPdf = (what: string, bytes: Buffer): string => {
  const isWhole = bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
  expectThat(isWhole, `${what} to be a whole PDF`, `${bytes.length} bytes that begin with ${bytes.subarray(0, 20)}`);
  return `${what}, ${kilobytes(bytes)}.`;
};

export const keepPdf = async (keepsakes: Keepsakes, name: string, file: Blob): Promise<string> =>
  expectPdf(name, await keepsakes.keep(name, file));
