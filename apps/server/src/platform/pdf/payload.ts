import type { Coverage } from './fonts/coverage.ts';
import { qrCodeSvg } from './qr-code.ts';
import type { DocumentData, DocumentLabel, Template } from './templates/document.ts';
import { labelsFor } from './templates/labels.ts';
import { cleanText } from './text/clean-text.ts';
import { mapStrings } from './text/map-strings.ts';
import { findMissing, MissingGlyphsError, spellMissing } from './text/missing-glyphs.ts';

/** What a template reads as JSON: data, so that no text is ever taken for markup. */
export interface Payload {
  readonly title: string;
  /** Of the document's language: lower case, with the region where one was given. */
  readonly language: { readonly code: string; readonly region: string | null };
  readonly labels: unknown;
  readonly data: unknown;
  readonly created: Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>>;
  /** SVG. */
  readonly qrCode: string | null;
  /** The file inside, untouched: a signature may cover each byte of it. */
  readonly attachment: string | null;
}

/** Every string of the result is cleaned, and has only characters that a font can show. */
export function createPayload<Data extends DocumentData, Label extends string>(
  name: string,
  template: Template<Data, Label>,
  data: Data,
  coverage: Coverage,
): Payload {
  const labels: Readonly<Record<Label | DocumentLabel, string>> = labelsFor(template.labels, data.language);
  const missing = new Set<string>();
  const drawable = (text: string): string => {
    const clean = cleanText(text);
    if (template.missingGlyphs === 'spell') return spellMissing(clean, coverage);
    for (const character of findMissing(clean, coverage)) missing.add(character);
    return clean;
  };
  const title = template.title(data, labels);
  const qrText = template.qrText?.(data);
  const attached = template.attach?.(data);
  const payload = {
    title: cleanText(data.demonstration ? `${labels.demonstration} ${title}` : title).replaceAll('\n', ' '),
    language: readLanguage(data.language),
    labels: mapStrings(labels, drawable),
    data: mapStrings(attached?.shown ?? data, drawable),
    created: createdOn(data.createdAt),
    qrCode: qrText === undefined ? null : qrCodeSvg(qrText),
    attachment: attached?.content ?? null,
  };
  if (missing.size > 0) throw new MissingGlyphsError(name, [...missing]);
  return payload;
}

function readLanguage(tag: string): Payload['language'] {
  try {
    const { language, region } = new Intl.Locale(tag);
    return { code: language, region: region !== undefined && region.length === 2 ? region : null };
  } catch (cause) {
    throw new RangeError(`language is ${JSON.stringify(tag)}. Give a BCP 47 tag, such as en-US.`, { cause });
  }
}

function createdOn(createdAt: string): Payload['created'] {
  const at = new Date(createdAt);
  if (Number.isNaN(at.getTime())) {
    throw new RangeError(
      `createdAt is ${JSON.stringify(createdAt)}. Give an ISO 8601 instant, such as 2027-03-02T14:30:00Z.`,
    );
  }
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}
