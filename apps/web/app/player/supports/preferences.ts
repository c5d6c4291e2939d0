import { type NeedsAndPreferences, type PnpFeature, parsePnp, readPnpJson } from '@testamur/qti';
import type { DisplaySettings } from '../tools/display/display-settings.ts';
import type { ToolName } from '../tools/tool-names.ts';
import type { SupportWishes } from './cards.ts';
import { displayOf, fits } from './display-of.ts';
import { knownSupport } from './support-kinds.ts';

/** What the player does for a person: the needs and preferences in its own terms. */
export interface PlayerPreferences {
  /** Supports of catalogs by name: shown from the start, or offered to be turned on. */
  readonly supports: readonly string[];
  readonly offered: readonly string[];
  /** BCP 47, by the name of the support. */
  readonly languages: Readonly<Record<string, string>>;
  readonly interfaceLanguages: readonly string[];
  readonly tools: readonly ToolName[];
  readonly offeredTools: readonly ToolName[];
  readonly display: DisplaySettings;
  /** Single letters and digits do not act: a person, or a device, may send them by mistake. */
  readonly lettersOff: boolean;
  /** A button to strike out beside each option (feature answer-masking). */
  readonly strikeButtons: boolean;
  /** Words per minute; null as usual. */
  readonly speechRate: number | null;
  /** For whoever grants accommodations; no player extends time by itself. */
  readonly time: AskedTime | null;
  readonly prohibited: readonly string[];
  /** Names of what is asked for and the player does not have: people have to see to it. */
  readonly unmet: readonly string[];
}

export type AskedTime =
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'multiplier'; readonly factor: number }
  | { readonly kind: 'fixed'; readonly minutes: number };

const TOOLS: Readonly<Record<string, ToolName>> = {
  'note-taking-on-screen': 'notes',
  'line-reader': 'line-reader',
  magnification: 'magnifier',
  spoken: 'read-aloud',
};

const toolOf = ({ name, details }: PnpFeature): ToolName | undefined => {
  if (name !== 'calculator-on-screen') return Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  return /scientific|graph/i.test(details['calculator-type'] ?? '') ? 'scientific-calculator' : 'calculator';
};

/** Met by what the site always has: it runs by keyboard, nothing in it flashes, its columns give way to one. */
const ALWAYS: readonly string[] = ['keyword-emphasis', 'hazard-avoidance', 'layout-single-column'];

const positive = (text: string | undefined): number | null => {
  const number = Number(text);
  return text !== undefined && Number.isFinite(number) && number > 0 ? number : null;
};

const timeOf = (feature: PnpFeature | undefined): AskedTime | null => {
  if (feature === undefined || feature.activation === 'prohibited') return null;
  const { details } = feature;
  if (details.unlimited !== undefined && details.unlimited !== 'false') return { kind: 'unlimited' };
  const factor = positive(details['time-multiplier']);
  if (factor !== null && factor >= 1) return { kind: 'multiplier', factor };
  const minutes = positive(details['fixed-minutes']);
  return minutes === null ? null : { kind: 'fixed', minutes };
};

const isMet = (feature: PnpFeature): boolean => {
  const { name } = feature;
  if (name === 'additional-testing-time') return timeOf(feature) !== null;
  if (name === 'input-requirements') return /keyboard/i.test(feature.details.value ?? '');
  if (['language-of-interface', 'answer-masking', ...ALWAYS].includes(name)) return true;
  return toolOf(feature) !== undefined || knownSupport(name) !== undefined || fits(feature);
};

/** What the player does for a person with these needs and preferences. What is prohibited is in no other list. */
export const preferencesOf = ({ features }: NeedsAndPreferences): PlayerPreferences => {
  const prohibited = features.filter(({ activation }) => activation === 'prohibited').map(({ name }) => name);
  const wanted = features.filter(({ name }) => !prohibited.includes(name));
  const on = wanted.filter(({ activation }) => activation === 'on');
  const offered = wanted.filter(({ activation }) => activation === 'option');
  const named = (name: string) => wanted.find((feature) => feature.name === name);
  const supportsOf = (some: readonly PnpFeature[]) =>
    some.map(({ name }) => name).filter((name) => knownSupport(name) !== undefined);
  const toolsOf = (some: readonly PnpFeature[]) => [...new Set(some.flatMap((feature) => toolOf(feature) ?? []))];
  return {
    supports: supportsOf(on),
    offered: supportsOf(offered),
    languages: Object.fromEntries(
      wanted.flatMap(({ name, language }) =>
        language === null || knownSupport(name) === undefined ? [] : [[name, language]],
      ),
    ),
    interfaceLanguages: wanted.flatMap(({ name, language }) =>
      name === 'language-of-interface' && language !== null ? [language] : [],
    ),
    tools: toolsOf(on),
    offeredTools: toolsOf(offered),
    display: displayOf(on),
    lettersOff: on.some(({ name, details }) => name === 'input-requirements' && /keyboard/i.test(details.value ?? '')),
    strikeButtons: on.some(({ name }) => name === 'answer-masking'),
    speechRate: positive(named('spoken')?.details['speech-rate']),
    time: timeOf(named('additional-testing-time')),
    prohibited,
    unmet: wanted.filter((feature) => !isMet(feature)).map(({ name }) => name),
  };
};

export type ReadPreferences =
  | { readonly ok: true; readonly preferences: PlayerPreferences; readonly problems: readonly string[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the needs and preferences of a person from XML or JSON (QTI 3.0 profile of AfA PNP 3.0); `problems` says what
 * was not understood and where.
 */
export const readPnp = (source: string): ReadPreferences => {
  if (!source.trimStart().startsWith('<')) return readJson(source);
  const result = parsePnp(source);
  if (result.status === 'refused') {
    const [{ line, text }] = result.messages;
    return { ok: false, problem: `Line ${line}: ${text}` };
  }
  const problems = result.messages.map(({ line, text }) => `Line ${line}: ${text}`);
  return { ok: true, preferences: preferencesOf(result.pnp), problems };
};

const readJson = (source: string): ReadPreferences => {
  try {
    const json: unknown = JSON.parse(source);
    const { pnp, problems } = readPnpJson(json);
    return { ok: true, preferences: preferencesOf(pnp), problems };
  } catch {
    return { ok: false, problem: 'This is neither XML nor JSON: give an access-for-all-pnp record in one of them.' };
  }
};

/** What is shown of catalogs at the start; what a person turns on later is added to `shown`. */
export const wishesOf = ({ supports, languages }: PlayerPreferences): SupportWishes => ({ shown: supports, languages });
