import type { Command } from './command.ts';
import { CommandError, ok, UsageError, unusable } from './errors.ts';
import { helpFor, overview, shortHelp } from './help.ts';
import { type Io, styled } from './io.ts';

const isHelp = (word: string | undefined): boolean => word === '--help' || word === '-h' || word === 'help';

/** The command whose words the arguments begin with; a longer name goes first. */
const findCommand = (commands: readonly Command[], args: readonly string[]) => {
  const found = commands
    .map((command) => ({ command, words: command.name.split(' ') }))
    .filter(({ words }) => words.every((word, index) => word === args[index]))
    .sort((a, b) => b.words.length - a.words.length)[0];
  return found && { command: found.command, rest: args.slice(found.words.length) };
};

const tell = (io: Io, error: CommandError): void => {
  io.err(`${styled('red', 'error:', io.color.err)} ${error.message}`);
  if (error.fix !== undefined) io.err(error.fix);
};

const runOne = async (command: Command, args: readonly string[], io: Io): Promise<number> => {
  const end = args.indexOf('--');
  const flags = end < 0 ? args : args.slice(0, end);
  if (flags.includes('--help') || flags.includes('-h')) {
    io.out(helpFor(command));
    return ok;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    tell(io, error);
    if (error instanceof UsageError) io.err(shortHelp(command));
    return error.exitCode;
  }
};

/** Runs what the arguments name, and resolves to the exit code. An error that nobody can mend is thrown. */
export const run = async (
  commands: readonly Command[],
  version: string,
  args: readonly string[],
  io: Io,
): Promise<number> => {
  const [first] = args;
  if (isHelp(first)) {
    const about = findCommand(commands, args.slice(1));
    io.out(about ? helpFor(about.command) : overview(commands));
    return ok;
  }
  if (first === '--version') {
    io.out(version);
    return ok;
  }
  const found = findCommand(commands, args);
  if (found) return runOne(found.command, found.rest, io);
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  const asksForHelp = group.length > 0 && (args[1] === undefined || isHelp(args[1]));
  if (asksForHelp && args[1] !== undefined) {
    io.out(overview(group));
    return ok;
  }
  const what = asksForHelp ? `Say which one of "${first}".` : `There is no command "${args.slice(0, 2).join(' ')}".`;
  if (first !== undefined) tell(io, new CommandError(what));
  io.err(overview(group.length > 0 ? group : commands));
  return unusable;
};
