import { bareOutcome } from '../model/bare-outcome.ts';
import type { ContentNode } from '../model/content.ts';
import type { ResponseDeclaration } from '../model/declarations.ts';
import type { InteractionKind, InteractionNode } from '../model/interaction.ts';
import type { Catalog } from '../model/item.ts';
import type { Message } from '../model/message.ts';
import type { BaseType, Cardinality, PlainValue } from '../model/value.ts';
import { QTI } from '../parse/namespace.ts';
import { readBody } from '../parse/parts/body.ts';
import { type ItemScope, itemScope } from '../parse/parts/item-scope.ts';
import { catchRefusal, Report } from '../parse/report.ts';
import { readXml } from '../xml/read.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What became of a body. */
export interface BodyResult {
  readonly status: 'ok' | 'loss' | 'refused';
  readonly messages: readonly Message[];
  readonly texts: readonly string[];
  readonly content: readonly ContentNode[];
  readonly classes: readonly string[];
  readonly catalogs: readonly Catalog[];
}

/** A response as it is declared, without a key unless one is given. */
export function response(
  identifier: string,
  cardinality: Cardinality,
  baseType: BaseType | null,
  correct: PlainValue = null,
): ResponseDeclaration {
  const none = { fields: {}, defaultValue: null, correctInterpretation: null, mapping: null, areaMapping: null };
  return { identifier, cardinality, baseType, correct, ...none };
}

const variable = (identifier: string) => {
  return { identifier, cardinality: 'single', baseType: 'identifier', fields: {}, defaultValue: null } as const;
};
const OUTCOME = bareOutcome('FEEDBACK', 'identifier');
const TEMPLATE = { ...variable('TEMPLATE'), mathVariable: false, paramVariable: false };

/** The root of a document of QTI 3 whose first line is the root's tag, read with the declared FEEDBACK and TEMPLATE. */
export function readRoot<T>(
  name: string,
  inner: string,
  responses: readonly ResponseDeclaration[],
  read: (element: XmlElement, scope: ItemScope) => T,
) {
  const { root, locate } = readXml(`<${name} xmlns="${QTI}">\n${inner}\n</${name.split(' ')[0]}>`);
  const report = new Report(locate);
  const scope = itemScope(report, { responses, outcomes: [OUTCOME], templates: [TEMPLATE] });
  const result = catchRefusal(() => ({ status: 'read' as const, value: read(root, scope) }));
  if (result.status === 'refused') return { status: result.status, messages: result.messages, value: null, scope };
  const status = report.messages.length === 0 ? ('ok' as const) : ('loss' as const);
  return { status, messages: report.messages, value: result.value, scope };
}

/** Reads an item body; its inner XML begins on line 2. */
export function readBodyXml(inner: string, responses: readonly ResponseDeclaration[] = []): BodyResult {
  const { status, messages, value, scope } = readRoot('qti-item-body', inner, responses, readBody);
  const { content, classes } = value ?? { content: [], classes: [] };
  return { status, messages, texts: messages.map(({ text }) => text), content, classes, catalogs: scope.catalogs };
}

/** The first interaction of that kind, wherever it stands among elements. */
export function firstInteraction<K extends InteractionKind>(
  nodes: readonly ContentNode[],
  kind: K,
): InteractionNode & { readonly interaction: K } {
  const isOne = (node: ContentNode): node is InteractionNode & { readonly interaction: K } =>
    node.type === 'interaction' && node.interaction === kind;
  const find = (list: readonly ContentNode[]): (InteractionNode & { readonly interaction: K }) | undefined => {
    for (const node of list) {
      if (isOne(node)) return node;
      const inner = node.type === 'element' ? node.children : node.type === 'feedback' ? node.content : [];
      const found = find(inner);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = find(nodes);
  if (found === undefined) throw new Error(`there is no ${kind} interaction`);
  return found;
}
