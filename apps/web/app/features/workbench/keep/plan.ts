import type { ItemSummary } from '../engine/summaries.ts';
import type { KeepProgram, KeptItem } from './keeping.ts';

/** Topics as the package names them, with the items of each; '' for items without one. */
export interface TopicGroup {
  readonly topic: string;
  readonly items: readonly number[];
}

/** Those that nothing is known to stand against. */
export const candidatesOf = (items: readonly ItemSummary[]): readonly ItemSummary[] =>
  items.filter(({ status, obstacles }) => status !== 'refused' && obstacles.length === 0);

export const topicGroups = (items: readonly ItemSummary[]): readonly TopicGroup[] =>
  [...Map.groupBy(items, ({ topic }) => topic ?? '')]
    .map(([topic, members]) => ({ topic, items: members.map(({ index }) => index) }))
    .sort((one, other) => one.topic.localeCompare(other.topic));

/** The topic of the program that a name of the package means: by its identifier or its title. */
export const guessTopic = (name: string, { topics }: KeepProgram): string => {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const wanted = plain(name.split('/').at(-1) ?? '');
  if (wanted === '') return '';
  return topics.find(({ id, title }) => plain(id) === wanted || plain(title) === wanted)?.id ?? '';
};

/** What holds for items whose manifest says nothing. */
export interface Defaults {
  /** By the topic of the package. */
  readonly topics: Readonly<Record<string, string>>;
  readonly level: string;
  readonly objective: string;
}

export const keptItem = (xml: string, item: ItemSummary, defaults: Defaults): KeptItem => ({
  xml,
  topic: defaults.topics[item.topic ?? ''] ?? '',
  cognitiveLevel: item.cognitiveLevel ?? defaults.level,
  objective: (item.objective ?? defaults.objective).slice(0, 200),
});

/** At most 500 items in all; each request well below the megabyte that the server reads. */
export const MAX_ITEMS = 500;
const MAX_REQUEST = 800_000;

/** Items in the order given, in as few requests as fit. */
export const requestsOf = (items: readonly KeptItem[]): readonly (readonly KeptItem[])[] => {
  const requests: KeptItem[][] = [];
  let size = 0;
  for (const item of items) {
    const own = JSON.stringify(item).length * 1.1;
    const current = requests.at(-1);
    if (current === undefined || size + own > MAX_REQUEST) {
      requests.push([item]);
      size = own;
    } else {
      current.push(item);
      size += own;
    }
  }
  return requests;
};
