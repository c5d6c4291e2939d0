// Runs on any Node from 20 with nothing installed, and leads from there: packages first, then Node 24.
import { runBench } from './run/bench.mjs';
import { runCheck, runFix, writeGenerated } from './run/check.mjs';
import { ensureInstalled } from './run/install.mjs';
import { runDevelopment, runStart } from './run/serve.mjs';
import { runTests } from './run/test.mjs';

/** Each resolves to the exit code. */
const commands = {
  start: { run: runStart, says: 'start the installation' },
  dev: { run: runDevelopment, says: 'start it for development: pages and server follow their sources' },
  test: { run: runTests, says: 'run every check and every test' },
  check: { run: runCheck, says: 'run the checks alone: style, types, unused code, floor plan, generated files' },
  fix: { run: runFix, says: 'format and write the generated files' },
  schema: { run: writeGenerated, says: 'write the generated files alone' },
  bench: { run: runBench, says: 'measure: npm run bench -- NAME' },
};

const [name = '', ...rest] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  const list = Object.entries(commands).map(([command, { says }]) => `  ${command.padEnd(8)}${says}`);
  console.error(`Say what to run:\n${list.join('\n')}`);
  process.exit(2);
}
try {
  await ensureInstalled();
  process.exitCode = await commands[name].run(rest);
} catch (error) {
  console.error(error?.mendable ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
