import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MAXIMUM_PICTURE_BYTES } from './payload.ts';

/** Namespace of the credential in an SVG. */
export const BAKING_NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const OLDER_NAMESPACE = 'http://openbadges.org';
const MAXIMUM_DEPTH = 256;
const MAXIMUM_PARTS = 200_000;

/** A credential element: its text and its `verify` attribute, and where it stands. */
export interface BakedElement {
  readonly start: number;
  end: number;
  readonly verify: string;
  text: string;
}

/** What matters of an SVG; places are indexes of the text. */
export interface ScannedSvg {
  readonly root: {
    /** Behind the name of the element, where an attribute can be put. */
    readonly attributesAt: number;
    /** Behind the start tag. */
    readonly end: number;
    readonly name: string;
    readonly isEmpty: boolean;
    /** What the prefix `openbadges` stands for here, if for anything. */
    readonly bound: string | undefined;
  };
  readonly credentials: readonly BakedElement[];
  /** Holds a badge of Open Badges 2.0. */
  readonly older: boolean;
}

/** Why a text is no SVG that is read here. */
export class SvgRefusal extends Error {
  readonly reason: 'not-this-format' | 'damaged' | 'too-large' | 'document-type';

  constructor(reason: SvgRefusal['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Reads an SVG from end to end with a parser that knows namespaces and no document types. */
export function scanSvg(svg: string): ScannedSvg {
  if (svg.length > MAXIMUM_PICTURE_BYTES) {
    throw new SvgRefusal('too-large', 'This picture is larger than 10 MB, which no badge is.');
  }
  const parser = new SaxesParser({ xmlns: true, position: false });
  const credentials: BakedElement[] = [];
  const open: SaxesTagNS[] = [];
  let root: ScannedSvg['root'] | undefined;
  let current: BakedElement | undefined;
  let parts = 0;
  let older = false;

  parser.on('error', () => {
    throw new SvgRefusal('damaged', 'This SVG picture is not well-formed. Download it again.');
  });
  parser.on('doctype', () => {
    throw new SvgRefusal(
      'document-type',
      'This SVG picture has a document type (<!DOCTYPE …>), which can hide things and is not read.',
    );
  });
  const count = (): void => {
    parts += 1;
    if (open.length >= MAXIMUM_DEPTH || parts > MAXIMUM_PARTS) {
      throw new SvgRefusal('too-large', 'This SVG picture has more parts than a badge has.');
    }
  };
  parser.on('attribute', count);
  parser.on('opentag', (tag) => {
    count();
    // No '<' can stand inside a tag, so the last one before its end opened it.
    const start = svg.lastIndexOf('<', parser.position - 1);
    if (root === undefined) {
      if (tag.local !== 'svg' || tag.uri !== SVG_NAMESPACE) {
        throw new SvgRefusal('not-this-format', 'This is no SVG picture but another kind of XML.');
      }
      root = {
        attributesAt: start + 1 + tag.name.length,
        end: parser.position,
        name: tag.name,
        isEmpty: tag.isSelfClosing,
        bound: tag.ns.openbadges,
      };
    }
    older ||= tag.uri === OLDER_NAMESPACE && tag.local === 'assertion';
    if (tag.uri === BAKING_NAMESPACE && tag.local === 'credential') {
      current = { start, end: 0, verify: tag.attributes.verify?.value ?? '', text: '' };
      credentials.push(current);
    }
    open.push(tag);
  });
  const addText = (text: string): void => {
    if (current !== undefined) current.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    open.pop();
    if (current !== undefined && tag.uri === BAKING_NAMESPACE && tag.local === 'credential') {
      current.end = parser.position;
      current = undefined;
    }
  });
  parser.write(svg).close();
  if (root === undefined) {
    throw new SvgRefusal('not-this-format', 'This is no SVG picture.');
  }
  return { root, credentials, older };
}
