const COLORS: Readonly<Record<number, string>> = {
  20: '\x1b[90m',
  30: '',
  40: '\x1b[33m',
  50: '\x1b[31m',
  60: '\x1b[31m',
};
const NAMES: Readonly<Record<number, string>> = { 20: 'debug', 30: '', 40: 'warning', 50: 'error', 60: 'fatal' };
const RESET = '\x1b[0m';
const DIM = '\x1b[90m';

interface Line {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
  readonly [name: string]: unknown;
}

/** One line for a person at a terminal, from the JSON line that pino makes; the stack of an error follows it. */
export function formatLine(json: string): string {
  const { level, time, msg, err, ...rest } = JSON.parse(json) as Line;
  const paint = (code: string, text: string) => (code !== '' && text !== '' ? `${code}${text}${RESET}` : text);
  const clock = new Date(time).toTimeString().slice(0, 8);
  const parts = [paint(DIM, clock), paint(COLORS[level] ?? '', NAMES[level] ?? ''), msg ?? '', paint(DIM, pairs(rest))];
  const line = parts.filter((part) => part !== '').join('  ');
  return err?.stack ? `${line}\n${err.stack}\n` : `${line}\n`;
}

function pairs(rest: Readonly<Record<string, unknown>>): string {
  return Object.entries(rest)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}
