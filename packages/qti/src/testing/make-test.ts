import type { Expression } from '../model/expression.ts';
import type { AssessmentTest, BranchRule, ItemRef, Section, SectionPart, TestPart } from '../model/test.ts';

const NODE = { preConditions: [], branchRules: [], itemSessionControl: null, timeLimits: null };

/** A condition that is always true, or never. */
export const always = (value: boolean): Expression => ({ op: 'base-value', baseType: 'boolean', value });

/** A branch rule that always leads there. */
export const branchTo = (target: string): BranchRule => ({ target, condition: always(true) });

/** A reference to an item in a file of the same name. */
export const makeRef = (identifier: string, more: Partial<ItemRef> = {}): ItemRef => ({
  ...NODE,
  type: 'item-ref',
  identifier,
  href: `${identifier}.xml`,
  categories: [],
  required: false,
  fixed: false,
  variableMappings: [],
  weights: [],
  templateDefaults: [],
  ...more,
});

/** A visible section that takes all its children in their order. */
export const makeSection = (
  identifier: string,
  children: readonly SectionPart[],
  more: Partial<Section> = {},
): Section => ({
  ...NODE,
  type: 'section',
  identifier,
  title: identifier,
  visible: true,
  keepTogether: true,
  required: false,
  fixed: false,
  selection: null,
  shuffle: false,
  rubrics: [],
  children,
  ...more,
});

/** A linear part whose items are submitted one by one. */
export const makePart = (identifier: string, sections: readonly Section[], more: Partial<TestPart> = {}): TestPart => ({
  ...NODE,
  identifier,
  title: null,
  navigationMode: 'linear',
  submissionMode: 'individual',
  rubrics: [],
  sections,
  feedback: [],
  ...more,
});

/** A test of those parts. */
export const makeTest = (parts: readonly TestPart[], more: Partial<AssessmentTest> = {}): AssessmentTest => ({
  identifier: 'test',
  title: 'A test',
  language: null,
  toolName: null,
  toolVersion: null,
  contexts: [],
  outcomes: [],
  timeLimits: null,
  stylesheets: [],
  rubrics: [],
  parts,
  outcomeProcessing: [],
  feedback: [],
  ...more,
});
