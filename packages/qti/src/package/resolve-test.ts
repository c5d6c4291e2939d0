import type { AssessmentTest, ItemRef, Section, SectionPart, SectionRef } from '../model/test.ts';
import { folderOf, relativeAddress, resolvePath } from './path.ts';
import { rebaseContent } from './rebase.ts';

const MAX_DEPTH = 20;

/** A test with the sections of other files put in, or why that cannot be done. */
export type ResolvedTest =
  | { readonly ok: true; readonly test: AssessmentTest; readonly texts: readonly string[] }
  | { readonly ok: false; readonly text: string };

/** Sections contain each other, or are too deep. Never leaves this file. */
class Endless extends Error {}

/**
 * Puts sections that stand in files of their own into a test (class AssessmentSectionRef). Addresses in them become relative to the
 * file of the test. A reference to a file that is not there stays a reference, and so does a second one to the same file.
 *
 * @param find the section in a file of the package.
 */
export function resolveTest(
  test: AssessmentTest,
  file: string,
  find: (path: string) => Section | undefined,
): ResolvedTest {
  const texts: string[] = [];
  const seen = new Set<string>();
  const home = folderOf(file);
  const used = new Set<string>();

  const count = (identifier: string): void => {
    if (seen.has(identifier)) texts.push(`the identifier "${identifier}" is used twice in the test; rename one`);
    seen.add(identifier);
  };
  const place = (part: SectionPart, trail: readonly string[]): SectionPart => {
    if (part.type === 'section-ref') return placeRef(part, trail);
    count(part.identifier);
    return part.type === 'section' ? placeSection(part, trail) : placeItem(part, trail);
  };
  const placeItem = (ref: ItemRef, trail: readonly string[]): ItemRef => {
    const target = resolvePath(folderOf(trail.at(-1) ?? file), ref.href);
    if (trail.length === 1 || target.kind !== 'inside') return ref;
    return { ...ref, href: relativeAddress(home, target.path) };
  };
  const placeSection = (section: Section, trail: readonly string[]): Section => ({
    ...section,
    rubrics: section.rubrics.map((rubric) => ({
      ...rubric,
      content: rebaseContent(rubric.content, folderOf(trail.at(-1) ?? file), home),
    })),
    children: section.children.map((child) => place(child, trail)),
  });
  const placeRef = (ref: SectionRef, trail: readonly string[]): Section | SectionRef => {
    const target = resolvePath(folderOf(trail.at(-1) ?? file), ref.href);
    const section = target.kind === 'inside' ? find(target.path) : undefined;
    if (target.kind !== 'inside' || section === undefined) {
      count(ref.identifier);
      return ref;
    }
    if (trail.includes(target.path)) {
      throw new Endless(
        `its sections contain each other: ${[...trail.slice(1), target.path].join(' → ')}; break the circle`,
      );
    }
    if (used.has(target.path)) {
      count(ref.identifier);
      texts.push(
        `the section in "${target.path}" is put in twice, so its identifiers would not be unique; put in once`,
      );
      return ref;
    }
    used.add(target.path);
    if (trail.length > MAX_DEPTH)
      throw new Endless(`its sections in files of their own are more than ${MAX_DEPTH} deep`);
    if (section.identifier !== ref.identifier) {
      texts.push(
        `the section "${section.identifier}" in "${target.path}" is referred to as "${ref.identifier}"; read as that`,
      );
    }
    count(ref.identifier);
    return { ...placeSection(section, [...trail, target.path]), identifier: ref.identifier };
  };

  const placeTop = (part: Section | SectionRef): Section | SectionRef => {
    if (part.type === 'section-ref') return placeRef(part, [file]);
    count(part.identifier);
    return placeSection(part, [file]);
  };

  try {
    const resolved = test.parts.map((part) => ({ ...part, sections: part.sections.map(placeTop) }));
    return { ok: true, test: { ...test, parts: resolved }, texts };
  } catch (error) {
    if (!(error instanceof Endless)) throw error;
    return { ok: false, text: error.message };
  }
}
