import type { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { isIdentifier } from '../lexical.ts';
import type { Report } from '../report.ts';

/** What an element of the body has besides its own: apart what the model names, and the `rest` by HTML names. */
export interface BodyPart {
  readonly id: string | null;
  readonly catalogIdref: string | null;
  readonly rest: Readonly<Record<string, string>>;
}

/** Takes all attributes that are left (ASI information model, class BodyElement); reports what is none of its. */
export function takeBody(attributes: Attributes, report: Report): BodyPart {
  const reference = attributes.take('data-catalog-idref')?.trim();
  const { id, ...rest } = readBodyAttributes(attributes, {}, report);
  return { id: id ?? null, catalogIdref: checkedReference(attributes, reference, report), rest };
}

function checkedReference(attributes: Attributes, reference: string | undefined, report: Report): string | null {
  if (reference === undefined) return null;
  if (isIdentifier(reference)) return reference;
  report.lose(
    attributes.element,
    `data-catalog-idref="${reference.slice(0, 60)}" is not the id of a catalog; left out`,
  );
  return null;
}
