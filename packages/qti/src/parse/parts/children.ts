import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';

/** The child elements of these names, in document order; text and other elements are reported. */
export function childrenNamed(element: XmlElement, names: readonly string[], report: Report): XmlElement[] {
  if (!isBlank(ownText(element))) report.lose(element, `text cannot stand directly in <${element.local}>; left out`);
  return childElements(element).filter((child) => {
    const name = qtiName(child);
    if (name !== undefined && names.includes(name)) return true;
    report.lose(child, `<${child.local}> is not supported inside <${element.local}>; left out with its content`);
    return false;
  });
}
