import type { CompanionMaterial } from '../../model/item.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { packageFile } from '../content/urls.ts';
import { wordsOf } from '../content/words.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { childrenNamed } from './children.ts';

const KINDS = ['qti-calculator', 'qti-rule', 'qti-protractor', 'qti-digital-material', 'qti-physical-material'];

/** Reads qti-companion-materials-info (ASI information model, class CompanionMaterialsInfo). */
export function readCompanionMaterials(element: XmlElement, report: Report): CompanionMaterial[] {
  new Attributes(element, report).finish();
  return childrenNamed(element, KINDS, report).flatMap((child) => readMaterial(child, report));
}

function readMaterial(element: XmlElement, report: Report): CompanionMaterial[] {
  switch (qtiName(element)) {
    case 'qti-calculator':
      return [readCalculator(element, report)];
    case 'qti-rule':
      return [readMeasure(element, 'rule', report)];
    case 'qti-protractor':
      return [readMeasure(element, 'protractor', report)];
    case 'qti-digital-material':
      return readDigital(element, report);
    default:
      new Attributes(element, report).finish();
      return [{ kind: 'physical', description: wordsOf(element) }];
  }
}

function readCalculator(element: XmlElement, report: Report): CompanionMaterial {
  new Attributes(element, report).finish();
  const parts = childrenNamed(element, ['qti-calculator-type', 'qti-description', 'qti-calculator-info'], report);
  const info = parts.find((part) => qtiName(part) === 'qti-calculator-info');
  if (info !== undefined) report.lose(info, 'the file of a calculator is not kept; <qti-calculator-info> is left out');
  const calculatorType = textOf(parts, 'qti-calculator-type') ?? 'basic';
  return { kind: 'calculator', calculatorType, description: textOf(parts, 'qti-description') };
}

/** Classes Rule and Protractor: `units` is every measure by its place, such as `rule-system-si/minimum-length`. */
function readMeasure(element: XmlElement, kind: 'rule' | 'protractor', report: Report): CompanionMaterial {
  new Attributes(element, report).finish();
  const units: Record<string, string> = {};
  const systems = ['rule-system-si', 'rule-system-us', 'increment-si', 'increment-us'].map((name) => `qti-${name}`);
  const parts = childrenNamed(element, ['qti-description', ...systems], report);
  for (const system of parts.filter((part) => qtiName(part) !== 'qti-description')) {
    new Attributes(system, report).finish();
    for (const leaf of childElements(system)) {
      const attributes = new Attributes(leaf, report);
      const unit = attributes.take('unit')?.trim();
      attributes.finish();
      const place = [system, leaf].map(({ local }) => local.replace(/^qti-/, '')).join('/');
      units[place] = [wordsOf(leaf), unit ?? ''].join(' ').trim();
    }
  }
  return { kind, description: textOf(parts, 'qti-description'), units };
}

function readDigital(element: XmlElement, report: Report): CompanionMaterial[] {
  const attributes = new Attributes(element, report);
  const label = attributes.take('label') ?? null;
  const mimeType = attributes.take('mime-type')?.trim() ?? '';
  attributes.finish();
  const parts = childrenNamed(element, ['qti-file-href', 'qti-resource-icon'], report);
  const icon = parts.find((part) => qtiName(part) === 'qti-resource-icon');
  if (icon !== undefined) report.lose(icon, 'the icon of a digital material is not kept; left out');
  const href = textOf(parts, 'qti-file-href') ?? '';
  if (packageFile(href) === true) return [{ kind: 'digital', href, mimeType, label }];
  report.lose(element, `the file "${href.slice(0, 60)}" of a digital material must be a path in the package; left out`);
  return [];
}

function textOf(parts: readonly XmlElement[], name: string): string | null {
  const found = parts.find((part) => qtiName(part) === name);
  return found === undefined ? null : wordsOf(found);
}
