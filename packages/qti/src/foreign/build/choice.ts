import type { ContentNode } from '../../model/content.ts';
import type { Choice } from '../../model/interaction.ts';
import type { AssessmentItem } from '../../model/item.ts';
import type { ResponseProcessing } from '../../model/processing.ts';
import { asBlocks } from '../html/content.ts';
import { choiceIdentifier } from '../identifiers.ts';
import { buildItem, type Frame, floatOutcome, interactionBase, response, stemAndPrompt } from './item.ts';
import {
  mapping,
  mapResponse,
  mapResponseRule,
  matchCorrect,
  matchCorrectRule,
  rounded,
  setOutcome,
  variable,
} from './scoring.ts';

/** An option; `fraction` of the points that it earns, from -1 to 1. */
export interface Option {
  readonly content: readonly ContentNode[];
  readonly fraction: number;
  readonly feedback: readonly ContentNode[];
}

export interface ChoiceDraft {
  readonly several: boolean;
  readonly shuffle: boolean;
  readonly options: readonly Option[];
  /** Nothing for a part of several keys. */
  readonly allOrNothing?: boolean;
}

/** An item with one choice interaction (QTI 3.0 ASI information model, class ChoiceInteraction). */
export function choiceItem(frame: Frame, draft: ChoiceDraft): AssessmentItem {
  const { several, shuffle, options } = draft;
  const keys = keysOf(draft);
  const whole = isAllOrNothing(draft, keys);
  const plain = whole && frame.points === 1;
  const entries = options.flatMap(({ fraction }, index) =>
    fraction === 0 ? [] : [[choiceIdentifier(index), rounded(fraction * frame.points)] as const],
  );
  const mapped = whole ? null : mapping(entries, several ? { lower: 0, upper: frame.points } : {});
  const correct = several ? (keys.length === 0 ? null : keys) : (keys[0] ?? null);
  const declared = response('RESPONSE', several ? 'multiple' : 'single', 'identifier', correct, mapped);
  const { before, prompt } = stemAndPrompt(frame.stem);
  const hasFeedback = options.some(({ feedback }) => feedback.length > 0);
  const rule = whole ? matchCorrectRule(frame.points) : mapResponseRule('RESPONSE', 'SCORE');
  const ruled: ResponseProcessing = { type: 'rules', template: null, rules: [rule] };
  const template = plain ? matchCorrect() : whole ? ruled : mapResponse();
  const withFeedback: ResponseProcessing = {
    type: 'rules',
    template: null,
    rules: [rule, setOutcome('FEEDBACK', variable('RESPONSE'))],
  };
  return buildItem(frame, {
    body: [
      ...before,
      {
        ...interactionBase(declared),
        interaction: 'choice',
        prompt,
        shuffle,
        minChoices: 0,
        maxChoices: several ? 0 : 1,
        orientation: 'vertical',
        choices: options.map(({ content }, index) => choice(choiceIdentifier(index), content)),
      },
    ],
    responses: [declared],
    processing: hasFeedback ? withFeedback : template,
    outcomes: hasFeedback
      ? [
          {
            ...floatOutcome('FEEDBACK'),
            cardinality: declared.cardinality,
            baseType: 'identifier',
            defaultValue: null,
          },
        ]
      : [],
    modalFeedback: options.flatMap(({ feedback }, index) =>
      feedback.length === 0
        ? []
        : [
            {
              variable: 'FEEDBACK',
              identifier: choiceIdentifier(index),
              showHide: 'show' as const,
              title: null,
              content: asBlocks(feedback),
            },
          ],
    ),
  });
}

/** What earns the most: the options that earn anything of several, the best of one. */
function keysOf({ several, options }: ChoiceDraft): string[] {
  const best = Math.max(0, ...options.map(({ fraction }) => fraction));
  return options.flatMap(({ fraction }, index) => {
    const isKey = several ? fraction > 0 : fraction > 0 && fraction === best;
    return isKey ? [choiceIdentifier(index)] : [];
  });
}

function isAllOrNothing({ several, options, allOrNothing }: ChoiceDraft, keys: readonly string[]): boolean {
  if (allOrNothing === true) return true;
  return !several && keys.length === 1 && options.every(({ fraction }) => fraction === 0 || fraction === 1);
}

/** A choice that is always shown and may be moved. */
export function choice(identifier: string, content: readonly ContentNode[]): Choice {
  return { identifier, fixed: false, templateVariable: null, showHide: 'show', id: null, catalogIdref: null, content };
}
