import type { CompanionMaterial } from '@testamur/qti';
import { type KeyPress, readBy } from '../key-press.ts';

/** The tools that an exam may allow. */
export const toolNames = [
  'highlighter',
  'notes',
  'calculator',
  'scientific-calculator',
  'magnifier',
  'line-reader',
  'read-aloud',
  'rule',
  'protractor',
  'display',
] as const;
export type ToolName = (typeof toolNames)[number];

/** Each tool has one letter; none of the player's own (x f n p r m). */
export const toolLetters: Readonly<Record<ToolName, string>> = {
  highlighter: 'h',
  notes: 'w',
  calculator: 'k',
  'scientific-calculator': 'k',
  magnifier: 'z',
  'line-reader': 'l',
  'read-aloud': 's',
  rule: 'u',
  protractor: 't',
  display: 'a',
};

/** The tool that a material of an item stands for. */
export const toolOf = (material: CompanionMaterial): ToolName | undefined => {
  if (material.kind === 'rule' || material.kind === 'protractor') return material.kind;
  if (material.kind !== 'calculator') return undefined;
  return /scientific|graph/i.test(material.calculatorType) ? 'scientific-calculator' : 'calculator';
};

/**
 * What is at hand for an item: what the exam allows, and what the item itself brings along, in the order of the menu. One
 * calculator alone: the scientific one does all that the basic one does, but an item that names the basic one gets that.
 */
export const toolsFor = (
  allowed: readonly ToolName[],
  materials: readonly CompanionMaterial[] = [],
): readonly ToolName[] => {
  const brought = materials.flatMap((material) => toolOf(material) ?? []);
  const named = brought.find((tool) => tool === 'calculator' || tool === 'scientific-calculator');
  const calculator = named ?? (allowed.includes('scientific-calculator') ? 'scientific-calculator' : 'calculator');
  const isCalculator = (tool: ToolName) => tool === 'calculator' || tool === 'scientific-calculator';
  return toolNames.filter(
    (tool) =>
      (allowed.includes(tool) || brought.includes(tool) || (tool === calculator && allowed.some(isCalculator))) &&
      (!isCalculator(tool) || tool === calculator),
  );
};

export type ToolCommand =
  | { readonly do: 'tool'; readonly tool: ToolName }
  /** Closes the tool on top. */
  | { readonly do: 'close' }
  /** Goes round between the item and the open tools. */
  | { readonly do: 'around' };

/** What a key asks for, by the rules of the player's own keys. */
export const toolCommandOf = (
  press: KeyPress,
  singleKeys: boolean,
  tools: readonly ToolName[],
): ToolCommand | undefined => {
  if (press.ctrlKey || press.metaKey || press.repeat) return undefined;
  if (press.key === 'Escape') return { do: 'close' };
  if (press.key === 'F6') return { do: 'around' };
  const by = readBy(press, singleKeys);
  if (by === undefined) return undefined;
  const letter = by === 'place' ? /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase() : press.key.toLowerCase();
  const tool = tools.find((name) => toolLetters[name] === letter);
  return tool === undefined ? undefined : { do: 'tool', tool };
};

/** The open tools, the one on top last. */
export type OpenTools = readonly ToolName[];

export const opened = (open: OpenTools, tool: ToolName): OpenTools => [...open.filter((name) => name !== tool), tool];
export const closed = (open: OpenTools, tool: ToolName): OpenTools => open.filter((name) => name !== tool);
/** On the next item, what is not at hand there is gone. */
export const stillOpen = (open: OpenTools, tools: readonly ToolName[]): OpenTools =>
  open.filter((name) => tools.includes(name));
