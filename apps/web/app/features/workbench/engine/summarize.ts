import { type AssessmentItem, interactionsOf, mediaOf, nodesOf, type PackageDocument } from '@testamur/qti';
import type { DocumentSummary, ItemSummary, Obstacle } from './summaries.ts';

type Facts = Omit<ItemSummary, 'kinds' | 'adaptive' | 'random' | 'obstacles'> & {
  readonly item: AssessmentItem | undefined;
};

export const summarize = ({ item, ...facts }: Facts): ItemSummary => ({
  ...facts,
  messages: facts.messages.map(({ line, text }) => ({ line, text })),
  kinds: item === undefined ? [] : [...new Set(interactionsOf(item.body).map(({ interaction }) => interaction))],
  adaptive: item?.adaptive ?? false,
  random: item !== undefined && isRandom(item),
  obstacles: item === undefined ? [] : obstaclesOf(item),
});

export const documentSummary = (
  kind: DocumentSummary['kind'],
  index: number,
  { file, identifier, status, messages }: Pick<PackageDocument, 'file' | 'identifier' | 'status' | 'messages'>,
  title: string | undefined,
): DocumentSummary => ({
  kind,
  index,
  file,
  identifier,
  title: title ?? '',
  status,
  messages: messages.map(({ line, text }) => ({ line, text })),
});

/** Template processing draws values; shuffled choices come in another order. */
const isRandom = (item: AssessmentItem): boolean =>
  item.templateProcessing.length > 0 ||
  interactionsOf(item.body).some((interaction) => 'shuffle' in interaction && interaction.shuffle);

/** What the item bank refuses whatever its key is. */
export const obstaclesOf = (item: AssessmentItem): readonly Obstacle[] => {
  const kinds = new Set(interactionsOf(item.body).map(({ interaction }) => interaction));
  const content = [...item.body, ...item.modalFeedback.flatMap((feedback) => feedback.content)];
  const found: readonly (readonly [Obstacle, boolean])[] = [
    ['media', mediaOf(content).length > 0],
    ['stimulus', item.stimulusRefs.length > 0],
    ['adaptive', item.adaptive],
    ['custom', kinds.has('portable-custom') || kinds.has('custom')],
    ['file', kinds.has('upload') || kinds.has('drawing')],
    [
      'unanswerable',
      item.responses.length === 0 || ![...nodesOf(item.body)].some(({ type }) => type === 'interaction'),
    ],
    ['unscored', item.processing.type !== 'rules'],
  ];
  return found.flatMap(([obstacle, holds]) => (holds ? [obstacle] : []));
};
