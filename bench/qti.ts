import { readFileSync } from 'node:fs';
import {
  type AssessmentItem,
  interactionsOf,
  type PlainValues,
  parseItem,
  scoreItem,
} from '../packages/qti/src/index.ts';

const FILE = new URL('../programs/calt/items/cataloging/calt-cataloging-001.xml', import.meta.url);
const RUNS = 7;
const RUN_MS = 300;

/** The median of operations per second over several timed runs, after one that warms up. */
function rate(batch: () => number): number {
  const rates = Array.from({ length: RUNS + 1 }, () => {
    const start = performance.now();
    let done = 0;
    while (performance.now() - start < RUN_MS) done += batch();
    return (done / (performance.now() - start)) * 1000;
  });
  const sorted = rates.slice(1).sort((a, b) => a - b);
  return sorted[RUNS >> 1] ?? 0;
}

function readItem(source: Uint8Array): AssessmentItem {
  const result = parseItem(source);
  if (result.status === 'ok') return result.item;
  throw new Error(`${FILE.pathname} is not read in full: ${result.messages.map(({ text }) => text).join('; ')}`);
}

const source = readFileSync(FILE);
const item = readItem(source);
const [interaction] = interactionsOf(item.body);
const choices = interaction?.interaction === 'choice' ? interaction.choices.map(({ identifier }) => identifier) : [];
const key = String(item.responses[0]?.correct);
const answers: readonly PlainValues[] = Array.from({ length: 1000 }, (_, n) => ({
  RESPONSE: choices[(n * 7) % choices.length] ?? null,
}));

let scored = 0;
const scoring = rate(() => {
  for (const answer of answers) {
    const result = scoreItem(item, answer);
    if (result.ok) scored += result.score ?? 0;
  }
  return answers.length;
});

let compared = 0;
const equality = rate(() => {
  for (const answer of answers) if (answer.RESPONSE === key) compared += 1;
  return answers.length;
});

const parsing = rate(() => {
  for (let n = 0; n < 20; n += 1) readItem(source);
  return 20;
});

// The same item as JSON: what it would take to read it without XML, checks and sanitizing.
const json = JSON.stringify(item);
let read = 0;
const jsonParsing = rate(() => {
  for (let n = 0; n < 200; n += 1) read += Object.keys(JSON.parse(json)).length;
  return 200;
});

if (read === 0 || scored === 0 || compared === 0)
  throw new Error('no answer matched the key: the benchmark measures nothing');
const figures = {
  bench: 'qti',
  scoringsPerSecond: Math.round(scoring),
  equalityPerSecond: Math.round(equality),
  equalityOverScoring: Math.round(equality / scoring),
  parsesPerSecond: Math.round(parsing),
  jsonParsesPerSecond: Math.round(jsonParsing),
  jsonOverParsing: Math.round(jsonParsing / parsing),
};
console.log(JSON.stringify(figures));
console.log(
  `One core scores ${figures.scoringsPerSecond.toLocaleString('en-US')} responses to a choice item a second, checks of the response included; a bare comparison with the key is ${figures.equalityOverScoring} times as fast. It parses ${figures.parsesPerSecond.toLocaleString('en-US')} items a second; the same item is read from JSON ${figures.jsonOverParsing} times as fast.`,
);
