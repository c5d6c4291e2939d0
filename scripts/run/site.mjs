import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { captureNode, environment, Mendable, root, tool } from './node.mjs';

const web = path.join(root, 'apps', 'web');
const stampFile = path.join(web, 'build', '.stamp');

/** What the built site is made of. */
const sources = ['apps/web', 'packages', 'apps/server/src', 'package-lock.json'];
const skippedFolders = new Set(['node_modules', 'build', '.react-router', 'coverage']);

/** Of the server, the site holds the contracts alone, and what they are made of. */
export function belongs(file) {
  if (/\.test\.tsx?$/.test(file) || file.endsWith('.md')) return false;
  if (!file.startsWith('apps/server/')) return true;
  return /\/contract(\/|\.ts$)|^apps\/server\/src\/(kernel|platform\/operations)\//.test(file);
}

/** Builds the site when its sources are not those of the last build; resolves to whether it did. */
export async function buildSite() {
  const stamp = await fingerprint();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return false;
  console.log('Building the pages …');
  await rm(stampFile, { force: true });
  const { code, output } = await captureNode(tool('react-router', 'build'), {
    cwd: web,
    env: environment({ NODE_ENV: 'production' }),
  });
  if (code !== 0) throw new Mendable(`The pages could not be built:\n${output.trim()}`);
  const preview = await captureNode(tool('vite', 'build', '-c', 'workbench-site/vite.config.ts'), {
    cwd: web,
    env: environment({ NODE_ENV: 'production' }),
  });
  if (preview.code !== 0) throw new Mendable(`The pages of the preview could not be built:\n${preview.output.trim()}`);
  await writeFile(stampFile, stamp);
  return true;
}

async function fingerprint() {
  const files = (await Promise.all(sources.map((source) => list(source)))).flat().filter(belongs).sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    hash.update(`${file}\0`).update(createHash('sha256').update(contents[index]).digest());
  }
  return `${hash.digest('hex')}\n`;
}

async function list(source) {
  if (source.endsWith('.json')) return [source];
  const entries = await readdir(path.join(root, source), { withFileTypes: true });
  const lists = entries.map((entry) => {
    const file = `${source}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : list(file);
    return entry.isFile() ? [file] : [];
  });
  return (await Promise.all(lists)).flat();
}
