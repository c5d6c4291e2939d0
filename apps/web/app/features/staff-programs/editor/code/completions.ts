import { type CursorPlace, cursorPlace } from './cursor-place.ts';
import type { Step } from './lines.ts';

/** As much of JSON Schema as the program language uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

export interface Offer {
  readonly label: string;
  readonly kind: 'key' | 'value';
  readonly detail?: string;
  readonly info?: string;
  /** What is put in. */
  readonly text: string;
}

/** A schema without references and alternatives: one node for each form that it allows. */
const formsOf = (root: SchemaNode, node: SchemaNode, depth = 0): readonly SchemaNode[] => {
  if (depth > 20) return [];
  const parts = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  const named = node.$ref === undefined ? undefined : root.$defs?.[node.$ref.replace('#/$defs/', '')];
  const inner = [...parts, ...(named ? [named] : [])];
  if (inner.length === 0) return [node];
  const { description } = node;
  return inner
    .flatMap((part) => formsOf(root, part, depth + 1))
    .map((form) => (description === undefined ? form : { ...form, description }));
};

const valuesOf = ({ enum: several, const: one, type }: SchemaNode): readonly string[] => {
  if (several) return several.map(String);
  if (one !== undefined) return [String(one)];
  return type === 'boolean' ? ['true', 'false'] : [];
};

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

/** Forms whose fixed values, such as `kind: exam`, do not speak against what stands in the file. */
const fitting = (root: SchemaNode, forms: readonly SchemaNode[], entries: Step['entries']): readonly SchemaNode[] => {
  const fits = ({ properties = {} }: SchemaNode) =>
    Object.entries(properties).every(([key, node]) => {
      const said = entries.get(key);
      const fixed = formsOf(root, node).filter((form) => form.const !== undefined);
      return !said || fixed.length === 0 || fixed.some((form) => String(form.const) === unquoted(said));
    });
  const found = forms.filter(fits);
  return found.length > 0 ? found : forms;
};

const below = (root: SchemaNode, form: SchemaNode, key: string | undefined): readonly SchemaNode[] => {
  const rest = typeof form.additionalProperties === 'object' ? form.additionalProperties : undefined;
  const node = key === undefined ? form.items : (form.properties?.[key] ?? rest);
  return node ? formsOf(root, node) : [];
};

const formsAt = (root: SchemaNode, [, ...steps]: readonly Step[], first: Step): readonly SchemaNode[] =>
  steps.reduce(
    (forms, { key, entries }) =>
      fitting(
        root,
        forms.flatMap((form) => below(root, form, key)),
        entries,
      ),
    fitting(root, formsOf(root, root), first.entries),
  );

const typeWords = (forms: readonly SchemaNode[]): string =>
  [...new Set(forms.flatMap((form) => form.type ?? (form.const === undefined ? [] : ['string'])))].join(' | ');

const keyOffers = (root: SchemaNode, forms: readonly SchemaNode[], entries: Step['entries']): readonly Offer[] => {
  const offers = new Map<string, Offer>();
  for (const { properties = {}, required = [] } of forms) {
    for (const [key, node] of Object.entries(properties)) {
      if (entries.has(key) || offers.has(key)) continue;
      const inner = formsOf(root, node);
      const isOpen = inner.some(({ type }) => type === 'object' || type === 'array');
      const info = node.description ?? inner[0]?.description;
      offers.set(key, {
        label: key,
        kind: 'key',
        detail: `${typeWords(inner)}${required.includes(key) ? '' : '?'}`,
        ...(info === undefined ? {} : { info }),
        text: isOpen ? `${key}:` : `${key}: `,
      });
    }
  }
  return [...offers.values()];
};

const underKeyfers = (forms: readonly SchemaNode[]): readonly Offer[] =>
  [...new Set(forms.flatMap(valuesOf))].map((value) => ({ label: value, kind: 'value', text: value }));

/** What the program language allows at the cursor, and from where what is typed is replaced. */
export const completionsAt = (
  schema: SchemaNode,
  file: string,
  offset: number,
): { readonly from: number; readonly place: CursorPlace; readonly offers: readonly Offer[] } | undefined => {
  const place = cursorPlace(file, offset);
  const [first] = place?.steps ?? [];
  if (!place || !first) return undefined;
  const forms = formsAt(schema, place.steps, first);
  const from = offset - place.typed.length;
  if (place.underKey !== undefined) {
    const { underKey } = place;
    // The value that stands there now says nothing about which form is meant.
    const entries = new Map([...(place.steps.at(-1)?.entries ?? [])].filter(([key]) => key !== underKey));
    const open = fitting(schema, formsAtAnew(schema, place.steps, first), entries);
    return { from, place, offers: underKeyfers(open.flatMap((form) => below(schema, form, underKey))) };
  }
  const keys = keyOffers(schema, forms, place.steps.at(-1)?.entries ?? new Map());
  return { from, place, offers: [...keys, ...underKeyfers(forms)] };
};

/** The forms at the last step before anything that stands in it is looked at. */
const formsAtAnew = (root: SchemaNode, steps: readonly Step[], first: Step): readonly SchemaNode[] => {
  const last = steps.at(-1);
  if (steps.length < 2 || !last) return formsOf(root, root);
  return formsAt(root, steps.slice(0, -1), first).flatMap((form) => below(root, form, last.key));
};
