import type { ContentNode } from '../model/content.ts';
import type { OutcomeDeclaration, ResponseDeclaration } from '../model/declarations.ts';
import type { AssessmentItem, ModalFeedback } from '../model/item.ts';
import type { StandardTemplate } from '../model/processing.ts';
import { rubricsOf } from '../model/walk.ts';
import { maxScore } from '../process/max-score.ts';
import { present } from './present.ts';
import type { ResolveMedia } from './presentation.ts';
import { presentationOf } from './presentation-of.ts';

/** Everything about an item that its authors and reviewers want to see. Never for candidates. */
export interface AuthorItem {
  readonly identifier: string;
  readonly title: string;
  readonly label: string | null;
  readonly language: string | null;
  readonly body: readonly ContentNode[];
  /** The rubric blocks for scorers and authors whose use is the rationale or scoring, in order. */
  readonly rationale: readonly ContentNode[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly modalFeedback: readonly ModalFeedback[];
  /** The standard template, `rules` for explicit ones, `none`, or `unsupported`. */
  readonly processing: StandardTemplate | 'rules' | 'none' | 'unsupported';
  /** Score points; null when it cannot be known. */
  readonly maxScore: number | null;
}

/** The item as authors see it: with keys, rationale, every rubric block and all feedback. */
export function authorView(item: AssessmentItem, options: { readonly resolve?: ResolveMedia } = {}): AuthorItem {
  const how = { ...presentationOf(item, options), showRubric: () => true, shows: () => true, forAuthors: true };
  const { identifier, title, label, language, responses, outcomes, processing } = item;
  const rationale = rubricsOf(item.body)
    .filter(({ use }) => use === 'scoring' || use === 'ext:rationale')
    .flatMap(({ content }) => present(content, how));
  return {
    identifier,
    title,
    label,
    language,
    body: present(item.body, how),
    rationale,
    responses,
    outcomes,
    modalFeedback: item.modalFeedback.map((feedback) => ({ ...feedback, content: present(feedback.content, how) })),
    processing: processing.type === 'rules' ? (processing.template ?? 'rules') : processing.type,
    maxScore: maxScore(item),
  };
}
