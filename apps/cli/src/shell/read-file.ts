import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from './errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const reading = async <T>(file: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    const reason = reasons[codeOf(error)];
    if (reason === undefined) throw error;
    throw new CommandError(`${file} cannot be read: ${reason}.`);
  }
};

/** @throws CommandError that names the file and says why it cannot be read. */
export const readText = (file: string): Promise<string> => reading(file, () => readFile(file, 'utf8'));

/** @throws CommandError that names the file and says why it cannot be read. */
export const readBytes = (file: string): Promise<Uint8Array> => reading(file, () => readFile(file));

/** The files in a folder and the folders in it, in the order of their names; of a file, itself. */
export const filesIn = (file: string): Promise<readonly string[]> =>
  reading(file, async () => {
    if (!(await stat(file)).isDirectory()) return [file];
    const entries = await readdir(file, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  });

/** @throws CommandError also where the text is no JSON. */
export const readJson = async (file: string): Promise<unknown> => {
  const text = await readText(file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CommandError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};
