import type { ContentNode } from '../model/content.ts';
import type { AssessmentItem, AssessmentStimulus, Catalog } from '../model/item.ts';
import type { AssessmentTest, ItemRef, Section, SectionPart, SectionRef } from '../model/test.ts';
import { mediaOf } from '../model/walk.ts';

/** Addresses of files that an item uses, as they are written: media, style sheets, cards, companion materials. */
export function mediaOfItem(item: AssessmentItem): string[] {
  const { body, modalFeedback, catalogs, companionMaterials, stylesheets } = item;
  const digital = companionMaterials.flatMap((material) => (material.kind === 'digital' ? [material.href] : []));
  return [
    ...mediaOf([...body, ...modalFeedback.flatMap(({ content }) => content)]),
    ...mediaOfCatalogs(catalogs),
    ...[...digital, ...stylesheets.map(({ href }) => href)].filter(isRelative),
  ];
}

/** As `mediaOfItem`, of a stimulus. */
export function mediaOfStimulus({ body, catalogs, stylesheets }: AssessmentStimulus): string[] {
  return [...mediaOf(body), ...mediaOfCatalogs(catalogs), ...stylesheets.map(({ href }) => href).filter(isRelative)];
}

/** As `mediaOfItem`, of a test's own rubrics and feedback; items speak for themselves. */
export function mediaOfTest({ rubrics, feedback, parts, stylesheets }: AssessmentTest): string[] {
  const nodes: ContentNode[] = [...rubrics, ...feedback.flatMap(({ content }) => content)];
  for (const part of parts) nodes.push(...part.rubrics, ...part.feedback.flatMap(({ content }) => content));
  const sections = parts.flatMap((part) => part.sections.flatMap(sectionsOf));
  for (const section of sections) nodes.push(...section.rubrics);
  return [...mediaOf(nodes), ...stylesheets.map(({ href }) => href).filter(isRelative)];
}

/** As `mediaOfTest`, of a section in a file of its own. */
export function mediaOfSection(section: Section): string[] {
  return mediaOf(sectionsOf(section).flatMap(({ rubrics }) => rubrics));
}

function sectionsOf(part: SectionPart): Section[] {
  return part.type === 'section' ? [part, ...part.children.flatMap(sectionsOf)] : [];
}

/** The references to items and sections, in document order. */
export function refsOf(parts: readonly SectionPart[]): (ItemRef | SectionRef)[] {
  return parts.flatMap((part) => (part.type === 'section' ? refsOf(part.children) : [part]));
}

function mediaOfCatalogs(catalogs: readonly Catalog[]): string[] {
  const entries = catalogs.flatMap(({ cards }) => cards.flatMap((card) => card.entries));
  return [
    ...mediaOf(entries.flatMap(({ content }) => content)),
    ...entries.flatMap(({ files }) => files.map(({ href }) => href)).filter(isRelative),
  ];
}

function isRelative(address: string): boolean {
  return /^[^:/?#][^:#]*(#.*)?$/s.test(address.trim());
}
