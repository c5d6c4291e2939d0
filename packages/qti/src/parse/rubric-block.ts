import { RUBRIC_VIEWS, type RubricNode, type RubricUse, type RubricView } from '../model/content.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { readClasses, readContent, staticScope } from './content.ts';
import { tokens } from './lexical.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';

/** Reads qti-rubric-block. Without a `view` that is understood nobody but authors sees it: secrets fail closed. */
export function readRubricBlock(element: XmlElement, report: Report): RubricNode {
  const attributes = new Attributes(element, report);
  const view = readView(attributes, report);
  const use = readUse(attributes, report);
  const classes = readClasses(attributes, report);
  attributes.finish();
  if (!isBlank(ownText(element))) report.lose(element, 'text of a rubric block outside <qti-content-body> is left out');
  const content = childElements(element).flatMap((child) => {
    if (qtiName(child) === 'qti-content-body') {
      new Attributes(child, report).finish();
      return readContent(child, staticScope(report));
    }
    report.lose(child, `<${child.local}> is not supported inside <qti-rubric-block>; left out with its content`);
    return [];
  });
  return { type: 'rubric', use, view, classes, content };
}

function readView(attributes: Attributes, report: Report): RubricView[] {
  const words = tokens(attributes.take('view'));
  // QTI 3 hyphenates testConstructor of QTI 2; exporters write both.
  const known = words.map((word) =>
    RUBRIC_VIEWS.find((view) => view === word || (view === 'test-constructor' && word === 'testConstructor')),
  );
  const view = known.filter((found) => found !== undefined);
  if (view.length < words.length || words.length === 0) {
    report.lose(
      attributes.element,
      `view="${words.join(' ').slice(0, 60)}" must name some of ${RUBRIC_VIEWS.join(', ')}`,
    );
  }
  return view;
}

function readUse(attributes: Attributes, report: Report): RubricUse | null {
  const use = attributes.take('use')?.trim();
  if (use === undefined) return null;
  if (use === 'instructions' || use === 'scoring' || use === 'navigation') return use;
  if (/^ext:[\w.-]+$/.test(use)) return `ext:${use.slice(4)}`;
  report.lose(
    attributes.element,
    `use="${use.slice(0, 60)}" must be instructions, scoring, navigation or ext:…; left out`,
  );
  return null;
}
