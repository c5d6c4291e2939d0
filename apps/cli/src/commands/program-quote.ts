import {
  defaultPayerClass,
  formatMoney,
  MissingCircumstanceError,
  type Program,
  type QuoteRequest,
  quote,
  say,
} from '@testamur/program';
import { readProgram } from '../program-file.ts';
import { defineCommand } from '../shell/command.ts';
import { ok, UsageError } from '../shell/errors.ts';
import { readInstant } from '../shell/read-instant.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';

const requirePayerClass = ({ payerClasses }: Program, id: string): string => {
  if (payerClasses.some((one) => one.id === id)) return id;
  const known = payerClasses.map((one) => `${one.id} (${one.label})`).join(', ');
  throw new UsageError(`--payer is "${id}"; the program has these: ${known}.`);
};

const named = (list: readonly { readonly id: string; readonly title: string }[] = []): string =>
  list.map(({ id, title }) => `${id} (${title})`).join(', ');

const requireRegion = ({ regions }: Program, id: string): string => {
  if (regions?.some((one) => one.id === id)) return id;
  const known = regions === undefined ? 'the program has no regions' : `the program has these: ${named(regions)}`;
  throw new UsageError(`--region is "${id}"; ${known}.`);
};

/** `axis=option`, once for each axis. */
const readTrack = ({ tracks }: Program, choices: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    choices.map((choice) => {
      const [axisId = '', option = ''] = choice.split('=');
      const axis = tracks?.find(({ id }) => id === axisId);
      if (axis === undefined) {
        const known = tracks === undefined ? 'the program has no tracks' : `its tracks are: ${named(tracks)}`;
        throw new UsageError(`--track is "${choice}"; ${known}. Write it as axis=option.`);
      }
      if (axis.options.some(({ id }) => id === option)) return [axisId, option];
      throw new UsageError(`--track is "${choice}"; the options of "${axisId}" are: ${named(axis.options)}.`);
    }),
  );

const requireBundle = ({ bundles }: Program, id: string): string => {
  if (bundles?.some((one) => one.id === id)) return id;
  const known = bundles === undefined ? 'the program has no bundles' : `the program has these: ${named(bundles)}`;
  throw new UsageError(`--bundle is "${id}"; ${known}.`);
};

/** Quotes, and says which option is missing where a price depends on one that was not given. */
const quoteOrExplain = (program: Program, request: QuoteRequest) => {
  try {
    return quote(program, request);
  } catch (error) {
    if (!(error instanceof MissingCircumstanceError)) throw error;
    const wanted = error.axes.map((axis) =>
      axis === 'region'
        ? `--region, one of: ${named(program.regions)}`
        : `--track ${axis}=…, one of: ${named(program.tracks?.find(({ id }) => id === axis)?.options)}`,
    );
    throw new UsageError(`The price depends on more than the payer. Give ${wanted.join('; ')}.`);
  }
};

export const programQuote = defineCommand({
  name: 'program quote',
  summary: 'Say what a certification costs, line by line',
  description: 'Every fee up to the first certification, each for its first attempt.',
  arguments: [{ name: 'FILE', says: 'A program file.' }],
  options: {
    payer: { type: 'string', value: 'CLASS', says: 'The payer class by its id; without it, that of everybody else.' },
    region: { type: 'string', value: 'REGION', says: 'Where prices or taxes depend on it.' },
    track: {
      type: 'string',
      value: 'AXIS=OPTION',
      multiple: true,
      says: 'Where the program has tracks; once an axis.',
    },
    bundle: { type: 'string', value: 'BUNDLE', says: 'Pay several fees at once.' },
    at: { type: 'string', value: 'DATE', says: 'Prices of this day or instant (UTC); now unless given.' },
    json: jsonOption,
  },
  examples: [
    'testamur program quote program.yaml --payer member',
    'testamur program quote program.yaml --payer other --region west --at 2027-06-01',
    'testamur program quote program.yaml --payer other --track level=expert --track application=word',
  ],
  exits: ['The quote is written.', 'The program file has problems.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const at = values.at === undefined ? new Date().toISOString() : readInstant(values.at, '--at');
    const program = await readProgram(file);
    const payerClass = requirePayerClass(program, values.payer ?? defaultPayerClass(program).id);
    const track = readTrack(program, values.track ?? []);
    const asked = {
      payerClass,
      ...(values.region === undefined ? {} : { region: requireRegion(program, values.region) }),
      ...(program.tracks === undefined ? {} : { track }),
      ...(values.bundle === undefined ? {} : { bundle: requireBundle(program, values.bundle) }),
      at,
    };
    const { lines, totalMinor, currency } = quoteOrExplain(program, asked);
    const spoken = lines.map(({ title, reason, ...line }) => ({ ...line, title: say(title), reason: say(reason) }));
    if (values.json) writeJson(io, { program: program.id, ...asked, lines: spoken, totalMinor, currency });
    else {
      const money = (amountMinor: number) => formatMoney(amountMinor, currency, 'en');
      const rows = spoken.map(({ title, amountMinor, reason }) => [title, money(amountMinor), reason]);
      for (const line of columns([...rows, ['Total', money(totalMinor)]], '')) io.out(line);
    }
    return ok;
  },
});
