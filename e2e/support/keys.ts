import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { interactionsOf, parseItem, plainText } from '@testamur/qti';
import { root } from './start-server.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a candidate sees of an item: what is asked, and the options in their order. */
export interface SeenItem {
  readonly prompt: string;
  readonly options: readonly string[];
}

const nameOf = ({ prompt, options }: SeenItem): string => [words(prompt), ...options.map(words).toSorted()].join('\n');

/** The words of the option that is right, by what is seen of the item. Browsers are never told. */
const readKeys = (program: string): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>();
  const folder = path.join(root, 'programs', program, 'items');
  for (const file of globSync('*/*.xml', { cwd: folder })) {
    const parsed = parseItem(readFileSync(path.join(folder, file)));
    if (parsed.status !== 'ok') continue;
    const [interaction] = interactionsOf(parsed.item.body);
    if (interaction?.interaction !== 'choice') throw new Error(`${file} offers no choices.`);
    const key = [parsed.item.responses[0]?.correct].flat()[0];
    const right = interaction.choices.find(({ identifier }) => identifier === key);
    if (!right) throw new Error(`${file} has no key.`);
    const options = interaction.choices.map(({ content }) => plainText(content));
    const name = nameOf({ prompt: plainText(interaction.prompt), options });
    if (keys.has(name)) throw new Error(`${file} cannot be told from another item.`);
    keys.set(name, words(plainText(right.content)));
  }
  return keys;
};

let known: ReadonlyMap<string, string> | undefined;

/** The place of the right option, from 0. */
export const rightOption = (seen: SeenItem): number => {
  known ??= readKeys('calt');
  const key = known.get(nameOf(seen));
  const at = seen.options.findIndex((option) => words(option) === key);
  if (at < 0) throw new Error(`The items of the program hold none such: ${seen.prompt}`);
  return at;
};
