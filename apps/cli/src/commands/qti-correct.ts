import { startItem } from '@testamur/qti';
import { openItem, readSeed } from '../qti/open-item.ts';
import { correctResponses } from '../qti/score.ts';
import { defineCommand } from '../shell/command.ts';
import { ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

export const qtiCorrect = defineCommand({
  name: 'qti correct',
  summary: 'Write the correct responses of a QTI item',
  description:
    'Writes the declared correct responses as JSON, in the form that "qti score --responses" reads; null where none is\n' +
    'declared. Template processing may set them: then they follow from the seed.',
  arguments: [{ name: 'ITEM', says: 'An item, XML.' }],
  options: {
    seed: { type: 'string', value: 'N', says: 'The seed of everything random in the item; 0 without it.' },
    json: jsonOption,
  },
  examples: ['testamur qti correct item.xml > responses.json'],
  exits: ['The correct responses are written.', 'The item cannot be read.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const seed = readSeed(values.seed);
      const item = await openItem(file, io);
      writeJson(io, correctResponses(item, startItem(item, { seed }).correct));
      return ok;
    }),
});
