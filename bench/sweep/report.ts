import type { Proof } from './prove.ts';
import type { Measured } from './run.ts';

export interface Findings {
  readonly candidacies: number;
  readonly due: number;
  /** Due, and of a program that works. */
  readonly sound: number;
  /** What the clock or a reminder has brought is to be told once. */
  readonly toTell: number;
  readonly measured: Measured;
  readonly proof: Proof;
}

const rssLimitMiB = 128;

const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const faults = ({ due, sound, toTell, measured, proof }: Findings): readonly string[] => [
  ...(sound > 0 && proof.swept === sound && proof.left === 0
    ? []
    : [`${sound - proof.swept} due candidacies were not swept.`]),
  ...(proof.failing === due - sound ? [] : [`${proof.failing} are put off, where ${due - sound} cannot be swept.`]),
  ...(proof.toldOf === toTell ? [] : [`${toTell} candidacies were to be told of, ${proof.toldOf} were.`]),
  ...(proof.told === proof.toldOf ? [] : [`${proof.told - proof.toldOf} candidacies were told of twice.`]),
  ...(measured.looked === due ? [] : [`${due} were due, ${measured.looked} were looked at.`]),
  ...(measured.rssGrowthMiB <= rssLimitMiB
    ? []
    : [`Memory grew by ${round(measured.rssGrowthMiB)} MiB; the limit is ${rssLimitMiB}.`]),
];

/** Prints a line of JSON and what was wrong. @returns the exit code. */
export const report = (findings: Findings): number => {
  const { candidacies, due, measured, proof } = findings;
  console.log(
    JSON.stringify({
      ...{ bench: 'sweep', candidacies, due, swept: proof.swept, failing: proof.failing },
      ...{ changed: measured.changed, reminders: measured.reminders, told: proof.told },
      ...{ seconds: round(measured.seconds, 1), perSecond: round(measured.looked / measured.seconds) },
      ...{ ratio: round(median(measured.ratios), 2), rssGrowthMiB: round(measured.rssGrowthMiB, 1), rssLimitMiB },
      ...{ rssPeakMiB: round(measured.rssPeakMiB) },
    }),
  );
  console.log(
    `The sweep of a ledger takes ${round(median(measured.ratios), 2)} times as long as reading and parsing its facts.`,
  );
  const wrong = faults(findings);
  for (const line of wrong) console.error(line);
  return wrong.length === 0 ? 0 : 1;
};
