/** Where a command writes, and what it may know of its surroundings. Data goes to `out`, everything else to `err`. */
export interface Io {
  /** Writes one line to standard output. */
  readonly out: (line: string) => void;
  /** Writes one line to standard error. */
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether colors are welcome on each of the two. */
  readonly color: { readonly out: boolean; readonly err: boolean };
}

interface Stream {
  readonly isTTY?: boolean;
}

/** https://no-color.org: any value but an empty one switches colors off. */
export const wantsColor = ({ isTTY }: Stream, env: Io['env']): boolean =>
  isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';

export const processIo = (): Io => ({
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
  color: { out: wantsColor(process.stdout, process.env), err: wantsColor(process.stderr, process.env) },
});

const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39] } as const;

/** The words in a style, where colors are welcome. */
export const styled = (style: keyof typeof styles, words: string, color: boolean): string => {
  const [on, off] = styles[style];
  return color ? `\u001b[${on}m${words}\u001b[${off}m` : words;
};
