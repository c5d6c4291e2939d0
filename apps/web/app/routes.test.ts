import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { features } from './features/index.ts';

const folder = path.join(import.meta.dirname, 'features');
const imported = import.meta.glob<{ routes: unknown }>('./features/*/routes.ts', { eager: true });

/** Folders whose pages nobody can reach. */
const unlisted = (folders: readonly string[]) =>
  folders.filter((name) => !features.some((feature) => feature === imported[`./features/${name}/routes.ts`]?.routes));

const folders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('features', () => {
  it('are all part of the site', () => expect(unlisted(folders)).toEqual([]));
  it('that are left out are found', () => expect(unlisted([...folders, 'forgotten'])).toEqual(['forgotten']));
});
