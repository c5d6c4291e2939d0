import type { ContentNode } from '../model/content.ts';
import type { AssessmentItem, AssessmentStimulus, Catalog, CompanionMaterial } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValues } from '../model/value.ts';
import { interactionsOf } from '../model/walk.ts';
import { present } from './present.ts';
import { isRelative } from './present-attributes.ts';
import type { Presentation, ResolveMedia } from './presentation.ts';
import { presentationOf } from './presentation-of.ts';

/**
 * What a candidate's browser gets of an item: plain JSON without a word on keys, scoring or rationale. The body holds no
 * feedback, template or printed-variable nodes any more: they are resolved or gone.
 */
export interface CandidateItem {
  readonly identifier: string;
  readonly language: string | null;
  readonly body: readonly ContentNode[];
  readonly bodyClasses: readonly string[];
  /** Feedback on the whole item that its outcomes call for; always empty without `showFeedback`. */
  readonly modalFeedback: readonly { readonly title: string | null; readonly content: readonly ContentNode[] }[];
  /** The supports that the candidate has asked for, and no others. */
  readonly catalogs: readonly Catalog[];
  readonly companionMaterials: readonly CompanionMaterial[];
  /** Variables that portable custom interactions of the item are given. */
  readonly customVariables: PlainValues;
}

export interface ViewOptions {
  /** See ResolveMedia; without it, references into the package are left out. */
  readonly resolve?: ResolveMedia;
  /** Gives the order of choices, the values of template variables and, with `showFeedback`, the outcomes. */
  readonly session?: ItemSession;
  /** Whether feedback that the session's outcomes call for is shown; not by default. */
  readonly showFeedback?: boolean;
  /** The supports of the candidate's needs and preferences (AfA PNP), such as `glossary-on-screen`; none by default. */
  readonly supports?: readonly string[];
  /** The shared texts that the item refers to, by identifier; they stand before its body. */
  readonly stimuli?: ReadonlyMap<string, AssessmentStimulus>;
}

/**
 * The item as candidates may see it while they answer: the body with its interactions, and rubric blocks whose `view`
 * names the candidate. Nothing else of the item is read, so nothing added to items later can leak by omission here. The
 * title is withheld as well: authors write it for themselves, and it often names what the item asks.
 */
export function candidateView(item: AssessmentItem, options: ViewOptions = {}): CandidateItem {
  const how = presentationOf(item, options);
  const stimuli = item.stimulusRefs.flatMap(({ identifier }) => options.stimuli?.get(identifier) ?? []);
  const own = present(item.body, how);
  return {
    identifier: item.identifier,
    language: item.language,
    body: [...stimuli.flatMap((stimulus) => presentStimulus(stimulus, how)), ...own],
    bodyClasses: item.bodyClasses.filter((name) => name.startsWith('qti-')),
    modalFeedback: item.modalFeedback
      .filter((feedback) => how.shows({ ...feedback, type: 'feedback' }))
      .map(({ title, content }) => ({ title, content: present(content, how) })),
    catalogs: [...item.catalogs, ...stimuli.flatMap(({ catalogs }) => catalogs)].flatMap((catalog) =>
      presentCatalog(catalog, options.supports ?? [], how),
    ),
    companionMaterials: item.companionMaterials.flatMap((material) => presentMaterial(material, how)),
    customVariables: customVariablesOf(item, options.session),
  };
}

function presentStimulus({ language, body }: AssessmentStimulus, how: Presentation): ContentNode[] {
  const attributes = { class: 'qti-stimulus', ...(language === null ? {} : { lang: language }) };
  return [{ type: 'element', namespace: 'html', name: 'div', attributes, children: present(body, how) }];
}

function presentCatalog(catalog: Catalog, supports: readonly string[], how: Presentation): Catalog[] {
  const cards = catalog.cards
    .filter(({ support }) => supports.includes(support))
    .map((card) => ({
      ...card,
      entries: card.entries.map((entry) => ({
        ...entry,
        content: present(entry.content, how),
        files: entry.files.flatMap((file) => {
          const href = isRelative(file.href) ? how.resolve(file.href) : undefined;
          return href === undefined ? [] : [{ ...file, href }];
        }),
      })),
    }));
  return cards.length > 0 ? [{ ...catalog, cards }] : [];
}

function presentMaterial(material: CompanionMaterial, how: Presentation): CompanionMaterial[] {
  if (material.kind !== 'digital') return [material];
  const href = isRelative(material.href) ? how.resolve(material.href) : undefined;
  return href === undefined ? [] : [{ ...material, href }];
}

function customVariablesOf(item: AssessmentItem, session: ItemSession | undefined): PlainValues {
  if (session === undefined) return {};
  const custom = interactionsOf(item.body).filter((node) => node.interaction === 'portable-custom');
  const given = (values: PlainValues, names: readonly string[]) =>
    names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name] ?? null] as const);
  const templates = custom.flatMap((node) => given(session.templates, node.templateVariables));
  const contexts = custom.flatMap((node) => given(session.context, node.contextVariables));
  return Object.fromEntries([...templates, ...contexts]);
}
