import type { PnpEntry } from './entry.ts';
import { type NeedsAndPreferences, PNP_FEATURES, PNP_SETS, type PnpActivation, type PnpFeature } from './features.ts';

const REPLACES = 'replace-access-mode-';
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
/** Features that a person may state several times. */
const REPEATED: readonly string[] = ['hazard-avoidance', 'language-of-interface'];

type Lose = (entry: PnpEntry, text: string) => void;

const isFeature = (name: string): boolean => name.startsWith('ext:') || PNP_FEATURES.some((known) => known === name);

/** Reads the members of class AccessForAllPNP. `lose` hears of what is not understood. */
export function readFeatures(root: PnpEntry, lose: Lose): NeedsAndPreferences {
  const activations = readSets(root, lose);
  const features = new Map<string, PnpFeature[]>();
  for (const entry of root.children) {
    if (Object.hasOwn(PNP_SETS, entry.name)) continue;
    if (!isFeature(entry.name)) {
      lose(entry, `"${entry.name.slice(0, 60)}" is no need or preference of QTI 3; left out`);
      continue;
    }
    const known = features.get(entry.name) ?? [];
    if (known.length > 0 && !REPEATED.includes(entry.name)) {
      lose(entry, `${entry.name} is stated twice; the second is left out`);
      continue;
    }
    features.set(entry.name, [...known, readFeature(entry, activations.get(entry.name) ?? 'on', lose)]);
  }
  // Named in a set and nowhere else: it has nothing more to say than that.
  for (const [name, activation] of activations) {
    if (!features.has(name)) features.set(name, [{ name, activation, language: null, replaces: [], details: {} }]);
  }
  return { features: [...features.values()].flat() };
}

/** Strongest first: what is prohibited stays so, and what is on from the start is no mere option. */
const STRENGTH: readonly PnpActivation[] = ['option', 'on', 'prohibited'];

function readSets(root: PnpEntry, lose: Lose): Map<string, PnpActivation> {
  const activations = new Map<string, PnpActivation>();
  for (const set of root.children) {
    const activation = Object.hasOwn(PNP_SETS, set.name) ? PNP_SETS[set.name] : undefined;
    if (activation === undefined) continue;
    const listed = set.text.split(/\s+/).filter((name) => name !== '');
    const names = [...set.children.map((member) => member.name), ...listed];
    for (const name of names) {
      if (!isFeature(name)) {
        lose(set, `${set.name} names "${name.slice(0, 60)}", which is no need or preference of QTI 3; left out`);
        continue;
      }
      const before = activations.get(name);
      if (before === undefined || STRENGTH.indexOf(activation) > STRENGTH.indexOf(before)) {
        activations.set(name, activation);
      }
    }
  }
  return activations;
}

function readFeature(entry: PnpEntry, activation: PnpActivation, lose: Lose): PnpFeature {
  const { name, attributes, children, text } = entry;
  const given = attributes['xml:lang'] ?? null;
  const language = given !== null && LANGUAGE.test(given) ? given : null;
  if (given !== null && language === null) {
    lose(entry, `the language "${given.slice(0, 60)}" of ${name} is no language tag, such as es or pt-BR; left out`);
  }
  const modes = children.filter((child) => child.name.startsWith(REPLACES));
  const replaces = [
    ...modes.map((child) => child.name.slice(REPLACES.length)),
    ...children.flatMap((child) => (child.name === 'replace-access-mode' ? child.text.split(/\s+/) : [])),
  ].filter((mode) => mode !== '');
  const rest = children.filter((child) => !child.name.startsWith('replace-access-mode'));
  const own = Object.entries(attributes).filter(([key]) => key !== 'xml:lang');
  const details = Object.fromEntries([
    ...(text === '' ? [] : [['value', text]]),
    ...own,
    ...rest.flatMap((child) => detailsOf(child, '')),
  ]);
  return { name, activation, language, replaces, details };
}

function detailsOf({ name, attributes, children, text }: PnpEntry, above: string): [string, string][] {
  const path = above === '' ? name : `${above}/${name}`;
  const inner: [string, string][] = [
    ...Object.entries(attributes).map(([key, value]): [string, string] => [`${path}/${key}`, value]),
    ...children.flatMap((child) => detailsOf(child, path)),
  ];
  if (text !== '') return [[path, text], ...inner];
  return inner.length > 0 ? inner : [[path, 'true']];
}
