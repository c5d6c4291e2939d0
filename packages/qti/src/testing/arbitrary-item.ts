import fc from 'fast-check';
import { bareOutcome } from '../model/bare-outcome.ts';
import type {
  AreaMapping,
  LookupTable,
  Mapping,
  OutcomeDeclaration,
  TemplateDeclaration,
} from '../model/declarations.ts';
import { VIEWS } from '../model/declarations.ts';
import type { AssessmentItem, Catalog, CompanionMaterial, ModalFeedback, Stylesheet } from '../model/item.ts';
import { BASE_TYPES, type BaseType, type PlainValue } from '../model/value.ts';
import { blocks, element, line, rubric } from './arbitrary-content.ts';
import { type Bound, INTERACTIONS } from './arbitrary-interaction.ts';
import { area, number, scalarOf, words } from './arbitrary-value.ts';

type Declared = Pick<OutcomeDeclaration, 'identifier' | 'cardinality' | 'baseType' | 'fields' | 'defaultValue'>;

/** A declared variable of any cardinality and base type, with a default or without. */
export const variable = (identifier: string): fc.Arbitrary<Declared> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...BASE_TYPES), fc.constantFrom('single', 'multiple', 'ordered'))
      .chain(([baseType, cardinality]) =>
        fc.option(valuesOf(baseType, cardinality === 'single')).map((defaultValue): Declared => {
          return { identifier, cardinality, baseType, fields: {}, defaultValue };
        }),
      ),
    fc.tuple(number, words).map(([a, b]): Declared => {
      const fields = { a: 'float', b: 'string' } as const;
      return { identifier, cardinality: 'record', baseType: null, fields, defaultValue: { a, b } };
    }),
  );

function valuesOf(baseType: BaseType, single: boolean): fc.Arbitrary<PlainValue> {
  return single ? scalarOf(baseType) : fc.array(scalarOf(baseType), { minLength: 1, maxLength: 3 });
}

const bounds = {
  defaultValue: number,
  lowerBound: fc.constantFrom(null, -2000),
  upperBound: fc.constantFrom(null, 2000),
};

const mapping: fc.Arbitrary<Mapping> = fc.record({
  ...bounds,
  entries: fc.uniqueArray(fc.record({ key: words, value: number, caseSensitive: fc.boolean() }), {
    selector: ({ key }) => key.toLowerCase(),
    minLength: 1,
    maxLength: 3,
  }),
});

const areaMapping: fc.Arbitrary<AreaMapping> = fc.record({
  ...bounds,
  entries: fc.array(fc.record({ area, value: number }), { minLength: 1, maxLength: 3 }),
});

const lookupTable: fc.Arbitrary<LookupTable> = fc.oneof(
  fc.record({
    table: fc.constant('match' as const),
    defaultValue: fc.option(number),
    entries: fc.array(fc.record({ source: fc.integer({ min: -9, max: 9 }), target: number }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    table: fc.constant('interpolation' as const),
    defaultValue: fc.option(number),
    entries: fc.array(fc.record({ source: number, includeBoundary: fc.boolean(), target: number }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
);

const said = {
  view: fc.uniqueArray(fc.constantFrom(...VIEWS), { maxLength: 2 }),
  interpretation: fc.option(words),
  longInterpretation: fc.constantFrom(null, 'https://example.org/scale'),
  normalMaximum: fc.option(number),
  normalMinimum: fc.option(number),
  masteryValue: fc.option(number),
  externalScored: fc.constantFrom(null, 'human' as const, 'externalMachine' as const),
  variableIdentifierRef: fc.constantFrom(null, 'OTHER'),
};

/** An outcome of any type, or one with a lookup table. */
export const outcome = (identifier: string): fc.Arbitrary<OutcomeDeclaration> =>
  fc.oneof(
    fc.tuple(variable(identifier), fc.record(said)).map(([head, rest]) => ({ ...head, ...rest, lookupTable: null })),
    fc.tuple(fc.record(said), lookupTable).map(([rest, table]): OutcomeDeclaration => {
      const head = { identifier, cardinality: 'single', baseType: 'float', fields: {}, defaultValue: null } as const;
      return { ...head, ...rest, lookupTable: table };
    }),
  );

const template = (identifier: string): fc.Arbitrary<TemplateDeclaration> =>
  fc
    .tuple(variable(identifier), fc.boolean(), fc.boolean())
    .map(([head, mathVariable, paramVariable]) => ({ ...head, mathVariable, paramVariable }));

const feedback: fc.Arbitrary<ModalFeedback> = fc.record({
  variable: fc.constant('FEEDBACK'),
  identifier: fc.constantFrom('RIGHT', 'WRONG'),
  showHide: fc.constantFrom('show' as const, 'hide' as const),
  title: fc.option(words),
  content: blocks,
});

const FEEDBACK: OutcomeDeclaration = bareOutcome('FEEDBACK', 'identifier', 'multiple');

const catalog: fc.Arbitrary<Catalog> = fc.record({
  identifier: fc.constant('CAT'),
  cards: fc.array(
    fc.record({
      support: fc.constantFrom('spoken', 'glossary-on-screen'),
      entries: fc.array(
        fc.record({
          language: fc.constantFrom(null, 'es'),
          isDefault: fc.boolean(),
          data: fc.oneof(fc.constant({}), fc.record({ reading: words })),
          content: fc.oneof(fc.constant([]), blocks),
          files: fc.constantFrom([], [{ href: 'audio/one.mp3', mimeType: 'audio/mpeg' }]),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
});

const materials: fc.Arbitrary<CompanionMaterial[]> = fc.constantFrom<CompanionMaterial[]>(
  [],
  [
    { kind: 'calculator', calculatorType: 'scientific', description: 'Four functions' },
    { kind: 'rule', description: 'A ruler', units: { 'rule-system-si/minimum-length': '20 Centimeter' } },
    { kind: 'protractor', description: null, units: { 'increment-si/minor-increment': '1 Radian' } },
    { kind: 'digital', href: 'files/table.pdf', mimeType: 'application/pdf', label: 'Tables' },
    { kind: 'physical', description: 'Scratch paper' },
  ],
);

/** Style sheets that a document may name. */
export const stylesheets: fc.Arbitrary<Stylesheet[]> = fc.constantFrom<Stylesheet[]>(
  [],
  [{ href: 'css/one.css', mimeType: 'text/css', media: 'print', title: 'Print' }],
);

const LINES = ['inline-choice', 'text-entry', 'end-attempt'];

/** Items with an interaction of the kind, and everything else that an item may have. */
export function itemWith(kind: keyof typeof INTERACTIONS): fc.Arbitrary<AssessmentItem> {
  const interaction: fc.Arbitrary<Bound> = INTERACTIONS[kind];
  const parts = fc.record({
    interaction,
    words: line,
    before: blocks,
    rubric,
    score: outcome('SCORE'),
    templates: fc.tuple(template('T1'), template('T2')),
    contexts: fc.tuple(variable('CONTEXT')),
    mapping: fc.option(mapping),
    areaMapping: fc.option(areaMapping),
    catalogs: fc.array(catalog, { maxLength: 1 }),
    modalFeedback: fc.array(feedback, { maxLength: 2 }),
    materials,
    stylesheets,
    head: fc.record({ title: words, label: fc.option(words), toolName: fc.option(words), adaptive: fc.boolean() }),
  });
  return parts.map(({ interaction: { node, cardinality, baseType }, words: around, ...given }): AssessmentItem => {
    const shown = LINES.includes(kind) ? element('p', [...around, node]) : node;
    return {
      identifier: 'item-1',
      ...given.head,
      language: 'en-US',
      timeDependent: false,
      toolVersion: null,
      contexts: given.contexts,
      responses: [
        {
          identifier: 'RESPONSE',
          cardinality,
          baseType,
          fields: {},
          defaultValue: null,
          correct: null,
          correctInterpretation: null,
          mapping: baseType === 'string' ? given.mapping : null,
          areaMapping: baseType === 'point' ? given.areaMapping : null,
        },
      ],
      outcomes: [given.score, FEEDBACK],
      templates: given.templates,
      templateProcessing: [],
      stimulusRefs: [{ identifier: 'S1', href: 'stimuli/one.xml', title: 'Text' }],
      stylesheets: given.stylesheets,
      companionMaterials: given.materials,
      body: [given.rubric, ...given.before, shown],
      bodyClasses: ['qti-layout-row'],
      catalogs: given.catalogs,
      processing: { type: 'none' },
      modalFeedback: given.modalFeedback,
    };
  });
}
