import type { ContentNode } from '../../model/content.ts';
import type { ResponseDeclaration } from '../../model/declarations.ts';
import type { AssociableChoice, GapChoice } from '../../model/interaction.ts';
import type { AssessmentItem } from '../../model/item.ts';
import { asBlocks } from '../html/content.ts';
import { choice } from './choice.ts';
import { buildItem, type Frame, interactionBase, response, stemAndPrompt } from './item.ts';
import { mapping, mapResponse, matchCorrect, rounded } from './scoring.ts';

export interface MatchingDraft {
  readonly shuffle: boolean;
  /** Each with the place of its partner among the targets. */
  readonly sources: readonly { readonly content: readonly ContentNode[]; readonly target: number }[];
  readonly targets: readonly (readonly ContentNode[])[];
}

/** An item with one match interaction: an equal part of the points for each right pair. */
export function matchingItem(frame: Frame, { shuffle, sources, targets }: MatchingDraft): AssessmentItem {
  const declared = pairsResponse(
    frame,
    sources.map(({ target }, index) => `S${index + 1} T${target + 1}`),
  );
  const { before, prompt } = stemAndPrompt(frame.stem);
  const associable = (identifier: string, content: readonly ContentNode[], matchMax: number): AssociableChoice => ({
    ...choice(identifier, content),
    matchMin: 0,
    matchMax,
    matchGroup: [],
  });
  return buildItem(frame, {
    body: [
      ...before,
      {
        ...interactionBase(declared),
        interaction: 'match',
        prompt,
        shuffle,
        associations: { min: 0, max: sources.length },
        sets: [
          sources.map(({ content }, index) => associable(`S${index + 1}`, content, 1)),
          targets.map((content, index) => associable(`T${index + 1}`, content, 0)),
        ],
      },
    ],
    responses: [declared],
    processing: mapResponse(),
  });
}

/** An item whose choices are to be put in the order given. */
export function orderItem(frame: Frame, contents: readonly (readonly ContentNode[])[]): AssessmentItem {
  const identifiers = contents.map((_, index) => `O${index + 1}`);
  const declared = response('RESPONSE', 'ordered', 'identifier', identifiers);
  const { before, prompt } = stemAndPrompt(frame.stem);
  return buildItem(frame, {
    body: [
      ...before,
      {
        ...interactionBase(declared),
        interaction: 'order',
        prompt,
        shuffle: true,
        minChoices: null,
        maxChoices: null,
        orientation: 'vertical',
        choices: contents.map((content, index) => choice(`O${index + 1}`, content)),
      },
    ],
    responses: [declared],
    processing: matchCorrect(),
  });
}

export interface DragDraft {
  readonly shuffle: boolean;
  readonly drags: readonly { readonly text: string; readonly group: string; readonly unlimited: boolean }[];
  /** The stem with its gaps, G1, G2, …; each with the place of the drag that fills it. */
  readonly content: readonly ContentNode[];
  readonly keys: readonly { readonly gap: string; readonly drag: number }[];
}

/** An item with one gap match interaction: an equal part of the points for each gap filled right. */
export function dragItem(frame: Frame, { shuffle, drags, content, keys }: DragDraft): AssessmentItem {
  const declared = pairsResponse(
    frame,
    keys.map(({ gap, drag }) => `D${drag + 1} ${gap}`),
  );
  return buildItem(frame, {
    body: [
      {
        ...interactionBase(declared),
        interaction: 'gap-match',
        prompt: [],
        shuffle,
        associations: { min: 0, max: keys.length },
        choices: drags.map(
          (drag, index): GapChoice => ({
            ...choice(`D${index + 1}`, [{ type: 'text', text: drag.text }]),
            kind: 'text',
            matchMin: 0,
            matchMax: drag.unlimited ? 0 : 1,
            matchGroup: [],
            image: null,
            objectLabel: null,
            top: null,
            left: null,
          }),
        ),
        content: asBlocks(content),
      },
    ],
    responses: [declared],
    processing: mapResponse(),
  });
}

/** The response whose right pairs earn an equal part of the points each. */
function pairsResponse({ points }: Frame, pairs: readonly string[]): ResponseDeclaration {
  const share = rounded(points / Math.max(1, pairs.length));
  const entries = pairs.map((pair) => [pair, share] as const);
  return response('RESPONSE', 'multiple', 'directedPair', pairs, mapping(entries, { lower: 0, upper: points }));
}
