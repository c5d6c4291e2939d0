import { readFile, writeFile } from 'node:fs/promises';
import { describeConfiguration } from '../apps/server/src/platform/config/documentation.ts';

const page = new URL('../docs/configuration.md', import.meta.url);
const text = describeConfiguration();
if ((await readFile(page, 'utf8').catch(() => '')) !== text) {
  await writeFile(page, text);
  console.log('Wrote docs/configuration.md.');
}
