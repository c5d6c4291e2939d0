import type { RubricNode, RubricUse } from '../../model/content.ts';
import { VIEWS, type View } from '../../model/declarations.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readClasses } from '../content/body-attributes.ts';
import { flow } from '../content/scope.ts';
import { tokens } from '../lexical.ts';
import { readContentBody } from './content-body.ts';
import type { ItemScope } from './item-scope.ts';
import { staticReaders } from './static-readers.ts';
import { takeBody } from './take-body.ts';
import { wrap } from './wrap.ts';

/**
 * Reads qti-rubric-block (ASI information model, class RubricBlock). Without a `view` that is understood nobody but
 * authors sees it: secrets fail closed.
 */
export function readRubricBlock(element: XmlElement, scope: ItemScope): RubricNode {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const view = readView(attributes, scope);
  const use = readUse(attributes, scope);
  const classes = readClasses(attributes, report);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const content = readContentBody(element, flow(report, staticReaders(scope)), scope);
  return { type: 'rubric', id, use, view, classes, catalogIdref, content: wrap(content, rest, 'div') };
}

function readView(attributes: Attributes, { report }: ItemScope): View[] {
  const words = tokens(attributes.take('view'));
  // QTI 3 hyphenates testConstructor of QTI 2; exporters write both.
  const known = words.map((word) =>
    VIEWS.find((view) => view === word || (view === 'test-constructor' && word === 'testConstructor')),
  );
  const view = known.filter((found) => found !== undefined);
  if (view.length < words.length || words.length === 0) {
    const given = words.join(' ').slice(0, 60);
    report.lose(attributes.element, `view="${given}" of a rubric block must name some of ${VIEWS.join(', ')}`);
  }
  return view;
}

function readUse(attributes: Attributes, { report }: ItemScope): RubricUse | null {
  const use = attributes.take('use')?.trim();
  if (use === undefined) return null;
  if (use === 'instructions' || use === 'scoring' || use === 'navigation') return use;
  if (/^ext:[\w.-]+$/.test(use)) return `ext:${use.slice(4)}`;
  const given = use.slice(0, 60);
  report.lose(attributes.element, `use="${given}" must be instructions, scoring, navigation or ext:…; left out`);
  return null;
}
