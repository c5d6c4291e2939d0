import type { ContentNode } from '../model/content.ts';
import type { AssessmentItem } from '../model/item.ts';
import { present, type ResolveMedia } from './present.ts';

/** What a candidate's browser gets of an item: plain JSON without a word on keys, scoring or rationale. */
export interface CandidateItem {
  readonly identifier: string;
  readonly language: string | null;
  readonly body: readonly ContentNode[];
}

/** `resolve`: see ResolveMedia; without it, references into the package are left out. */
export interface ViewOptions {
  readonly resolve?: ResolveMedia;
}

/**
 * The item as candidates may see it while they answer: the body with its interactions, and rubric blocks whose `view`
 * names the candidate. Nothing else of the item is read, so nothing added to items later can leak by omission here. The
 * title is withheld as well: authors write it for themselves, and it often names what the item asks.
 */
export function candidateView(item: AssessmentItem, options: ViewOptions = {}): CandidateItem {
  const { identifier, language, body } = item;
  const how = {
    idPrefix: `${identifier}-`,
    resolve: options.resolve ?? (() => undefined),
    showRubric: ({ view }: { view: readonly string[] }) => view.includes('candidate'),
  };
  return { identifier, language, body: present(body, how) };
}
