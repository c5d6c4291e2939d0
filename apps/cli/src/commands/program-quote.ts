import { formatMoney, type Program, quote, say } from '@testamur/program';
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

export const programQuote = defineCommand({
  name: 'program quote',
  summary: 'Say what a certification costs, line by line',
  description: 'Every fee up to the first certification, each for its first attempt.',
  arguments: [{ name: 'FILE', says: 'A program file.' }],
  options: {
    payer: { type: 'string', value: 'CLASS', required: true, says: 'The payer class, by its id in the program.' },
    at: { type: 'string', value: 'DATE', says: 'Prices of this day or instant (UTC); now unless given.' },
    json: jsonOption,
  },
  examples: [
    'testamur program quote program.yaml --payer member',
    'testamur program quote program.yaml --payer other --at 2027-06-01',
  ],
  exits: ['The quote is written.', 'The program file has problems.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const at = values.at === undefined ? new Date().toISOString() : readInstant(values.at, '--at');
    const program = await readProgram(file);
    const payerClass = requirePayerClass(program, values.payer);
    const { lines, totalMinor, currency } = quote(program, { payerClass, at });
    const spoken = lines.map(({ title, reason, ...line }) => ({ ...line, title: say(title), reason: say(reason) }));
    if (values.json) writeJson(io, { program: program.id, payerClass, at, lines: spoken, totalMinor, currency });
    else {
      const money = (amountMinor: number) => formatMoney(amountMinor, currency, 'en');
      const rows = spoken.map(({ title, amountMinor, reason }) => [title, money(amountMinor), reason]);
      for (const line of columns([...rows, ['Total', money(totalMinor)]], '')) io.out(line);
    }
    return ok;
  },
});
