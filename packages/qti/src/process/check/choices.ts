import type {
  ChoiceInteraction,
  GraphicOrderInteraction,
  HotspotInteraction,
  HottextInteraction,
  InlineChoiceInteraction,
  OrderInteraction,
} from '../../model/interaction.ts';
import type { PlainValue } from '../../model/value.ts';
import { nodesOf } from '../../model/walk.ts';
import { type CheckScope, counted, type Finding, fail, membersOf, quoted, shownOf } from './finding.ts';

/** Interactions that are answered by identifiers. */
export type ChoosingInteraction =
  | ChoiceInteraction
  | HottextInteraction
  | HotspotInteraction
  | InlineChoiceInteraction
  | OrderInteraction
  | GraphicOrderInteraction;

/** The identifiers that can be chosen, in document order, as far as they are shown. */
export function choosable(interaction: ChoosingInteraction, scope: CheckScope): readonly string[] {
  switch (interaction.interaction) {
    case 'choice':
    case 'inline-choice':
    case 'order':
      return shownOf(interaction.choices, scope).map(({ identifier }) => identifier);
    case 'hotspot':
    case 'graphic-order':
      return shownOf(interaction.hotspots, scope).map(({ identifier }) => identifier);
    case 'hottext': {
      const texts = [...nodesOf(interaction.content)].filter((node) => node.type === 'hottext');
      return shownOf(texts, scope).map(({ identifier }) => identifier);
    }
  }
}

/** How many choices a valid response has; `max` 0 is no limit. */
export function limitsOf(interaction: ChoosingInteraction, available: number): { min: number; max: number } {
  const { cardinality } = interaction;
  switch (interaction.interaction) {
    case 'inline-choice':
      return { min: interaction.required ? 1 : 0, max: 1 };
    case 'order':
    case 'graphic-order':
      // Without min-choices all are to be ordered, and max-choices says nothing.
      if (interaction.minChoices === null) return { min: available, max: 0 };
      return { min: interaction.minChoices, max: interaction.maxChoices ?? 0 };
    default:
      return { min: interaction.minChoices, max: cardinality === 'single' ? 1 : interaction.maxChoices };
  }
}

/** Checks an answer that names choices: that there are such, each once, and not too many. */
export function checkChoices(interaction: ChoosingInteraction, value: PlainValue, scope: CheckScope): Finding {
  const available = choosable(interaction, scope);
  const chosen = membersOf(value);
  const unknown = chosen.find((identifier) => !available.some((known) => known === identifier));
  if (unknown !== undefined) return fail(scope, 'unknown-choice', `has no choice ${quoted(unknown)}`);
  if (new Set(chosen).size < chosen.length) return fail(scope, 'repeated-choice', 'names a choice twice');
  const { min, max } = limitsOf(interaction, available.length);
  if (max > 0 && chosen.length > max) {
    return fail(scope, 'too-many-choices', `takes ${counted(max, 'choice')} at most, not ${chosen.length}`);
  }
  const ordering = interaction.interaction === 'order' || interaction.interaction === 'graphic-order';
  const what = ordering && min === available.length ? 'all choices in order' : `at least ${counted(min, 'choice')}`;
  return { value, hint: chosen.length < min ? `"${scope.identifier}" wants ${what}` : null };
}
