import type { ContentNode } from '../model/content.ts';
import type { ResponseDeclaration } from '../model/declarations.ts';
import type { InteractionNode } from '../model/interaction.ts';
import type { PlainValue, Scalar } from '../model/value.ts';
import { interactionsOf } from '../model/walk.ts';
import type { XmlElement } from '../xml/tree.ts';
import { choicesOf } from './choices-of.ts';
import type { Report } from './report.ts';

interface Responses {
  readonly root: XmlElement;
  /** The declarations, for the places of messages. */
  readonly elements: readonly XmlElement[];
  readonly responses: readonly ResponseDeclaration[];
  readonly content: readonly ContentNode[];
  /** Template processing may give other keys. */
  readonly setsKeys: boolean;
}

/**
 * Checks keys and mappings against the interactions: a response has one at most, and a key that no candidate could give
 * refuses the item.
 */
export function checkResponses({ root, elements, responses, content, setsKeys }: Responses, report: Report): void {
  const interactions = interactionsOf(content);
  for (const response of responses) {
    const { identifier } = response;
    const at = elements.find((element) => element.attributes.some(({ value }) => value === identifier)) ?? root;
    const bound = interactions.filter(({ responseIdentifier }) => responseIdentifier === identifier);
    if (bound.length > 1) report.refuse(at, `two interactions are bound to "${identifier}"; give each its own`);
    const [interaction] = bound;
    if (interaction !== undefined) checkKeys(interaction, response, setsKeys, at, report);
    else if (!interactions.some((other) => 'stringIdentifier' in other && other.stringIdentifier === identifier)) {
      report.lose(at, `no interaction is bound to the response "${identifier}", so candidates cannot give it`);
    }
  }
}

function checkKeys(
  interaction: InteractionNode,
  response: ResponseDeclaration,
  setsKeys: boolean,
  at: XmlElement,
  report: Report,
): void {
  const { identifier, correct, mapping, cardinality, baseType } = response;
  const choices = choicesOf(interaction);
  if (choices === undefined) return;
  const isKnown = (value: Scalar) =>
    String(value)
      .split(' ')
      .every((part) => choices.has(part));
  const keys = listOf(correct);
  const unknown = keys.find((value) => !isKnown(value));
  if (unknown !== undefined && !setsKeys) {
    report.refuse(at, `"${identifier}": the key "${unknown}" names no choice; correct it or add the choice`);
  }
  for (const { key } of mapping?.entries ?? []) {
    if (!isKnown(key)) report.lose(at, `"${identifier}": the map-key "${key}" names no choice, so it never counts`);
  }
  if (baseType === 'identifier' && new Set(keys).size < keys.length) {
    report.refuse(at, `"${identifier}": a correct response is listed twice; remove one`);
  }
  const most = 'maxChoices' in interaction ? (interaction.maxChoices ?? 0) : 0;
  if (cardinality === 'multiple' && most > 0 && keys.length > most) {
    report.lose(
      at,
      `"${identifier}" has more keys than max-choices="${most}" lets choose, so nobody can give them all`,
    );
  }
}

function listOf(value: PlainValue): readonly Scalar[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [value];
  return Array.isArray(value) ? value : [];
}
