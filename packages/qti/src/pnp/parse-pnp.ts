import type { ReadResult } from '../model/report.ts';
import { catchRefusal, Report } from '../parse/report.ts';
import { DEFAULT_XML_LIMITS, readXml, type XmlLimits } from '../xml/read.ts';
import { childElements } from '../xml/tree.ts';
import { entriesOfJson, entryOfXml } from './entry.ts';
import type { NeedsAndPreferences } from './features.ts';
import { readFeatures } from './read-features.ts';

/** The namespace of the QTI 3.0 profile of AfA PNP 3.0. */
export const PNP = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imsafa3p0pnp_v1p0';

const ROOT = 'access-for-all-pnp';

/**
 * Reads the needs and preferences of one person (QTI 3.0 profile of AfA PNP 3.0, class AccessForAllPNP): an
 * access-for-all-pnp document, or a document of records that holds one of them.
 */
export function parsePnp(
  xml: string | Uint8Array,
  limits: XmlLimits = DEFAULT_XML_LIMITS,
): ReadResult<'pnp', NeedsAndPreferences> {
  return catchRefusal((): ReadResult<'pnp', NeedsAndPreferences> => {
    const { root, locate } = readXml(xml, limits);
    const report = new Report(locate);
    const records = root.local === `${ROOT}-records` ? childElements(root) : [];
    const found = [root, ...records.flatMap((record) => [record, ...childElements(record)])].filter(
      (element) => element.local === ROOT,
    );
    const [own] = found;
    if (own === undefined)
      return report.refuse(root, `the root must be <${ROOT} xmlns="${PNP}">; this one is <${root.local}>`);
    if (found.length > 1) {
      report.refuse(root, `the document holds ${found.length} persons' records; give the one <${ROOT}> of the person`);
    }
    if (own.uri !== PNP) report.lose(own, `<${ROOT}> is of "${own.uri}"; read as if it had xmlns="${PNP}"`);
    const pnp = readFeatures(entryOfXml(own, own.uri), ({ at }, text) =>
      report.lose(typeof at === 'string' ? own : at, text),
    );
    if (report.messages.length === 0) return { status: 'ok', pnp, messages: [] };
    return { status: 'loss', pnp, messages: report.messages };
  });
}

/**
 * Reads the same from JSON with the same names, as players hand it to portable custom interactions: the members of the
 * record, or an object whose `access-for-all-pnp` they are.
 *
 * @returns what could be read, and a sentence on each thing that could not, with its path.
 */
export function readPnpJson(json: unknown): {
  readonly pnp: NeedsAndPreferences;
  readonly problems: readonly string[];
} {
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const record = isObject(json) && ROOT in json ? json[ROOT] : json;
  if (!isObject(record)) {
    return {
      pnp: { features: [] },
      problems: [`the record must be an object with the features of ${ROOT} as members`],
    };
  }
  const problems: string[] = [];
  const [root] = entriesOfJson(ROOT, record, '');
  if (root === undefined) return { pnp: { features: [] }, problems };
  const pnp = readFeatures(root, ({ at }, text) => {
    if (problems.length < 100) problems.push(typeof at === 'string' ? `${at}: ${text}` : text);
  });
  return { pnp, problems };
}
