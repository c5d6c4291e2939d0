import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CandidacyDifference,
  type Difference,
  diffPrograms,
  type Fact,
  type Program,
  say,
} from '@testamur/program';
import { readProgram } from '../program-file.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import { type Io, styled } from '../shell/io.ts';
import { readInstant } from '../shell/read-instant.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';
import { readFacts } from './program-standing.ts';

interface Ledger {
  readonly candidacy: string;
  readonly facts: readonly Fact[];
}

/** One candidacy a file, named after the file; in the order of the names. */
const readLedgers = async (folder: string): Promise<readonly Ledger[]> => {
  const names = await readdir(folder).catch(() => {
    throw new CommandError(
      `${folder} is no folder that can be read; --facts takes a folder with one JSON file a candidacy.`,
    );
  });
  const files = names.filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) throw new CommandError(`${folder} has no .json file; write one list of facts a candidacy.`);
  return Promise.all(
    files.map(async (name) => ({ candidacy: name.slice(0, -5), facts: await readFacts(join(folder, name)) })),
  );
};

/** Ids change from one program to the other only by mistake: a diff of two programs says nothing. */
const requireSameProgram = (before: Program, after: Program): void => {
  if (before.id === after.id) return;
  throw new CommandError(`These are two programs, "${before.id}" and "${after.id}"; compare two editions of one.`);
};

const moments = {
  certification: 'before the certification decision',
  renewal: 'before a renewal',
  now: 'on the day',
} as const satisfies Record<Difference['moment'], string>;

const effects = {
  worse: 'harder for the candidate',
  better: 'easier for the candidate',
  other: 'different',
} as const satisfies Record<Difference['effect'], string>;

const show = (io: Io, count: number, found: readonly CandidacyDifference[]): void => {
  const people = count === 1 ? '1 candidacy' : `${count} candidacies`;
  io.out(`${found.length} of ${people} would be decided differently.`);
  for (const { candidacy, differences } of found) {
    io.out('');
    io.out(styled('bold', candidacy, io.color.out));
    for (const { at, moment, effect, before, after, lines } of differences) {
      const status = before === after ? before : `${before}, would be ${after}`;
      io.out(`  ${at.slice(0, 10)}, ${moments[moment]}: ${effects[effect]} (${status})`);
      const rows = lines.map((line) => [
        `    ${say(line.title)}`,
        `${line.before?.state ?? 'not asked for'} -> ${line.after?.state ?? 'not asked for'}`,
        line.after === undefined ? '' : say(line.after.reason),
      ]);
      for (const line of columns(rows)) io.out(line);
    }
  }
};

export const programDiff = defineCommand({
  name: 'program diff',
  summary: 'Say which candidates another edition would have decided differently, and why',
  description:
    'What people stated, handed in and scored stays; the rules of the new edition are put to it. Verdicts of reviewers stay.',
  arguments: [
    { name: 'OLD', says: 'The program file in force.' },
    { name: 'NEW', says: 'The program file of the new edition.' },
  ],
  options: {
    facts: { type: 'string', value: 'DIR', required: true, says: 'A folder with one JSON list of facts a candidacy.' },
    at: { type: 'string', value: 'DATE', says: 'The day on which present candidates are looked at; today without it.' },
    json: jsonOption,
  },
  examples: ['testamur program diff 2026.yaml 2027.yaml --facts ledgers'],
  exits: ['The differences are written, also when there are none.', 'A program file has problems.'],
  run: async ({ values, positionals: [old = '', next = ''], io }) => {
    const at = readInstant(values.at ?? new Date().toISOString().slice(0, 10), '--at');
    const [before, after] = [await readProgram(old), await readProgram(next)];
    requireSameProgram(before, after);
    const ledgers = await readLedgers(values.facts);
    const differences = [...diffPrograms(before, after, ledgers, at)];
    if (values.json) writeJson(io, { at, candidacies: ledgers.length, differences });
    else show(io, ledgers.length, differences);
    return ok;
  },
});
