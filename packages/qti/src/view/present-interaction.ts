import type { Choice, GapChoice, Hotspot, InteractionNode } from '../model/interaction.ts';
import { present } from './present.ts';
import { presentAttributes, presentClasses, presentData, presentMedia } from './present-attributes.ts';
import type { Presentation } from './presentation.ts';
import { shuffleInteraction } from './shuffle.ts';

/** A copy of the interaction for one page: hidden choices gone, shuffled, content and media made ready. */
export function presentInteraction(node: InteractionNode, how: Presentation): InteractionNode {
  const ordered = how.seed === null ? node : shuffleInteraction(node, how.seed);
  const base = {
    id: node.id === null ? null : how.idPrefix + node.id,
    // What authoring systems note for themselves.
    label: how.forAuthors ? node.label : null,
    ...(node.attributes === undefined ? {} : { attributes: presentAttributes(node.attributes, how) }),
    classes: presentClasses(node.classes, how),
    // The properties of a portable custom interaction are its own.
    data: node.interaction === 'portable-custom' ? node.data : presentData(node.data, how),
  };
  const prompt = 'prompt' in node ? { prompt: present(node.prompt, how) } : {};
  return { ...ordered, ...base, ...prompt, ...presentParts(ordered, how) };
}

/** The parts that each kind of interaction has of its own. */
function presentParts(node: InteractionNode, how: Presentation): object {
  switch (node.interaction) {
    case 'choice':
    case 'order':
    case 'associate':
    case 'inline-choice':
      return { choices: presentChoices<Choice>(node.choices, how) };
    case 'match':
      return { sets: node.sets.map((set) => presentChoices(set, how)) };
    case 'gap-match':
      return { choices: presentGapChoices(node.choices, how), content: present(node.content, how) };
    case 'hottext':
      return { content: present(node.content, how) };
    case 'hotspot':
    case 'graphic-order':
    case 'graphic-associate':
      return { image: presentMedia(node.image, how), hotspots: presentHotspots(node.hotspots, how) };
    case 'graphic-gap-match':
      return {
        image: presentMedia(node.image, how),
        hotspots: presentHotspots(node.hotspots, how),
        choices: presentGapChoices(node.choices, how),
      };
    case 'select-point':
    case 'drawing':
      return { image: presentMedia(node.image, how) };
    case 'position-object':
      return { image: presentMedia(node.image, how), stage: presentMedia(node.stage, how) };
    case 'media':
      return { media: presentMedia(node.media, how) };
    case 'portable-custom': {
      const address = (path: string | null) => (path === null ? null : (how.resolve(path) ?? null));
      return {
        markup: present(node.markup, how),
        modules: node.modules.map((module) => ({
          ...module,
          primaryPath: address(module.primaryPath),
          fallbackPath: address(module.fallbackPath),
        })),
        stylesheets: node.stylesheets.flatMap((path) => how.resolve(path) ?? []),
      };
    }
    case 'custom':
      return { content: present(node.content, how) };
    case 'text-entry':
    case 'extended-text':
    case 'slider':
    case 'upload':
    case 'end-attempt':
      return {};
  }
}

interface Conditional {
  readonly identifier: string;
  readonly templateVariable: string | null;
  readonly showHide: 'show' | 'hide';
}

/** Those that are shown; what decided it has been settled and does not go out. */
export function settled<T extends Conditional>(choices: readonly T[], how: Presentation): T[] {
  return choices
    .filter(
      ({ templateVariable, identifier, showHide }) =>
        templateVariable === null || how.shows({ type: 'template', variable: templateVariable, identifier, showHide }),
    )
    .map((choice) => ({ ...choice, templateVariable: null, showHide: 'show' }));
}

function presentChoices<T extends Choice>(choices: readonly T[], how: Presentation): T[] {
  return settled(choices, how).map((choice) => ({
    ...choice,
    id: choice.id === null ? null : how.idPrefix + choice.id,
    content: present(choice.content, how),
  }));
}

function presentGapChoices(choices: readonly GapChoice[], how: Presentation): GapChoice[] {
  return presentChoices(choices, how).map((choice) => ({
    ...choice,
    image: choice.image === null ? null : presentMedia(choice.image, how),
  }));
}

function presentHotspots(hotspots: readonly Hotspot[], how: Presentation): Hotspot[] {
  return settled(hotspots, how);
}
