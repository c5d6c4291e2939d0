import type { AssessmentTest, SectionPart, TestPart } from '@testamur/qti';
import { missingItems } from './walk.ts';
import type { OpenTest } from './workspace.ts';

/** A part, section or item of a test, with what decides how it is taken. */
export interface OutlineNode {
  readonly kind: 'part' | 'section' | 'item' | 'section-ref';
  readonly identifier: string;
  readonly title: string;
  /** Of an item: its place in the report; null where it is missing. */
  readonly item: number | null;
  readonly navigation: TestPart['navigationMode'] | null;
  readonly submission: TestPart['submissionMode'] | null;
  readonly selection: { readonly select: number; readonly of: number; readonly withReplacement: boolean } | null;
  readonly shuffle: boolean;
  readonly preConditions: number;
  readonly branches: readonly string[];
  readonly timeLimits: AssessmentTest['timeLimits'];
  readonly weights: readonly { readonly identifier: string; readonly value: number }[];
  readonly inside: readonly OutlineNode[];
}

export interface Outline {
  readonly title: string;
  readonly timeLimits: AssessmentTest['timeLimits'];
  readonly parts: readonly OutlineNode[];
  /** Addresses of items that are missing or were refused; a test without them cannot be walked through. */
  readonly missing: readonly string[];
}

export const outlineOf = (open: OpenTest): Outline => {
  const { test } = open;
  if (test === undefined) throw new Error('The test was refused.');
  return {
    title: test.title,
    timeLimits: test.timeLimits,
    parts: test.parts.map((part) => partNode(open, part)),
    missing: missingItems(open),
  };
};

const bare = { item: null, navigation: null, submission: null, selection: null, shuffle: false, weights: [] } as const;

type Ruled = Pick<AssessmentTest['parts'][number], 'identifier' | 'preConditions' | 'branchRules' | 'timeLimits'>;

const rulesOf = ({ identifier, preConditions, branchRules, timeLimits }: Ruled) => ({
  identifier,
  preConditions: preConditions.length,
  branches: branchRules.map(({ target }) => target),
  timeLimits,
});

const partNode = (open: OpenTest, part: TestPart): OutlineNode => ({
  ...bare,
  ...rulesOf(part),
  kind: 'part',
  title: part.title ?? '',
  navigation: part.navigationMode,
  submission: part.submissionMode,
  inside: part.sections.map((section) => nodeOf(open, section)),
});

const nodeOf = (open: OpenTest, node: SectionPart): OutlineNode => {
  if (node.type === 'section-ref') {
    const { identifier, href } = node;
    return {
      ...bare,
      kind: 'section-ref',
      identifier,
      title: href,
      preConditions: 0,
      branches: [],
      timeLimits: null,
      inside: [],
    };
  }
  if (node.type === 'item-ref') {
    const found = open.itemAt(node.href);
    return {
      ...bare,
      ...rulesOf(node),
      kind: 'item',
      title: found?.item?.title ?? node.href,
      item: found?.summary.index ?? null,
      weights: node.weights,
      inside: [],
    };
  }
  const { selection, children } = node;
  return {
    ...bare,
    ...rulesOf(node),
    kind: 'section',
    title: node.title,
    selection: selection === null ? null : { ...selection, of: children.length },
    shuffle: node.shuffle,
    inside: children.map((child) => nodeOf(open, child)),
  };
};
