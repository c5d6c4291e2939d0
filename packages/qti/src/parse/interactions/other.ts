import type {
  DrawingInteraction,
  EndAttemptInteraction,
  MediaInteraction,
  SliderInteraction,
  UploadInteraction,
} from '../../model/interaction.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { mediaType } from '../content/checks.ts';
import { readMedia } from '../content/media.ts';
import { parseNumber } from '../lexical.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { count, flag, word } from '../parts/words.ts';
import { readBase } from './base.ts';
import { graphicParts } from './graphic.ts';
import { only, partsOf } from './parts-of.ts';

/** Reads qti-slider-interaction (ASI information model, class SliderInteraction). */
export function readSliderInteraction(element: XmlElement, scope: ItemScope): SliderInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  only(element, others, [], scope);
  const lowerBound = bound(attributes, 'lower-bound', scope);
  const upperBound = bound(attributes, 'upper-bound', scope);
  if (lowerBound >= upperBound) {
    report.refuse(element, `lower-bound="${lowerBound}" must be less than upper-bound="${upperBound}"`);
  }
  const written = attributes.take('step')?.trim();
  const stepLabel = flag(attributes, 'step-label', false, report);
  const orientation = word(attributes, 'orientation', ['vertical', 'horizontal'], 'horizontal', report);
  const reverse = flag(attributes, 'reverse', false, report);
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['integer', 'float'] }, scope);
  const step = readStep(element, written, base.baseType === 'integer' ? 1 : 0, scope);
  const bounds = { lowerBound, upperBound, step };
  return { ...base, interaction: 'slider', prompt, ...bounds, stepLabel, orientation, reverse };
}

function bound(attributes: Attributes, name: string, { report }: ItemScope): number {
  const value = attributes.require(name);
  return parseNumber(value) ?? report.refuse(attributes.element, `${name}="${value.slice(0, 60)}" must be a number`);
}

/** Without a step, whole numbers move by 1, and others freely. */
function readStep(element: XmlElement, written: string | undefined, usual: 0 | 1, { report }: ItemScope): number {
  if (written === undefined) return usual;
  const step = parseNumber(written);
  if (step !== undefined && step > 0) return step;
  if (step !== 0) report.lose(element, `step="${written.slice(0, 60)}" must be a number above 0; read as ${usual}`);
  return usual;
}

/** Reads qti-media-interaction (class MediaInteraction). */
export function readMediaInteraction(element: XmlElement, scope: ItemScope): MediaInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  const { found: media, used } = readMedia(element, others, report);
  const rest = others.filter((child) => !used.has(child));
  only(element, rest, [], scope);
  if (media === null) return report.refuse(element, `<${element.local}> needs an <audio>, <video>, <object> or <img>`);
  const autostart = flag(attributes, 'autostart', false, report);
  const loop = flag(attributes, 'loop', false, report);
  const minPlays = count(attributes, 'min-plays', 0, report);
  const maxPlays = count(attributes, 'max-plays', 0, report);
  const most = maxPlays === 0 ? minPlays : Math.min(minPlays, maxPlays);
  if (most < minPlays) report.lose(element, `min-plays="${minPlays}" is more than max-plays; read as ${most}`);
  const coords = readCoords(attributes, scope);
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['integer'] }, scope);
  const plays = { minPlays: most, maxPlays };
  return { ...base, interaction: 'media', prompt, autostart, ...plays, loop, coords, media };
}

function readCoords(attributes: Attributes, { report }: ItemScope): number[] {
  const words = (attributes.take('coords') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const numbers = words.map(parseNumber).filter((number) => number !== undefined);
  if (numbers.length === words.length) return numbers;
  report.lose(attributes.element, 'coords must be numbers with commas between; left out');
  return [];
}

/** Reads qti-upload-interaction (class UploadInteraction). */
export function readUploadInteraction(element: XmlElement, scope: ItemScope): UploadInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  only(element, others, [], scope);
  const wanted = (attributes.take('type') ?? '').split(/[\s,]+/).filter((one) => one !== '');
  const types = wanted.filter((one) => mediaType(one) === true);
  if (types.length < wanted.length) {
    report.lose(
      element,
      'type of an upload interaction must be media types such as "application/pdf"; others left out',
    );
  }
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['file'] }, scope);
  return { ...base, interaction: 'upload', prompt, types };
}

/** Reads qti-drawing-interaction (class DrawingInteraction). */
export function readDrawingInteraction(element: XmlElement, scope: ItemScope): DrawingInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, image, others } = graphicParts(element, scope);
  only(element, others, [], scope);
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['file'] }, scope);
  return { ...base, interaction: 'drawing', prompt, image };
}

/** Reads qti-end-attempt-interaction (class EndAttemptInteraction). */
export function readEndAttemptInteraction(element: XmlElement, scope: ItemScope): EndAttemptInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  if (childElements(element).length > 0 || !isBlank(ownText(element))) {
    report.lose(element, '<qti-end-attempt-interaction> must be empty; what it holds is left out');
  }
  const title = attributes.require('title');
  const countAttempt = flag(attributes, 'count-attempt', true, report);
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['boolean'] }, scope);
  return { ...base, interaction: 'end-attempt', title, countAttempt };
}
