import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checks } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { environment, root, runNode, tool } from './node.mjs';
import { buildSite } from './site.mjs';
import { runSteps } from './steps.mjs';

/** Everything, to the end, whatever fails on the way; the last line counts. */
export async function runTests() {
  const start = performance.now();
  const parts = [
    await runSteps(checks),
    await runVitest(['--project', 'unit', '--project', 'integration']),
    await runJourneys(),
  ];
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  // Once more at the end, where those who see nothing else look.
  for (const { failures = [] } of parts) for (const failure of failures) console.log(`✗ ${failure}`);
  console.log(`\nin ${((performance.now() - start) / 1000).toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The journeys in a real browser, against the built site. */
async function runJourneys() {
  const chromium = findChromium();
  if (chromium === undefined) {
    console.log(
      '✗ journeys: no Chromium. Debian: apt-get update && apt-get install -y --no-install-recommends chromium',
    );
    return { passed: 0, failed: 1 };
  }
  try {
    await buildSite();
  } catch (error) {
    console.log(`✗ journeys: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
  return runVitest(['--project', 'e2e'], { CHROMIUM_PATH: chromium });
}

async function runVitest(args, settings = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'testamur-report-'));
  const report = path.join(folder, 'vitest.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runNode(tool('vitest', 'run', ...args, ...reporters), { env: environment(settings) });
    const found = existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : undefined;
    return { ...count(found, code), failures: failuresOf(found) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each failed test with its file and the first line of the reason. */
export function failuresOf(report) {
  return (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = path.relative(root, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      if (tests.length === 0) return [`${file}: ${firstLine(message)}`];
      return tests.map((test) => `${file}: ${test.fullName}: ${firstLine(test.failureMessages?.[0])}`);
    });
}

const firstLine = (text = '') => text.split('\n', 1)[0].slice(0, 300);

/**
 * What vitest reports, and what it leaves out of its counts: a file that could not be loaded, a test that was skipped,
 * an error outside of any test.
 */
export function count(report, code) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  if (skipped > 0) console.log(`${skipped} skipped: a skipped test counts as failed`);
  const failed = report.numFailedTests + unloaded + skipped;
  const unexplained = failed === 0 && (code !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: unexplained ? 1 : failed };
}
