import type { ContentNode } from '../model/content.ts';
import type { AssessmentItem, OutcomeDeclaration, ResponseDeclaration } from '../model/item.ts';
import { rubricsOf } from '../model/walk.ts';
import { maxScore } from '../score/max-score.ts';
import type { ViewOptions } from './candidate-view.ts';
import { present } from './present.ts';

/**
 * What item writers, reviewers and scorers see: everything. Secret until the exam's form is retired.
 *
 * - `responses`: with `correct`, the keys, as choice identifiers.
 * - `rationale`: the contents of the rubric blocks for scoring, which `body` also holds in place.
 * - `processing`: how it is scored: the standard template's name, or which of the other cases.
 * - `maxScore`: score points; null when it cannot be determined.
 */
export interface AuthorItem {
  readonly identifier: string;
  readonly title: string;
  readonly label: string | null;
  readonly language: string | null;
  readonly body: readonly ContentNode[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly rationale: readonly ContentNode[];
  readonly processing: 'match_correct' | 'map_response' | 'rules' | 'none' | 'unsupported';
  readonly maxScore: number | null;
}

/** The item with keys and rationale, for those who write and judge it. Plain JSON. */
export function authorView(item: AssessmentItem, options: ViewOptions = {}): AuthorItem {
  const { identifier, title, label, language, responses, outcomes, processing } = item;
  const resolve = options.resolve ?? (() => undefined);
  const body = present(item.body, { idPrefix: `${identifier}-`, resolve, showRubric: () => true });
  const scoring = rubricsOf(body).filter(({ use }) => use === 'scoring');
  return {
    identifier,
    title,
    label,
    language,
    body,
    responses,
    outcomes,
    rationale: scoring.flatMap(({ content }) => content),
    processing: processing.type === 'rules' ? (processing.template ?? 'rules') : processing.type,
    maxScore: maxScore(item),
  };
}
