import type { ContentNode } from '../../model/content.ts';
import type { InlineChoiceInteraction } from '../../model/interaction.ts';
import type { AssessmentItem } from '../../model/item.ts';
import type { ResponseRule } from '../../model/processing.ts';
import { asBlocks } from '../html/content.ts';
import { choiceIdentifier } from '../identifiers.ts';
import { choice } from './choice.ts';
import { buildItem, type Frame, floatOutcome, interactionBase, response } from './item.ts';
import { mapping, mapResponseRule, rounded, sumOf } from './scoring.ts';

/** A hole in a text: its interaction, its declaration, and the rule that sets its outcome to the points it earns. */
export interface Hole {
  readonly node: ContentNode;
  readonly declared: ReturnType<typeof response>;
  readonly outcome: string;
  readonly rule: ResponseRule;
}

/** A menu in a line of text; `fraction` of its worth for each option. */
export function menuHole(
  place: number,
  options: readonly { readonly text: string; readonly fraction: number }[],
  shuffle: boolean,
  worth: number,
): Hole {
  const identifier = `RESPONSE_${place}`;
  const outcome = `SCORE_${place}`;
  const best = options.findIndex(({ fraction }) => fraction === Math.max(...options.map((one) => one.fraction)));
  const entries = options.flatMap(({ fraction }, index) =>
    fraction === 0 ? [] : [[choiceIdentifier(index), rounded(fraction * worth)] as const],
  );
  const declared = response(identifier, 'single', 'identifier', choiceIdentifier(Math.max(0, best)), mapping(entries));
  const node: InlineChoiceInteraction = {
    ...interactionBase(declared),
    interaction: 'inline-choice',
    shuffle,
    required: false,
    placeholder: null,
    choices: options.map(({ text }, index) =>
      choice(choiceIdentifier(index), text === '' ? [] : [{ type: 'text', text }]),
    ),
  };
  return { node, declared, outcome, rule: mapResponseRule(identifier, outcome) };
}

/** An item whose text holds the holes; SCORE is the sum of their points. */
export function holesItem(frame: Frame, holes: readonly Hole[]): AssessmentItem {
  return buildItem(frame, {
    body: asBlocks(frame.stem),
    responses: holes.map(({ declared }) => declared),
    outcomes: holes.map(({ outcome }) => floatOutcome(outcome)),
    processing: sumOf(holes),
  });
}

/** The content with what `make` gives in the place of each match in its text; `pattern` is global. */
export function replaceInText(
  nodes: readonly ContentNode[],
  pattern: RegExp,
  make: (match: RegExpExecArray) => ContentNode,
): ContentNode[] {
  return nodes.flatMap((node): ContentNode[] => {
    if (node.type === 'element') return [{ ...node, children: replaceInText(node.children, pattern, make) }];
    if (node.type !== 'text') return [node];
    const parts: ContentNode[] = [];
    let at = 0;
    for (const match of node.text.matchAll(pattern)) {
      if (match.index > at) parts.push({ type: 'text', text: node.text.slice(at, match.index) });
      parts.push(make(match));
      at = match.index + match[0].length;
    }
    if (at < node.text.length) parts.push({ type: 'text', text: node.text.slice(at) });
    return parts;
  });
}
