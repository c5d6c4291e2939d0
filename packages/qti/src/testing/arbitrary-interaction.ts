import fc from 'fast-check';
import type { ContentNode } from '../model/content.ts';
import type { AssociableChoice, Choice, GapChoice, Hotspot, InteractionNode } from '../model/interaction.ts';
import type { BaseType, Cardinality } from '../model/value.ts';
import { blocks, element, flow, image, line, player } from './arbitrary-content.ts';
import { area, identifier, words } from './arbitrary-value.ts';

/** An interaction, and the type of the response that it is bound to. */
export interface Bound {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType;
  readonly node: InteractionNode;
}

const shown = { templateVariable: fc.constant(null), showHide: fc.constant('show' as const) };
const common = { ...shown, id: fc.constant(null), catalogIdref: fc.constant(null), fixed: fc.boolean() };
const numbered = <T>(prefix: string, one: fc.Arbitrary<T>) =>
  fc
    .array(one, { minLength: 2, maxLength: 4 })
    .map((all) => all.map((each, index) => ({ ...each, identifier: `${prefix}${index}` })));
const choices: fc.Arbitrary<Choice[]> = numbered('C', fc.record({ ...common, content: flow }));
const inlineChoices: fc.Arbitrary<Choice[]> = numbered('C', fc.record({ ...common, content: line }));
const limits = { matchMin: fc.constantFrom(0, 1), matchMax: fc.constantFrom(0, 1, 3), matchGroup: fc.constant([]) };
const associable = (prefix: string): fc.Arbitrary<AssociableChoice[]> =>
  numbered(prefix, fc.record({ ...common, ...limits, content: flow }));
const gapText = fc.record({ ...common, ...limits, content: line, kind: fc.constant('text' as const) });
const gapImage = fc.record({
  ...common,
  ...limits,
  content: fc.constant([]),
  kind: fc.constant('image' as const),
  image,
  objectLabel: fc.option(words),
  top: fc.option(fc.nat(90)),
  left: fc.option(fc.nat(90)),
});
const gapChoices: fc.Arbitrary<GapChoice[]> = numbered(
  'C',
  fc.oneof(
    gapText.map((one) => ({ ...one, image: null, objectLabel: null, top: null, left: null })),
    gapImage,
  ),
);
const label = fc.option(words);
const spots: fc.Arbitrary<Hotspot[]> = numbered(
  'H',
  fc.record({ ...shown, area, label, matchMin: fc.constant(0), matchMax: fc.constant(1), matchGroup: fc.constant([]) }),
);
const associableSpots: fc.Arbitrary<Hotspot[]> = numbered('H', fc.record({ ...shown, ...limits, area, label }));

const shuffle = fc.boolean();
const orientation = fc.constantFrom('vertical' as const, 'horizontal' as const);
const chosen = { minChoices: fc.constantFrom(0, 1), maxChoices: fc.constantFrom(0, 1, 2) };
const ordered = { minChoices: fc.constantFrom(null, 1), maxChoices: fc.constantFrom(null, 1, 2) };
const associations = fc.record({ min: fc.constantFrom(0, 1), max: fc.constantFrom(0, 1, 5) });
const entry = {
  base: fc.constantFrom(10, 2, 36),
  stringIdentifier: fc.constant(null),
  expectedLength: fc.option(fc.nat(99)),
  patternMask: fc.option(words),
  placeholder: fc.option(words),
};
const gap = (id: string): ContentNode => ({
  type: 'gap',
  identifier: id,
  classes: ['qti-input-width-15', 'own'],
  matchGroup: ['C0'],
  required: true,
  templateVariable: null,
  showHide: 'show',
});
const hottext = (id: string, content: readonly ContentNode[]): ContentNode => {
  return { type: 'hottext', identifier: id, templateVariable: null, showHide: 'show', content };
};
const base = {
  type: fc.constant('interaction' as const),
  responseIdentifier: fc.constant('RESPONSE'),
  id: fc.option(identifier.map((name) => `i${name}`)),
  label: fc.option(words),
  language: fc.constantFrom(null, 'fr'),
  classes: fc.uniqueArray(fc.constantFrom('qti-labels-none', 'qti-choices-stacking-2', 'own'), { maxLength: 2 }),
  data: fc.oneof(fc.constant({}), fc.record({ 'min-selections-message': words })),
  catalogIdref: fc.constant(null),
};
const prompt = fc.oneof(fc.constant<readonly ContentNode[]>([]), line);

/** An interaction of each kind, by its name; each bound to RESPONSE. */
export const INTERACTIONS: Readonly<Record<Exclude<InteractionNode['interaction'], 'custom'>, fc.Arbitrary<Bound>>> = {
  choice: bind('choice', 'multiple', 'identifier', { prompt, shuffle, ...chosen, orientation, choices }),
  order: bind('order', 'ordered', 'identifier', { prompt, shuffle, ...ordered, orientation, choices }),
  associate: bind('associate', 'multiple', 'pair', { prompt, shuffle, associations, choices: associable('C') }),
  match: bind('match', 'multiple', 'directedPair', {
    prompt,
    shuffle,
    associations,
    sets: fc.tuple(associable('A'), associable('B')),
  }),
  'gap-match': bind('gap-match', 'multiple', 'directedPair', {
    prompt,
    shuffle,
    associations,
    choices: gapChoices,
    content: fc.tuple(blocks, line).map(([before, words]) => [...before, element('p', [...words, gap('G1')])]),
  }),
  'inline-choice': bind('inline-choice', 'single', 'identifier', {
    shuffle,
    required: fc.boolean(),
    placeholder: fc.constantFrom(null, 'Choose'),
    choices: inlineChoices,
  }),
  'text-entry': bind('text-entry', 'single', 'string', { ...entry, format: fc.option(words) }),
  'extended-text': bind('extended-text', 'multiple', 'string', {
    prompt,
    ...entry,
    strings: fc.record({ min: fc.constantFrom(0, 1), max: fc.constantFrom(null, 1, 3) }),
    expectedLines: fc.option(fc.nat(20)),
    format: fc.constantFrom('plain' as const, 'preformatted' as const, 'xhtml' as const),
  }),
  hottext: bind('hottext', 'multiple', 'identifier', {
    prompt,
    ...chosen,
    content: fc
      .tuple(line, line)
      .map(([before, inner]) => [element('p', [...before, hottext('H1', inner), hottext('H2', inner)])]),
  }),
  hotspot: bind('hotspot', 'multiple', 'identifier', { prompt, ...chosen, image, hotspots: spots }),
  'graphic-order': bind('graphic-order', 'ordered', 'identifier', { prompt, ...ordered, image, hotspots: spots }),
  'graphic-associate': bind('graphic-associate', 'multiple', 'pair', {
    prompt,
    associations,
    image,
    hotspots: associableSpots,
  }),
  'graphic-gap-match': bind('graphic-gap-match', 'multiple', 'directedPair', {
    prompt,
    associations,
    image,
    choices: gapChoices,
    hotspots: associableSpots,
  }),
  'select-point': bind('select-point', 'multiple', 'point', { prompt, ...chosen, image }),
  'position-object': bind('position-object', 'multiple', 'point', {
    prompt: fc.constant([]),
    ...chosen,
    image,
    stage: image,
    centerPoint: fc.option(fc.tuple(fc.nat(50), fc.nat(50))),
  }),
  slider: bind('slider', 'single', 'float', {
    prompt,
    lowerBound: fc.constantFrom(-5, 0, 0.5),
    upperBound: fc.constantFrom(1, 10, 99.5),
    step: fc.constantFrom(0, 0.5, 1),
    stepLabel: fc.boolean(),
    orientation,
    reverse: fc.boolean(),
  }),
  media: bind('media', 'single', 'integer', {
    prompt,
    autostart: fc.boolean(),
    minPlays: fc.constantFrom(0, 1),
    maxPlays: fc.constantFrom(0, 2),
    loop: fc.boolean(),
    coords: fc.constantFrom([], [0, 0, 10, 10]),
    media: player,
  }),
  upload: bind('upload', 'single', 'file', { prompt, types: fc.constantFrom([], ['image/png', 'application/pdf']) }),
  drawing: bind('drawing', 'single', 'file', { prompt, image }),
  'end-attempt': bind('end-attempt', 'single', 'boolean', { title: words, countAttempt: fc.boolean() }),
  'portable-custom': bind('portable-custom', 'single', 'string', {
    prompt,
    customInteractionTypeIdentifier: fc.constant('urn:example:pci'),
    module: fc.constantFrom(null, 'graph'),
    modules: fc.constantFrom([], [{ id: 'graph', primaryPath: 'modules/graph.js', fallbackPath: 'modules/old.js' }]),
    moduleConfiguration: fc.constantFrom(null, 'modules/config.json'),
    markup: blocks,
    templateVariables: fc.constant([]),
    contextVariables: fc.constantFrom([], ['QTI_CONTEXT']),
    stylesheets: fc.constantFrom([], ['css/graph.css']),
  }),
};

type Own<Kind extends InteractionNode['interaction']> = Omit<
  Extract<InteractionNode, { interaction: Kind }>,
  'interaction' | 'cardinality' | 'baseType' | 'attributes' | keyof typeof base
>;

function bind<Kind extends InteractionNode['interaction']>(
  kind: Kind,
  cardinality: Cardinality,
  baseType: BaseType,
  own: { [Key in keyof Own<Kind>]: fc.Arbitrary<Own<Kind>[Key]> },
): fc.Arbitrary<Bound> {
  return fc.tuple(fc.record(base), fc.record(own)).map(([common, rest]) => {
    const node = { ...common, cardinality, baseType, interaction: kind, ...rest } as unknown as InteractionNode;
    return { cardinality, baseType, node };
  });
}
