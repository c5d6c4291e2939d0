import { Unreachable } from '../rehearsal/api.ts';
import { createClock } from '../rehearsal/clock.ts';
import { createJournal, type Step, StepFailed } from '../rehearsal/journal.ts';
import { createKeepsakes } from '../rehearsal/keepsakes.ts';
import { rehearse } from '../rehearsal/rehearse.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok, UsageError } from '../shell/errors.ts';
import { type Io, styled } from '../shell/io.ts';

const defaults = {
  url: 'http://localhost:3000',
  email: 'operator@demo.testamur.example',
  password: 'testamur demonstration',
};

/** @throws UsageError unless it is the address of a site. */
export const readUrl = (text: string): string => {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`--url is "${text}"; give the address of an installation, such as ${defaults.url}.`);
  }
  return url.origin;
};

const actorWidth = 15;

/** One step as a line: the day, who, what, how it came out. */
export const lineOf = ({ at, actor, action, ok: held, detail }: Step, color: boolean): string => {
  const sign = held ? styled('green', 'ok    ', color) : styled('red', 'failed', color);
  const more = detail === '' ? '' : `  ${held ? styled('dim', detail, color) : detail}`;
  return `${at.slice(0, 10)}  ${sign}  ${actor.padEnd(actorWidth)}  ${styled('bold', action, color)}${more}`;
};

const explain = (io: Io, error: unknown, url: string): void => {
  if (error instanceof StepFailed && error.cause instanceof Unreachable) {
    io.err(`No server answers at ${url}. Start one with "npm start", or name another with --url.`);
  }
};

export const rehearseCommand = defineCommand({
  name: 'rehearse',
  summary: 'Walk an invented candidate through a whole program on a running server',
  description:
    'Opens a rehearsal organization with its own clock, and lives a life in it over the public API: account,\n' +
    'application, review, fees, assessments, decision, credential, renewal, end. Each step follows from the program\n' +
    'and from what the standing names as next. The rehearsal stays on the server, marked as a demonstration.\n\n' +
    'The operator signs in as the one of the demonstration, unless TESTAMUR_EMAIL and TESTAMUR_PASSWORD, or --email\n' +
    'and --password, say otherwise. Others on this machine can read a password that is given as an option.',
  arguments: [{ name: 'PROGRAM', says: 'The program: its id, its abbreviation or an alias.' }],
  options: {
    url: {
      type: 'string',
      value: 'URL',
      says: `The installation; ${defaults.url} unless TESTAMUR_URL says otherwise.`,
    },
    email: { type: 'string', value: 'ADDRESS', says: 'The e-mail address of an operator.' },
    password: { type: 'string', value: 'WORDS', says: 'Their password; better given as TESTAMUR_PASSWORD.' },
    out: { type: 'string', value: 'DIR', says: 'Write the PDFs and credentials that are handed out into this folder.' },
    json: { type: 'boolean', says: 'Write one JSON object: { program, ok, steps, files }.' },
  },
  examples: [
    'testamur rehearse PROGRAM',
    'testamur rehearse PROGRAM --url https://certification.example.org --out life',
  ],
  exits: ['Every step came out as it has to.', 'A step failed, or no server answers.'],
  run: async ({ values, positionals, io }) => {
    const [program = ''] = positionals;
    const url = readUrl(values.url ?? io.env.TESTAMUR_URL ?? defaults.url);
    const email = values.email ?? io.env.TESTAMUR_EMAIL ?? defaults.email;
    const password = values.password ?? io.env.TESTAMUR_PASSWORD ?? defaults.password;
    const keepsakes = await createKeepsakes(values.out);
    const clock = createClock();
    const print = values.json
      ? (step: Step) => io.err(lineOf(step, io.color.err))
      : (step: Step) => io.out(lineOf(step, io.color.out));
    const journal = createJournal(clock.now, print);
    const held = await rehearse({ url, program, email, password }, { clock, journal, keepsakes }).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof StepFailed)) throw error;
        explain(io, error, url);
        return false;
      },
    );
    const { steps } = journal;
    const { files } = keepsakes;
    if (values.json) io.out(JSON.stringify({ program, ok: held, steps, files }, undefined, 2));
    else {
      for (const file of files) io.out(`Written: ${file}`);
      io.out(held ? `The rehearsal held: ${steps.length} steps.` : `The rehearsal failed at step ${steps.length}.`);
    }
    return held ? ok : failed;
  },
});
