import { writeFile } from 'node:fs/promises';
import { CommandError } from '../shell/errors.ts';

/** @throws CommandError that names the file and says why it cannot be written. */
export async function writeResult(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new CommandError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
