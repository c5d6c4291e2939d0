import path from 'node:path';
import { writeZip } from '@testamur/qti';
import { CommandError } from '../shell/errors.ts';
import { filesIn, readBytes } from '../shell/read-file.ts';
import type { Previewed } from './serve.ts';

/** Larger packages are refused by the workbench as well. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Files and folders of systems and editors, such as .git and .DS_Store: no part of a package. */
const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.'));

/**
 * The file as it is; of a folder, a package of all that is in it.
 *
 * @throws CommandError that names what cannot be read or packed, and why.
 */
export const readPreviewed = async (file: string): Promise<Previewed> => {
  const name = path.basename(path.resolve(file));
  const found = await filesIn(file);
  if (found.length === 1 && found[0] === file) return { name, bytes: await readBytes(file) };
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const one of found) {
    const inside = path.relative(file, one).split(path.sep).join('/');
    if (isHidden(inside)) continue;
    const bytes = await readBytes(one);
    size += bytes.length;
    if (size > MAX_BYTES) {
      throw new CommandError(`${file} holds more than 256 MB.`, { fix: 'Name the folder of the package alone.' });
    }
    files.set(inside, bytes);
  }
  if (files.size === 0) throw new CommandError(`${file} holds no files.`, { fix: 'Name the folder of a package.' });
  try {
    return { name: `${name}.zip`, bytes: writeZip(files) };
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${file} cannot be packed: ${error.message}.`);
    throw error;
  }
};
