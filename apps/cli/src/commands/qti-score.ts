import { type ItemScore, maxScore, parseItem, type Responses, scoreItem } from '@testamur/qti';
import { defineCommand } from '../shell/command.ts';
import { CommandError, failed, ok } from '../shell/errors.ts';
import { readJson, readText } from '../shell/read-file.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';

const isResponse = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

const isResponses = (value: unknown): value is Responses =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isResponse);

const readResponses = async (file: string): Promise<Responses> => {
  const content = await readJson(file);
  if (isResponses(content)) return content;
  throw new CommandError(`${file} holds no responses: give an object such as {"RESPONSE": "A"}.`);
};

const readItem = async (file: string) => {
  const found = parseItem(await readText(file));
  const [message] = found.messages;
  if (found.status === 'refused' || message !== undefined) {
    throw new CommandError(`${file}:${message?.line}:${message?.column}: ${message?.text}`, {
      fix: `All that is wrong with it: testamur qti check ${file}`,
      exitCode: failed,
    });
  }
  return found.item;
};

const troubleIn = (scored: Extract<ItemScore, { ok: false }>): string =>
  scored.reason === 'not-scorable'
    ? 'The item has no response processing that can be run here.'
    : scored.errors.map(({ text }) => `${text}.`).join(' ');

export const qtiScore = defineCommand({
  name: 'qti score',
  summary: 'Score responses to a QTI 3 item',
  description: "Runs the item's own response processing.",
  arguments: [{ name: 'ITEM', says: 'An item, XML.' }],
  options: {
    responses: {
      type: 'string',
      value: 'FILE',
      required: true,
      says: 'The responses by identifier, JSON: {"RESPONSE": "A"}.',
    },
    json: jsonOption,
  },
  examples: ['testamur qti score item.xml --responses responses.json'],
  exits: ['The item is scored.', 'The item or the responses do not allow it.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const responses = await readResponses(values.responses);
    const item = await readItem(file);
    const scored = scoreItem(item, responses);
    if (!scored.ok) {
      if (values.json) writeJson(io, { item: item.identifier, ...scored });
      else io.err(`${file}: ${troubleIn(scored)}`);
      return failed;
    }
    const most = maxScore(item);
    if (values.json) writeJson(io, { item: item.identifier, ...scored, maxScore: most });
    else {
      const verdict = scored.correct === null ? 'no key' : scored.correct ? 'correct' : 'not correct';
      io.out(`${item.identifier}: ${scored.score ?? 'no score'}${most === null ? '' : ` of ${most}`}, ${verdict}`);
      const outcomes = Object.entries(scored.outcomes).map(([name, value]) => [name, JSON.stringify(value)]);
      for (const line of columns(outcomes)) io.out(line);
    }
    return ok;
  },
});
