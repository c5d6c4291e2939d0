import type { StimulusRef, Stylesheet } from '../../model/item.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { mediaQuery, mediaType } from '../content/checks.ts';
import { packageFile } from '../content/urls.ts';
import type { Report } from '../report.ts';

/** Reads qti-stylesheet (ASI information model, class StyleSheet); null when its file is none of the package. */
export function readStylesheet(element: XmlElement, report: Report): Stylesheet | null {
  const attributes = new Attributes(element, report);
  const href = readHref(attributes, report);
  const mimeType = attributes.take('type')?.trim() ?? 'text/css';
  const media = attributes.take('media')?.trim() ?? null;
  const title = attributes.take('title') ?? null;
  attributes.finish();
  if (href === null) return null;
  if (mediaType(mimeType) !== true || (media !== null && mediaQuery(media) !== true)) {
    report.lose(element, 'type or media of a style sheet is not understood; the style sheet is left out');
    return null;
  }
  return { href, mimeType, media, title };
}

/** Reads qti-assessment-stimulus-ref (class AssessmentStimulusRef); null when its file is none of the package. */
export function readStimulusRef(element: XmlElement, report: Report): StimulusRef | null {
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier('identifier');
  const href = readHref(attributes, report);
  const title = attributes.take('title') ?? null;
  attributes.finish();
  return href === null ? null : { identifier, href, title };
}

function readHref(attributes: Attributes, report: Report): string | null {
  const href = attributes.require('href').trim();
  const verdict = packageFile(href);
  if (verdict === true) return href;
  report.lose(attributes.element, `href="${href.slice(0, 60)}" of <${attributes.element.local}> ${verdict}; left out`);
  return null;
}
