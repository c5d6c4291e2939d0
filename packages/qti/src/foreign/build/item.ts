import { bareOutcome } from '../../model/bare-outcome.ts';
import type { ContentNode, RubricNode } from '../../model/content.ts';
import type { OutcomeDeclaration, ResponseDeclaration } from '../../model/declarations.ts';
import type { AssessmentItem, ModalFeedback } from '../../model/item.ts';
import type { ResponseProcessing } from '../../model/processing.ts';
import { asBlocks, asLine } from '../html/content.ts';

/** What every item has, whatever its kind: its words and what it is worth. */
export interface Frame {
  readonly identifier: string;
  readonly title: string;
  readonly language: string | null;
  readonly stem: readonly ContentNode[];
  /** Why the key is right; for authors and scorers. */
  readonly rationale: readonly ContentNode[];
  readonly points: number;
}

/** What an item of some kind adds to its frame. `body`: interactions and what is between them, after the stem. */
export interface Answering {
  readonly body: readonly ContentNode[];
  readonly responses: readonly ResponseDeclaration[];
  readonly processing: ResponseProcessing;
  readonly outcomes?: readonly OutcomeDeclaration[];
  readonly modalFeedback?: readonly ModalFeedback[];
  /** The outcome SCORE, where it is not the usual one. */
  readonly score?: Partial<OutcomeDeclaration>;
}

/** The item of a frame and a way to answer. */
export function buildItem(frame: Frame, answering: Answering): AssessmentItem {
  const { identifier, title, language, rationale } = frame;
  return {
    identifier,
    title,
    label: null,
    language,
    adaptive: false,
    timeDependent: false,
    toolName: null,
    toolVersion: null,
    contexts: [],
    responses: answering.responses,
    outcomes: [{ ...floatOutcome('SCORE'), ...answering.score }, ...(answering.outcomes ?? [])],
    templates: [],
    templateProcessing: [],
    stimulusRefs: [],
    stylesheets: [],
    companionMaterials: [],
    body: [...rationaleBlock(rationale), ...answering.body],
    bodyClasses: [],
    catalogs: [],
    processing: answering.processing,
    modalFeedback: answering.modalFeedback ?? [],
  };
}

/** A stem as the prompt of an interaction; of several blocks, all stand before it and the prompt is empty. */
export function stemAndPrompt(stem: readonly ContentNode[]): { before: ContentNode[]; prompt: readonly ContentNode[] } {
  const line = asLine(stem);
  return line === undefined ? { before: asBlocks(stem), prompt: [] } : { before: [], prompt: line };
}

function rationaleBlock(rationale: readonly ContentNode[]): RubricNode[] {
  const content = asBlocks(rationale);
  if (content.length === 0) return [];
  const view = ['author', 'scorer'] as const;
  return [{ type: 'rubric', id: null, use: 'scoring', view, classes: [], catalogIdref: null, content }];
}

/** An outcome that is a number from 0. */
export function floatOutcome(identifier: string): OutcomeDeclaration {
  return { ...bareOutcome(identifier, 'float'), defaultValue: 0 };
}

/** What an interaction has in common with all others, bound to a response. */
export function interactionBase({ identifier, cardinality, baseType }: ResponseDeclaration) {
  return {
    type: 'interaction' as const,
    responseIdentifier: identifier,
    cardinality,
    baseType,
    id: null,
    label: null,
    language: null,
    classes: [],
    data: {},
    catalogIdref: null,
  };
}

/** A response declaration; without a mapping unless given. */
export function response(
  identifier: string,
  cardinality: ResponseDeclaration['cardinality'],
  baseType: NonNullable<ResponseDeclaration['baseType']>,
  correct: ResponseDeclaration['correct'],
  mapping: ResponseDeclaration['mapping'] = null,
): ResponseDeclaration {
  return {
    identifier,
    cardinality,
    baseType,
    fields: {},
    defaultValue: null,
    correct,
    correctInterpretation: null,
    mapping,
    areaMapping: null,
  };
}
