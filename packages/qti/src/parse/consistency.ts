import type { ContentNode } from '../model/content.ts';
import type { ResponseDeclaration } from '../model/item.ts';
import { interactionsOf } from '../model/walk.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Report } from './report.ts';

/**
 * Checks keys and mappings against the choices: each response has one interaction at most, and a key that no candidate
 * could give refuses the item.
 */
export function checkResponses(
  root: XmlElement,
  responses: readonly ResponseDeclaration[],
  body: readonly ContentNode[],
  report: Report,
): void {
  const interactions = interactionsOf(body);
  for (const response of responses) {
    const bound = interactions.filter(({ responseIdentifier }) => responseIdentifier === response.identifier);
    if (bound.length > 1)
      report.refuse(root, `two interactions are bound to "${response.identifier}"; give each its own`);
    const [interaction] = bound;
    if (interaction === undefined) {
      report.loseScoring(root, `no supported interaction is bound to the response "${response.identifier}"`);
      continue;
    }
    const offered = new Set<unknown>(interaction.choices.map(({ identifier }) => identifier));
    const wanted = [...response.correct, ...(response.mapping?.entries ?? []).map(({ key }) => key)];
    const unknown = wanted.find((value) => !offered.has(value));
    if (unknown !== undefined) {
      report.refuse(
        root,
        `"${response.identifier}": the key "${unknown}" names no choice; correct it or add the choice`,
      );
    }
    if (new Set(response.correct).size < response.correct.length) {
      report.refuse(root, `"${response.identifier}": a correct response is listed twice; remove one`);
    }
    if (interaction.maxChoices > 0 && response.correct.length > interaction.maxChoices) {
      report.refuse(
        root,
        `"${response.identifier}" has more keys than max-choices="${interaction.maxChoices}" lets choose`,
      );
    }
  }
}
