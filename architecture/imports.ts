import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** For relative imports: the file meant, from the root of the project. */
  readonly target: string | undefined;
}

const skipped = new Set(['node_modules', 'build', 'dist', '.react-router', 'data']);

export const readSources = (root: string, folder: string): SourceFile[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry): SourceFile[] => {
    const inner = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readSources(root, inner);
    if (!/\.(ts|tsx|mjs)$/.test(entry.name) || entry.name.endsWith('.gen.ts')) return [];
    return [{ path: inner, text: readFileSync(path.join(root, inner), 'utf8') }];
  });

const patterns = [/\bfrom\s+['"]([^'"]+)['"]/g, /\bimport\s+['"]([^'"]+)['"]/g, /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g];

/** Static, bare and dynamic imports and re-exports, types included: a type ties two modules together as well. */
export const importsOf = (file: SourceFile): Import[] =>
  patterns.flatMap((pattern) =>
    [...file.text.matchAll(pattern)].map(([, specifier = '']) => ({
      specifier,
      target: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file.path), specifier) : undefined,
    })),
  );
