import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { simulated } from './simulated.ts';

const MIRT = `
args <- commandArgs(TRUE); suppressMessages(library(mirt)); mirtCluster(2)
data <- read.csv(args[1]); time <- system.time(fit <- mirt(data, 1, '2PL', verbose = FALSE, quadpts = 61))[['elapsed']]
cat(sprintf('mirt %s: %.2f s, log-likelihood %.4f, %d iterations', packageVersion('mirt'), time, fit@Fit$logLik, extract.mirt(fit, 'iterations')))
`;

/** Times mirt in R on the same data, where both are on the machine; else says that they are not. */
export function timeR(sizes: readonly number[], items: number): string[] {
  const probe = spawnSync('Rscript', ['-e', 'cat(requireNamespace("mirt", quietly = TRUE))'], { encoding: 'utf8' });
  if (probe.error !== undefined) return ['Rscript is not on this machine, so mirt was not timed.'];
  if (probe.stdout.trim() !== 'TRUE') return ['R has no mirt on this machine, so it was not timed.'];
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-irt-'));
  try {
    const program = path.join(folder, 'mirt.R');
    writeFileSync(program, MIRT);
    return sizes.map((candidates) => {
      const data = simulated(candidates, items);
      const rows = data.persons.map((_, p) => data.values.subarray(p * items, (p + 1) * items).join(','));
      const file = path.join(folder, 'data.csv');
      writeFileSync(file, [data.items.join(','), ...rows].join('\n'));
      return `${candidates} × ${items}: ${execFileSync('Rscript', [program, file], { encoding: 'utf8' })}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
