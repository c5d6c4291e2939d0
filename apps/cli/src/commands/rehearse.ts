import type { Step } from '../rehearsal/journal.ts';
import type { Kind, Run } from '../rehearsal/runs/run.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok, UsageError } from '../shell/errors.ts';
import { type Io, styled } from '../shell/io.ts';

const defaults = {
  url: 'http://localhost:3000',
  email: 'operator@demo.testamur.example',
  password: 'testamur demonstration',
};

/** More than that wait for each other in the database. */
const atOnce = 2;

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

/** One rehearsal as a line, with the step that it failed at. */
export const summaryOf = ({ program, kind, ok: held, steps, seconds, particulars, failure }: Run): string => {
  const what = kind === 'life' ? 'life' : `failure${failure === undefined ? '' : ` (${failure.title})`}`;
  const shown = particulars === undefined ? '' : `, ${particulars.length} particulars`;
  const bad = steps.findLast((step) => !step.ok);
  const why = bad === undefined ? '' : ` At "${bad.action}": ${bad.detail}`;
  return `${held ? 'ok    ' : 'failed'}  ${program}: ${what}, ${steps.length} steps${shown}, ${seconds} s.${why}`;
};

const unreachable = (url: string): string =>
  `No server answers at ${url}. Start one with "npm start", or name another with --url.`;

interface Wish {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly json: boolean;
}

const rehearseOne = async (io: Io, wish: Wish, program: string, kind: Kind, out: string | undefined) => {
  // Loaded here: no other command needs the client of the API.
  const { run } = await import('../rehearsal/runs/run.ts');
  const { createKeepsakes } = await import('../rehearsal/keepsakes.ts');
  const keepsakes = await createKeepsakes(out);
  const print = wish.json
    ? (step: Step) => io.err(lineOf(step, io.color.err))
    : (step: Step) => io.out(lineOf(step, io.color.out));
  const done = await run({ order: { ...wish, program }, kind, keepsakes, print });
  if (done.unreachable) io.err(unreachable(wish.url));
  const { files } = keepsakes;
  if (wish.json) {
    const { unreachable: _, ...told } = done;
    io.out(JSON.stringify({ ...told, files }, undefined, 2));
  } else {
    for (const file of files) io.out(`Written: ${file}`);
    const { length } = done.steps;
    io.out(done.ok ? `The rehearsal held: ${length} steps.` : `The rehearsal failed at step ${length}.`);
  }
  return done.ok ? ok : failed;
};

const rehearseAll = async (io: Io, wish: Wish, kinds: readonly Kind[]) => {
  const { runAll } = await import('../rehearsal/runs/run-all.ts');
  const { Unreachable } = await import('../rehearsal/api.ts');
  const { Unmet } = await import('../rehearsal/unmet.ts');
  const begunAt = performance.now();
  const runs = await runAll({
    order: wish,
    kinds,
    atOnce,
    print: (step, program) => io.err(`${program.padEnd(actorWidth)}  ${lineOf(step, io.color.err)}`),
    tell: (run) => io.err(summaryOf(run)),
  }).catch((error: unknown) => {
    if (!(error instanceof Unreachable || error instanceof Unmet)) throw error;
    io.err(error instanceof Unreachable ? unreachable(wish.url) : error.message);
    return [];
  });
  const held = runs.length > 0 && runs.every((run) => run.ok);
  const seconds = Math.round((performance.now() - begunAt) / 1000);
  if (wish.json) io.out(JSON.stringify({ ok: held, seconds, programs: byProgram(runs) }, undefined, 2));
  else {
    for (const run of runs) io.out(summaryOf(run));
    io.out(`${held ? 'Every rehearsal held' : 'Not every rehearsal held'}: ${runs.length} in ${seconds} s.`);
  }
  return held ? ok : failed;
};

/** What was rehearsed, by program. */
export const byProgram = (runs: readonly Run[]) =>
  [...Map.groupBy(runs, ({ program }) => program)].map(([program, lives]) => ({
    program,
    ok: lives.every((run) => run.ok),
    particulars: lives.flatMap(({ particulars = [] }) => particulars),
    lives: lives.map(({ program: _, particulars: _particulars, ...run }) => run),
  }));

export const rehearseCommand = defineCommand({
  name: 'rehearse',
  summary: 'Walk invented candidates through whole programs on a running server',
  description:
    'Opens a rehearsal organization with its own clock, and lives a life in it over the public API: account,\n' +
    'application, statements of others, review, fees, assessments, decision, credential, renewals, end. Each step\n' +
    'follows from the program and from what the standing names as next. At the end, what the program has and others\n' +
    'do not is shown with its evidence. The rehearsal stays on the server, marked as a demonstration.\n\n' +
    'The operator signs in as the one of the demonstration, unless TESTAMUR_EMAIL and TESTAMUR_PASSWORD, or --email\n' +
    'and --password, say otherwise. Others on this machine can read a password that is given as an option.',
  arguments: [{ name: 'PROGRAM', says: 'The program: its id, its abbreviation or an alias.', optional: true }],
  options: {
    all: { type: 'boolean', says: 'Every program of the installation: a life, and what most likely goes wrong.' },
    failure: { type: 'boolean', says: 'Only what most likely goes wrong in the program.' },
    url: {
      type: 'string',
      value: 'URL',
      says: `The installation; ${defaults.url} unless TESTAMUR_URL says otherwise.`,
    },
    email: { type: 'string', value: 'ADDRESS', says: 'The e-mail address of an operator.' },
    password: { type: 'string', value: 'WORDS', says: 'Their password; better given as TESTAMUR_PASSWORD.' },
    out: { type: 'string', value: 'DIR', says: 'Write the PDFs and credentials that are handed out into this folder.' },
    json: { type: 'boolean', says: 'Write one JSON object with steps, milestones and particulars.' },
  },
  examples: [
    'testamur rehearse PROGRAM',
    'testamur rehearse PROGRAM --failure',
    'testamur rehearse --all --json',
    'testamur rehearse PROGRAM --url https://certification.example.org --out life',
  ],
  exits: ['Every step came out as it has to.', 'A step failed, or no server answers.'],
  run: async ({ values, positionals, io }) => {
    const [program] = positionals;
    const wish: Wish = {
      url: readUrl(values.url ?? io.env.TESTAMUR_URL ?? defaults.url),
      email: values.email ?? io.env.TESTAMUR_EMAIL ?? defaults.email,
      password: values.password ?? io.env.TESTAMUR_PASSWORD ?? defaults.password,
      json: values.json ?? false,
    };
    if (values.all) {
      if (program !== undefined) throw new UsageError(`Name a program or give --all, not both: "${program}".`);
      if (values.out !== undefined) throw new UsageError('--out keeps the files of one program; leave --all out.');
      return rehearseAll(io, wish, values.failure ? ['failure'] : ['life', 'failure']);
    }
    if (program === undefined) throw new UsageError('Name a program, or give --all for every one of them.');
    return rehearseOne(io, wish, program, values.failure ? 'failure' : 'life', values.out);
  },
});
