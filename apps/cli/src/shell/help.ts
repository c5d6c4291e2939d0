import type { Command } from './command.ts';

const usageOf = ({ name, arguments: wanted, options }: Command): string => {
  const words = wanted.map(({ name: word, repeats, optional }) => {
    const typed = repeats ? `${word}…` : word;
    return optional ? `[${typed}]` : typed;
  });
  const flags = Object.entries(options).map(([flag, { value, required }]) => {
    const typed = `--${flag}${value ? ` ${value}` : ''}`;
    return required ? typed : `[${typed}]`;
  });
  return ['testamur', name, ...words, ...flags].join(' ');
};

const table = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** One line of usage, for errors. */
export const shortHelp = (command: Command): string =>
  `Usage: ${usageOf(command)}\nMore: testamur ${command.name} --help`;

export const helpFor = (command: Command): string => {
  const { summary, description, arguments: wanted, options, examples, exits } = command;
  const flags = Object.entries(options).map(
    ([flag, { value, says }]) => [`--${flag}${value ? ` ${value}` : ''}`, says] as const,
  );
  return [
    `${summary}.`,
    '',
    `Usage: ${usageOf(command)}`,
    ...(description === '' ? [] : ['', description]),
    '',
    ...table([...wanted.map(({ name, says }) => [name, says] as const), ...flags, ['--help', 'Show this help.']]),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    'Exit codes:',
    ...exits.map((line, code) => `  ${code}  ${line}`),
    `  2  The arguments do not fit, or a file cannot be read.`,
  ].join('\n');
};

export const overview = (commands: readonly Command[]): string =>
  [
    'testamur runs professional certification from end to end.',
    '',
    'Usage: testamur COMMAND …',
    '',
    ...table(commands.map(({ name, summary }) => [name, `${summary}.`] as const)),
    '',
    'Help for one command: testamur COMMAND --help',
  ].join('\n');
