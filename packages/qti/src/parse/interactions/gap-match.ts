import type { GapNode } from '../../model/content.ts';
import type { GapChoice, GapMatchInteraction } from '../../model/interaction.ts';
import { childElements, isBlank, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readClasses } from '../content/body-attributes.ts';
import { readMedia } from '../content/media.ts';
import { readContent } from '../content/read-content.ts';
import { flow } from '../content/scope.ts';
import { qtiName } from '../namespace.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { takeBody } from '../parts/take-body.ts';
import { count, flag } from '../parts/words.ts';
import { readBase } from './base.ts';
import { readBounds } from './bounds.ts';
import { finishChoice, readConditions, readMatchLimits } from './choices.ts';
import { Identifiers } from './identifiers.ts';
import { takePrompt } from './parts-of.ts';

/** Reads qti-gap-match-interaction (ASI information model, class GapMatchInteraction). */
export function readGapMatchInteraction(element: XmlElement, scope: ItemScope): GapMatchInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, rest } = takePrompt(element, scope);
  const fillers = childElements(rest).filter(isGapChoice);
  const identifiers = new Identifiers(report);
  const choices = fillers.map((child) => readGapChoice(child, identifiers, scope));
  const gaps = new Identifiers(report);
  const readers = {
    ...staticReaders(scope),
    'qti-gap': { display: 'inline' as const, read: (gap: XmlElement) => [readGap(gap, gaps, scope)] },
  };
  // The white space around what is taken out would stand side by side.
  const children = rest.children
    .filter((child) => child.kind === 'text' || !isGapChoice(child))
    .filter((child, at, all) => child.kind !== 'text' || !isBlank(child.text) || all[at - 1]?.kind !== 'text');
  const content = readContent({ ...rest, children }, flow(report, readers));
  if (choices.length === 0) report.refuse(element, `<${element.local}> needs a <qti-gap-text> or <qti-gap-img>`);
  if (gaps.size === 0) report.refuse(element, `<${element.local}> needs a <qti-gap> in its content`);
  identifiers.reportShared(gaps, element);
  const shuffle = flag(attributes, 'shuffle', false, report);
  const associations = readBounds(attributes, 'associations', 1, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['directedPair'] }, scope);
  return { ...base, interaction: 'gap-match', prompt, shuffle, associations, choices, content };
}

function isGapChoice(element: XmlElement): boolean {
  const name = qtiName(element);
  return name === 'qti-gap-text' || name === 'qti-gap-img';
}

/** Reads qti-gap-text or qti-gap-img (classes GapText, GapImg). */
export function readGapChoice(element: XmlElement, identifiers: Identifiers, scope: ItemScope): GapChoice {
  const { report } = scope;
  const image = qtiName(element) === 'qti-gap-img';
  const media = image
    ? readMedia(element, childElements(element), report)
    : { found: null, used: new Set<XmlElement>() };
  const children = element.children.filter((child) => child.kind === 'text' || !media.used.has(child));
  const attributes = new Attributes({ ...element, children }, report);
  const limits = readMatchLimits(attributes, scope);
  if (!image) {
    const choice = finishChoice(attributes, identifiers, 'inline', scope);
    return { ...choice, ...limits, kind: 'text', image: null, objectLabel: null, top: null, left: null };
  }
  const objectLabel = attributes.take('object-label') ?? null;
  const top = count(attributes, 'top', null, report);
  const left = count(attributes, 'left', null, report);
  const choice = finishChoice(attributes, identifiers, 'inline', scope);
  if (media.found === null) return report.refuse(element, '<qti-gap-img> needs an <img>, <picture> or <object>');
  return { ...choice, ...limits, kind: 'image', image: media.found, objectLabel, top, left };
}

/** Reads qti-gap (class Gap). */
function readGap(element: XmlElement, gaps: Identifiers, scope: ItemScope): GapNode {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const identifier = gaps.take(attributes);
  const matchGroup = attributes.tokens('match-group');
  const required = flag(attributes, 'required', false, report);
  const conditions = readConditions(attributes, scope);
  const classes = readClasses(attributes, report);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  if (id !== null || catalogIdref !== null || Object.keys(rest).length > 0) {
    report.lose(element, 'a <qti-gap> keeps none of the attributes id, lang, dir, data-… and aria-…; left out');
  }
  return { type: 'gap', identifier, classes, matchGroup, required, ...conditions };
}
