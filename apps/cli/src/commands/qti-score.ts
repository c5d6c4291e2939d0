import type { AssessmentItem } from '@testamur/qti';
import { openItem, readSeed } from '../qti/open-item.ts';
import { type Scored, score } from '../qti/score.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok, UsageError } from '../shell/errors.ts';
import { errorJson, withJsonErrors } from '../shell/json-errors.ts';
import { readJson } from '../shell/read-file.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';

const resultJson = ({ outcomes, responses, completionStatus, correct }: Scored) => ({
  outcomes,
  responses,
  completionStatus,
  correct,
});

const linesFor = (item: AssessmentItem, scored: Scored): readonly string[] => {
  const rows = Object.entries(scored.outcomes).map(([name, value]) => [name, JSON.stringify(value)]);
  const steps = scored.trace.map(({ depth, what, detail, result }) => {
    const came = result === undefined ? '' : ` → ${JSON.stringify(result)}`;
    return `${'  '.repeat(depth)}${what} ${detail}`.trimEnd() + came;
  });
  const points = scored.score === null ? 'no score' : `score ${scored.score}`;
  return [...steps, `${item.identifier}: ${points}, ${scored.completionStatus}`, ...columns(rows)];
};

type Case = { readonly name?: unknown; readonly responses?: unknown; readonly seed?: unknown };

const isCase = (one: unknown): one is Case => typeof one === 'object' && one !== null && !Array.isArray(one);

const scoreCase = (item: AssessmentItem, one: unknown, seed: number) => {
  const name = isCase(one) ? (one.name ?? null) : null;
  try {
    if (!isCase(one)) throw new CommandError('a case is an object such as {"name": "right", "responses": {}}');
    if (one.seed !== undefined && !Number.isSafeInteger(one.seed))
      throw new CommandError('the seed must be a whole number');
    const scored = score(item, one.responses ?? {}, typeof one.seed === 'number' ? one.seed : seed, false);
    return { name, ...resultJson(scored) };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return { name, error: errorJson(error) };
  }
};

export const qtiScore = defineCommand({
  name: 'qti score',
  summary: 'Score responses to a QTI item',
  description:
    'Runs the item\'s own response processing. Values are QTI literals ("A B", "10 20", "PT1H"), JSON numbers and\n' +
    'booleans, lists of them, objects for records, and null. They are checked by their type alone, so a response may name\n' +
    'a choice that the item does not offer. Cases are [{"name": …, "responses": …, "seed": …}], and give one JSON array.',
  arguments: [{ name: 'ITEM', says: 'An item, XML.' }],
  options: {
    responses: { type: 'string', value: 'FILE', says: 'The responses by identifier, JSON: {"RESPONSE": "A"}.' },
    cases: { type: 'string', value: 'FILE', says: 'Many sets of responses, JSON.' },
    seed: { type: 'string', value: 'N', says: 'The seed of everything random in the item; 0 without it.' },
    trace: { type: 'boolean', says: 'Say what ran, step by step.' },
    json: jsonOption,
  },
  examples: [
    'testamur qti score item.xml --responses responses.json',
    'testamur qti score item.xml --cases cases.json',
  ],
  exits: ['The item is scored; of cases, each says whether it was.', 'The item or the responses do not allow it.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const seed = readSeed(values.seed);
      if ((values.responses === undefined) === (values.cases === undefined)) {
        throw new UsageError('Give either --responses or --cases.');
      }
      const given = await readJson(values.responses ?? values.cases ?? '');
      const item = await openItem(file, io);
      if (values.cases !== undefined) {
        if (!Array.isArray(given)) {
          throw new CommandError(
            `${values.cases} holds no cases: give a list such as [{"name": "right", "responses": {}}].`,
          );
        }
        writeJson(
          io,
          given.map((one) => scoreCase(item, one, seed)),
        );
        return ok;
      }
      const scored = score(item, given, seed, values.trace === true);
      const trace = values.trace ? { trace: scored.trace } : {};
      if (values.json) writeJson(io, { item: item.identifier, ...resultJson(scored), score: scored.score, ...trace });
      else for (const line of linesFor(item, scored)) io.out(line);
      return ok;
    }),
});
