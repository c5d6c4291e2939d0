import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Program, parseProgram } from '@testamur/program';
import type { ItemPackage } from '../modules/item-bank/index.ts';
import { type DemoCandidate, demonstrationSchema } from './demonstration.ts';

const folder = fileURLToPath(new URL('../../../../programs', import.meta.url));

/** A program as it comes with the installation. */
export interface ProgramFiles {
  readonly yaml: string;
  readonly program: Program;
  /** One content package a folder of `items`. */
  readonly packages: readonly ItemPackage[];
  /** Items to practice with, a content package or none. */
  readonly practice: readonly ItemPackage[];
  readonly candidates: readonly DemoCandidate[];
}

const foldersIn = async (parent: string): Promise<string[]> => {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
};

const readPackage = async (parent: string, name: string): Promise<ItemPackage> => {
  const inside = path.join(parent, name);
  const names = (await readdir(inside)).filter((file) => file.endsWith('.xml'));
  const files = await Promise.all(
    names.map(async (file) => [file, await readFile(path.join(inside, file), 'utf8')] as const),
  );
  return { name, files: new Map(files) };
};

const readProgram = async (name: string): Promise<ProgramFiles> => {
  const file = path.join(folder, name, 'program.yaml');
  const yaml = await readFile(file, 'utf8');
  const parsed = parseProgram(yaml, file);
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new Error(`${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${first?.message ?? 'cannot be read'}`);
  }
  const items = path.join(folder, name, 'items');
  const packages = await Promise.all((await foldersIn(items)).map((inside) => readPackage(items, inside)));
  const practice = (await foldersIn(path.join(folder, name))).includes('practice')
    ? [await readPackage(path.join(folder, name), 'practice')]
    : [];
  return { yaml, program: parsed.program, packages, practice, candidates: await readCandidates(name) };
};

/** Nobody where the program has no file of them. */
const readCandidates = async (name: string): Promise<readonly DemoCandidate[]> => {
  const file = path.join(folder, name, 'demonstration.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return [];
  const read = demonstrationSchema.safeParse(JSON.parse(text));
  if (read.success) return read.data.candidates;
  const [issue] = read.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`);
};

/** Every program of the folder `programs`, by the organization that runs it. */
export const readProgramFiles = async (): Promise<ReadonlyMap<string, readonly ProgramFiles[]>> => {
  const programs = await Promise.all((await foldersIn(folder)).map(readProgram));
  return Map.groupBy(programs, ({ program }) => slugOf(program.organization.abbreviation));
};

/** The short name of an organization, from its abbreviation. */
const slugOf = (abbreviation: string): string =>
  abbreviation
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
