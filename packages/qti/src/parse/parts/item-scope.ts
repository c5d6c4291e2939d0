import type {
  ContextDeclaration,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
} from '../../model/declarations.ts';
import type { Catalog } from '../../model/item.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Report } from '../report.ts';

/**
 * What the readers of content need of the document that it stands in: the declared variables (none in a stimulus), and
 * where catalogs go, wherever they stand.
 */
export interface ItemScope {
  readonly report: Report;
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly TemplateDeclaration[];
  readonly contexts: readonly ContextDeclaration[];
  /** Filled by the readers. */
  readonly catalogs: Catalog[];
}

/** A scope for one document. */
export function itemScope(
  report: Report,
  declared: Partial<Pick<ItemScope, 'responses' | 'outcomes' | 'templates' | 'contexts'>> = {},
): ItemScope {
  return { report, responses: [], outcomes: [], templates: [], contexts: [], ...declared, catalogs: [] };
}

/** The built-in outcome variables of an item (ASI information model, class OutcomeDeclaration). */
const BUILT_IN = ['completionStatus', 'completion_status'];

/** Reports content that depends on an outcome that nobody declares, and so never changes. */
export function checkOutcome(element: XmlElement, identifier: string, scope: ItemScope): void {
  if (BUILT_IN.includes(identifier) || scope.outcomes.some((declared) => declared.identifier === identifier)) return;
  scope.report.lose(element, `no outcome "${identifier}" is declared, so <${element.local}> never matches; declare it`);
}

/** The identifier when a template variable of it is declared; null, reported, otherwise. */
export function knownTemplate(element: XmlElement, identifier: string, scope: ItemScope): string | null {
  if (scope.templates.some((declared) => declared.identifier === identifier)) return identifier;
  scope.report.lose(
    element,
    `no template variable "${identifier}" is declared, so <${element.local}> is always there; declare it`,
  );
  return null;
}
