import type { Card, Catalog, CompanionMaterial } from '../model/item.ts';
import { contentParts } from './content.ts';
import { part, unless, type XmlPart } from './xml.ts';

/** Writes qti-catalog-info (QTI 3.0 ASI information model, class CatalogInfo); nothing without catalogs. */
export function catalogParts(catalogs: readonly Catalog[]): XmlPart[] {
  if (catalogs.length === 0) return [];
  const written = catalogs.map(({ identifier, cards }) => part('qti-catalog', { id: identifier }, cards.map(cardPart)));
  return [part('qti-catalog-info', {}, written)];
}

function cardPart({ support, entries }: Card): XmlPart {
  return part('qti-card', { support }, entries.map(entryPart));
}

function entryPart({ language, isDefault, data, content, files }: Card['entries'][number]): XmlPart {
  const attributes = {
    'xml:lang': language,
    default: unless(isDefault, false),
    ...Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value])),
  };
  return part('qti-card-entry', attributes, [
    ...(content.length === 0 ? [] : [part('qti-html-content', {}, contentParts(content))]),
    ...files.map(filePart),
  ]);
}

function filePart({ href, mimeType }: { href: string; mimeType: string }): XmlPart {
  return part('qti-file-href', { 'mime-type': mimeType || null }, [href]);
}

/** Writes qti-companion-materials-info (class CompanionMaterialsInfo); nothing without materials. */
export function companionParts(materials: readonly CompanionMaterial[]): XmlPart[] {
  if (materials.length === 0) return [];
  return [part('qti-companion-materials-info', {}, materials.map(materialPart))];
}

function materialPart(material: CompanionMaterial): XmlPart {
  switch (material.kind) {
    case 'calculator':
      return part('qti-calculator', {}, [
        part('qti-calculator-type', {}, [material.calculatorType]),
        ...description(material.description),
      ]);
    case 'rule':
    case 'protractor':
      return part(`qti-${material.kind}`, {}, [...description(material.description), ...systems(material.units)]);
    case 'digital':
      return part('qti-digital-material', { label: material.label, 'mime-type': material.mimeType || null }, [
        part('qti-file-href', {}, [material.href]),
      ]);
    case 'physical':
      return part('qti-physical-material', {}, material.description === '' ? [] : [material.description]);
  }
}

function description(text: string | null): XmlPart[] {
  return text === null ? [] : [part('qti-description', {}, text === '' ? [] : [text])];
}

/** The measures of a rule or protractor, by place (`rule-system-si/minimum-length`), in their systems. */
function systems(units: Readonly<Record<string, string>>): XmlPart[] {
  const found = new Map<string, XmlPart[]>();
  for (const [place, measure] of Object.entries(units)) {
    const [system = '', leaf = ''] = place.split('/');
    const [amount = '', unit = null] = measure.split(' ');
    const parts = found.get(system) ?? [];
    found.set(system, [...parts, part(`qti-${leaf}`, { unit }, amount === '' ? [] : [amount])]);
  }
  return [...found].map(([system, parts]) => part(`qti-${system}`, {}, parts));
}
