import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { commands } from '../commands/index.ts';
import { run } from '../shell/run.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the CLI as a shell would, without colors. */
export const testamur = async (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(commands, '1.2.3', args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    env,
    color: { out: false, err: false },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

/** A file in a folder that goes with the test. What is no text is written as JSON. */
export const temporaryFile = async (name: string, content: unknown): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'testamur-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const inProject = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url));

export const exampleProgram = inProject('programs/calt/program.yaml');
export const exampleItems = inProject('programs/calt/items/administration');
