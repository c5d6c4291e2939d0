import { parseArgs } from 'node:util';
import { UsageError } from './errors.ts';
import type { Io } from './io.ts';

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help, such as `DIR`. */
  readonly value?: string;
  readonly says: string;
  /** The command cannot do without it. */
  readonly required?: true;
  /** It may be given several times. */
  readonly multiple?: true;
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O extends { readonly multiple: true }
    ? readonly string[]
    : string;

export type ValuesOf<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends { readonly required: true }
    ? ValueOf<O[Name]>
    : ValueOf<O[Name]> | undefined;
};

export interface Argument {
  readonly name: string;
  readonly says: string;
  /** One or more of them; only the last may. */
  readonly repeats?: true;
  /** It can be left out; so can those after it. */
  readonly optional?: true;
}

export interface Command {
  /** As it is typed: `program check`. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly arguments: readonly Argument[];
  readonly options: Options;
  readonly examples: readonly string[];
  /** What each exit code says; 2 is always a wrong use. */
  readonly exits: readonly string[];
  /** Resolves to the exit code. */
  run(args: readonly string[], io: Io): Promise<number>;
}

interface Given<O extends Options> {
  readonly values: ValuesOf<O>;
  readonly positionals: readonly string[];
  readonly io: Io;
}

interface Definition<O extends Options> extends Omit<Command, 'run'> {
  readonly options: O;
  run(given: Given<O>): Promise<number>;
}

const reasonOf = (error: unknown): string => {
  // The first sentence says what is wrong; the rest of it is for programmers.
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.split(/\. |\n/);
  return `${first.replace(/\.$/, '').replace('argument is ambiguous', 'is missing its value')}.`;
};

const read = (options: Options, args: readonly string[]) => {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  );
  try {
    return parseArgs({ args: withNegatives(options, args), options: config, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
};

/** `--mean -1` as `--mean=-1`: a negative number is a value, not an option. */
const withNegatives = (options: Options, args: readonly string[]): string[] => {
  const joined: string[] = [];
  let ended = false;
  for (const arg of args) {
    const before = joined.at(-1) ?? '';
    const takesValue = before.startsWith('--') && !ended && options[before.slice(2)]?.type === 'string';
    if (takesValue && /^-[\d.]/.test(arg)) joined.splice(-1, 1, `${before}=${arg}`);
    else joined.push(arg);
    if (arg === '--') ended = true;
  }
  return joined;
};

const checkCount = (wanted: readonly Argument[], given: readonly string[]): void => {
  const missing = wanted[given.length];
  if (missing && !missing.optional) throw new UsageError(`${missing.name} is missing: ${missing.says}`);
  const extra = given[wanted.length];
  if (extra !== undefined && wanted.at(-1)?.repeats !== true) {
    throw new UsageError(`"${extra}" is one argument too many.`);
  }
};

const checkRequired = (options: Options, values: Readonly<Record<string, unknown>>): void => {
  for (const [name, { required, says }] of Object.entries(options)) {
    if (required && (values[name] ?? '') === '') throw new UsageError(`--${name} is missing: ${says}`);
  }
};

/** A command with its arguments read and counted before it runs. */
export const defineCommand = <const O extends Options>(definition: Definition<O>): Command => ({
  ...definition,
  run: async (args, io) => {
    const { values, positionals } = read(definition.options, args);
    checkCount(definition.arguments, positionals);
    checkRequired(definition.options, values);
    // parseArgs has checked each value against the type of its option.
    return definition.run({ values: values as ValuesOf<O>, positionals, io });
  },
});
