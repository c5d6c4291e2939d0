import path from 'node:path';
import { root, runNode, tool } from './node.mjs';
import { runSteps } from './steps.mjs';

const web = { cwd: path.join(root, 'apps', 'web') };

/** Every check that is no test. */
export const checks = [
  { name: 'types of the server, the packages and the tools', args: tool('tsc', '-p', 'tsconfig.json') },
  { name: 'types of the routes', args: tool('react-router', 'typegen'), options: web },
  {
    name: 'types of the site',
    args: tool('tsc', '-p', 'apps/web/tsconfig.json', '--noEmit'),
    after: 'types of the routes',
  },
  { name: 'format and lint', args: tool('biome', 'ci', '--colors=off', '.') },
  { name: 'nothing unused', args: tool('knip', '--no-progress') },
  { name: 'schema and table types match the migrations', args: ['scripts/write-schema.ts', '--check'] },
];

/** A test among the others, and quick enough to run with the checks. */
const floorPlan = { name: 'floor plan', args: tool('vitest', 'run', '--project', 'unit', 'architecture') };

export async function runCheck() {
  const { passed, failed } = await runSteps([...checks, floorPlan]);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** What follows from other files: the schema and its types, the page of settings. */
export async function writeGenerated() {
  const codes = [await runNode(['scripts/write-schema.ts']), await runNode(['scripts/write-configuration.ts'])];
  return Math.max(...codes);
}

export async function runFix() {
  const codes = [await writeGenerated(), await runNode(tool('biome', 'check', '--write', '.'))];
  return Math.max(...codes);
}
