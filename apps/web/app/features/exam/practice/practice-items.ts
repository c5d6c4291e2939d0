import type { CandidateItem } from '@testamur/qti';
import type { ExamItem } from '../delivery/port.ts';

/** Stands in no item bank: it is about the player, and shows how it works. */
const itemOf = (itemId: string, stem: string, options: readonly string[]): ExamItem => {
  const text = (words: string) => [{ type: 'text', text: words }] as const;
  const view: CandidateItem = {
    identifier: itemId,
    language: null,
    body: [
      {
        type: 'interaction',
        interaction: 'choice',
        responseIdentifier: 'RESPONSE',
        cardinality: 'single',
        shuffle: false,
        minChoices: 0,
        maxChoices: 1,
        orientation: 'vertical',
        classes: [],
        minSelectionsMessage: null,
        maxSelectionsMessage: null,
        prompt: text(stem),
        choices: options.map((words, at) => ({
          identifier: String.fromCharCode(65 + at),
          fixed: true,
          content: text(words),
        })),
      },
    ],
  };
  return { itemId, view };
};

type Words = (key: `${'first' | 'second'}${'Stem' | 'A' | 'B' | 'C' | 'D'}`) => string;

export const practiceItems = (t: Words): readonly ExamItem[] => [
  itemOf('practice-1', t('firstStem'), [t('firstA'), t('firstB'), t('firstC'), t('firstD')]),
  itemOf('practice-2', t('secondStem'), [t('secondA'), t('secondB'), t('secondC'), t('secondD')]),
];
