import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Mendable, root, runNode } from './node.mjs';

/** One program of bench/ by its name. */
export async function runBench([name, ...rest]) {
  const files = await readdir(path.join(root, 'bench'));
  const names = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  if (!names.includes(name)) {
    throw new Mendable(`Say what to measure: npm run bench -- ${names.join(' | ')}`);
  }
  return runNode([path.join('bench', `${name}.ts`), ...rest]);
}
