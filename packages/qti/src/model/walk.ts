import type { ContentNode, MediaObject, RubricNode } from './content.ts';
import type { InteractionNode } from './interaction.ts';

/** What stands directly inside a node; of an interaction: its prompt, choices and content, in the order of reading. */
export function childrenOf(node: ContentNode): readonly ContentNode[] {
  switch (node.type) {
    case 'text':
    case 'gap':
    case 'printed-variable':
      return [];
    case 'element':
      return node.children;
    case 'interaction':
      return partsOf(node).flat();
    case 'rubric':
    case 'feedback':
    case 'template':
    case 'hottext':
      return node.content;
  }
}

/** The content of an interaction by part: its prompt, each of its choices, its own content. */
export function partsOf(node: InteractionNode): readonly (readonly ContentNode[])[] {
  return [
    'prompt' in node ? node.prompt : [],
    ...('choices' in node ? node.choices.map(({ content }) => content) : []),
    ...('sets' in node ? node.sets.flat().map(({ content }) => content) : []),
    'content' in node ? node.content : [],
    'markup' in node ? node.markup : [],
  ];
}

/** Every node of the content, in document order, each before what it holds. */
export function* nodesOf(nodes: readonly ContentNode[]): Generator<ContentNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesOf(childrenOf(node));
  }
}

/** The interactions in the content, in document order, those in feedback and template content among them. */
export function interactionsOf(nodes: readonly ContentNode[]): InteractionNode[] {
  return [...nodesOf(nodes)].filter((node) => node.type === 'interaction');
}

/** The rubric blocks in the content, in document order. */
export function rubricsOf(nodes: readonly ContentNode[]): RubricNode[] {
  return [...nodesOf(nodes)].filter((node) => node.type === 'rubric');
}

const URL_ATTRIBUTES: readonly string[] = ['src', 'href', 'data', 'poster'];

/** References into the package that the content holds (pictures, sounds, films, links), each once, in document order. */
export function mediaOf(nodes: readonly ContentNode[]): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(nodes)) {
    if (node.type === 'element') {
      for (const name of URL_ATTRIBUTES) found.add(node.attributes[name] ?? '');
      for (const source of (node.attributes.srcset ?? '').split(',')) found.add(source.trim().split(/\s+/)[0] ?? '');
    } else if (node.type === 'interaction') {
      for (const reference of referencesOf(node)) found.add(reference);
    }
  }
  return [...found].filter((reference) => /^[^:/?#][^:]*$/.test(reference));
}

function referencesOf(node: InteractionNode): readonly string[] {
  const files = (media: MediaObject | null) =>
    media === null ? [] : [...media.sources.map(({ data }) => data), ...media.tracks.map(({ src }) => src)];
  const media = [
    'image' in node ? node.image : null,
    'stage' in node ? node.stage : null,
    'media' in node ? node.media : null,
  ].flatMap(files);
  if (node.interaction === 'gap-match' || node.interaction === 'graphic-gap-match') {
    return [...media, ...node.choices.flatMap(({ image }) => files(image))];
  }
  if (node.interaction !== 'portable-custom') return media;
  const modules = node.modules.flatMap(({ primaryPath, fallbackPath }) => [primaryPath ?? '', fallbackPath ?? '']);
  return [...media, ...modules, ...node.stylesheets];
}
