import fc from 'fast-check';
import type { Expression } from '../model/expression.ts';
import type { AssessmentTest, ItemRef, Section, SectionPart, TestPart } from '../model/test.ts';
import { rubric } from './arbitrary-content.ts';
import { outcome, stylesheets, variable } from './arbitrary-item.ts';
import { identifier, number, words } from './arbitrary-value.ts';

const always = fc.constantFrom<Expression>(
  {
    op: 'gt',
    of: [
      { op: 'number-correct', items: { sectionIdentifier: null, includeCategories: ['easy'], excludeCategories: [] } },
      { op: 'base-value', baseType: 'integer', value: 2 },
    ],
  },
  { op: 'base-value', baseType: 'boolean', value: true },
);
const seconds = fc.option(fc.nat(100));
const flag = fc.option(fc.boolean());

/** What parts, sections and item references have alike; branches lead to the end, which always lies ahead. */
const flow = {
  preConditions: fc.array(always, { maxLength: 1 }),
  branchRules: fc.array(fc.record({ target: fc.constant('EXIT_TEST'), condition: always }), { maxLength: 1 }),
  itemSessionControl: fc.option(
    fc.record({
      maxAttempts: fc.option(fc.nat(3)),
      showFeedback: flag,
      allowReview: flag,
      showSolution: flag,
      allowComment: flag,
      allowSkipping: flag,
      validateResponses: flag,
    }),
  ),
  timeLimits: fc.option(
    fc.tuple(seconds, seconds, fc.boolean()).map(([minSeconds, more, allowLateSubmission]) => ({
      minSeconds,
      maxSeconds: more === null ? null : more + (minSeconds ?? 0),
      allowLateSubmission,
    })),
  ),
};

/** Nodes get identifiers of their own afterwards. */
const itemRef: fc.Arbitrary<ItemRef> = fc.record({
  type: fc.constant('item-ref' as const),
  identifier: fc.constant(''),
  ...flow,
  href: fc.constant('items/one.xml'),
  categories: fc.uniqueArray(identifier, { maxLength: 2 }),
  required: fc.boolean(),
  fixed: fc.boolean(),
  variableMappings: fc.array(fc.record({ source: identifier, target: identifier }), { maxLength: 1 }),
  weights: fc.array(fc.record({ identifier, value: number }), { maxLength: 1 }),
  templateDefaults: fc.array(fc.record({ identifier, value: always }), { maxLength: 1 }),
});

function section(depth: number): fc.Arbitrary<Section> {
  const child: fc.Arbitrary<SectionPart> = depth === 0 ? itemRef : fc.oneof(itemRef, section(depth - 1));
  return fc.record({
    type: fc.constant('section' as const),
    identifier: fc.constant(''),
    ...flow,
    title: words,
    visible: fc.boolean(),
    keepTogether: fc.boolean(),
    required: fc.boolean(),
    fixed: fc.boolean(),
    selection: fc.option(fc.record({ select: fc.constant(1), withReplacement: fc.boolean() })),
    shuffle: fc.boolean(),
    rubrics: fc.array(rubric, { maxLength: 1 }),
    children: fc.array(child, { minLength: 1, maxLength: 2 }),
  });
}

/** A section, with a reference to another, each node with an identifier of its own. */
export const wholeSection: fc.Arbitrary<Section> = section(2).map((one) => identified(one, { count: 0 }));

const part: fc.Arbitrary<TestPart> = fc.record({
  identifier: fc.constant(''),
  ...flow,
  title: fc.option(words),
  navigationMode: fc.constantFrom('linear' as const, 'nonlinear' as const),
  submissionMode: fc.constantFrom('individual' as const, 'simultaneous' as const),
  rubrics: fc.array(rubric, { maxLength: 1 }),
  sections: fc.array(section(1), { minLength: 1, maxLength: 2 }),
  feedback: fc.constant([]),
});

const SET: AssessmentTest['outcomeProcessing'] = [
  { rule: 'set-outcome-value', identifier: 'TOTAL', value: { op: 'null' } },
  { rule: 'exit' },
];

/** Tests with everything that one may have. */
export const wholeTest: fc.Arbitrary<AssessmentTest> = fc
  .record({
    identifier: fc.constant('test-1'),
    title: words,
    language: fc.constantFrom(null, 'en'),
    toolName: fc.option(words),
    toolVersion: fc.option(words),
    contexts: fc.tuple(variable('CONTEXT')),
    outcomes: fc.tuple(outcome('TOTAL')),
    timeLimits: flow.timeLimits,
    stylesheets,
    rubrics: fc.array(rubric, { maxLength: 1 }),
    parts: fc.array(part, { minLength: 1, maxLength: 2 }),
    outcomeProcessing: fc.constantFrom([], SET),
    feedback: fc.array(
      fc.record({
        access: fc.constantFrom('atEnd' as const, 'during' as const),
        variable: fc.constant('TOTAL'),
        identifier,
        showHide: fc.constantFrom('show' as const, 'hide' as const),
        title: fc.option(words),
        content: rubric.map(({ content }) => content),
      }),
      { maxLength: 1 },
    ),
  })
  .map((test) => {
    const used = { count: 0 };
    const parts = test.parts.map((one, index): TestPart => {
      const ref = { type: 'section-ref', identifier: `ref-${index}`, href: 'sections/one.xml' } as const;
      const sections = one.sections.map((child) => (child.type === 'section' ? identified(child, used) : child));
      return { ...one, identifier: `part-${index}`, sections: [...sections, ref] };
    });
    return { ...test, parts };
  });

function identified<T extends Section | ItemRef>(node: T, used: { count: number }): T {
  used.count += 1;
  const named = { ...node, identifier: `n${used.count}` };
  if (named.type === 'item-ref') return named;
  const children = named.children.map((child) => (child.type === 'section-ref' ? child : identified(child, used)));
  return { ...named, children };
}
