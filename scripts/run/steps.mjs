import { captureNode } from './node.mjs';

/**
 * Runs the steps `{ name, args, options? }`, two at a time (the machines have two cores), and shows the output of those
 * that fail. A step with `after` waits for the one of that name.
 *
 * @returns how many passed and how many failed, and the names of those.
 */
export async function runSteps(steps) {
  const done = new Map();
  const waiting = [...steps];
  const ends = new Map(steps.map((step) => [step.name, Promise.withResolvers?.() ?? deferred()]));
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (step.after !== undefined) await ends.get(step.after).promise;
      done.set(step.name, await runStep(step));
      ends.get(step.name).resolve();
    }
  };
  await Promise.all([lane(), lane()]);
  const results = [...done.values()];
  const failures = [...done].filter(([, passed]) => !passed).map(([name]) => name);
  return { passed: results.filter(Boolean).length, failed: failures.length, failures };
}

async function runStep({ name, args, options }) {
  const start = performance.now();
  const { code, output } = await captureNode(args, options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(`${output.trim()}\n`);
  return code === 0;
}

/** Promise.withResolvers for Node 20. */
function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
