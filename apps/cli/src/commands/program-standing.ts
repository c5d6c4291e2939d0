import { type Fact, type Standing, say, standing } from '@testamur/program';
import { readProgram } from '../program-file.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import { type Io, styled } from '../shell/io.ts';
import { readJson } from '../shell/read-file.ts';
import { readInstant } from '../shell/read-instant.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';

const isFact = (value: unknown): value is Fact =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'kind', 'at', 'edition'].every(
    (name) => typeof Object.getOwnPropertyDescriptor(value, name)?.value === 'string',
  );

/** The ledger of one candidacy. What a fact says is looked at by `standing`, which flags what it cannot use. */
export const readFacts = async (file: string): Promise<readonly Fact[]> => {
  const content = await readJson(file);
  if (!Array.isArray(content)) throw new CommandError(`${file} is no list of facts: [ { "id": …, "kind": … }, … ].`);
  const bad = content.findIndex((fact) => !isFact(fact));
  if (bad >= 0) {
    throw new CommandError(
      `${file}: entry ${bad + 1} is no fact; it needs the texts "id", "kind", "at" and "edition".`,
    );
  }
  return content;
};

const day = (instant: string): string => instant.slice(0, 10);

const show = (io: Io, found: Standing): void => {
  const section = (title: string, rows: readonly (readonly string[])[]): void => {
    if (rows.length === 0) return;
    io.out('');
    io.out(styled('bold', title, io.color.out));
    for (const line of columns(rows)) io.out(line);
  };
  io.out(`${styled('bold', found.status, io.color.out)} since ${day(found.since)}: ${say(found.statusReason)}`);
  for (const { number, title, lines } of found.steps) {
    section(
      `${number}. ${say(title)}`,
      lines.map((line) => [line.state, say(line.title), line.detail ? say(line.detail) : say(line.why.reason)]),
    );
  }
  section(
    'Next',
    found.next.map(({ actor, title, by }) => [actor, say(title), by === undefined ? '' : `by ${day(by)}`]),
  );
  section(
    'Deadlines',
    found.deadlines.map(({ at, title, consequence }) => [day(at), say(title), say(consequence)]),
  );
  section(
    'Facts that could not be used',
    found.flags.map(({ factId, problem }) => [factId, say(problem)]),
  );
};

export const programStanding = defineCommand({
  name: 'program standing',
  summary: 'Say where a candidate stands, from a program and a ledger of facts',
  description: 'The same facts at another date answer what happens if nothing is done until then.',
  arguments: [{ name: 'FILE', says: 'A program file.' }],
  options: {
    facts: { type: 'string', value: 'FILE', required: true, says: 'The facts of one candidacy, a JSON list.' },
    at: { type: 'string', value: 'DATE', required: true, says: 'A day, up to its end in UTC, or an instant.' },
    json: jsonOption,
  },
  examples: ['testamur program standing program.yaml --facts facts.json --at 2027-03-31'],
  exits: ['The standing is written.', 'The program file has problems.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const at = readInstant(values.at, '--at');
    const program = await readProgram(file);
    const found = standing(program, await readFacts(values.facts), at);
    if (values.json) writeJson(io, found);
    else show(io, found);
    return ok;
  },
});
