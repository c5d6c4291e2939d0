import type { CustomInteraction, PortableCustomInteraction } from '../../model/interaction.ts';
import { BASE_TYPES, CARDINALITIES } from '../../model/value.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { readContent } from '../content/read-content.ts';
import { flow } from '../content/scope.ts';
import { packageFile } from '../content/urls.ts';
import { wordsOf } from '../content/words.ts';
import { qtiName } from '../namespace.ts';
import { childrenNamed } from '../parts/children.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { wrap } from '../parts/wrap.ts';
import { readBase } from './base.ts';
import { only, partsOf, takePrompt } from './parts-of.ts';

const ANY = { cardinalities: CARDINALITIES, baseTypes: BASE_TYPES };
type Module = PortableCustomInteraction['modules'][number];

/** Reads qti-portable-custom-interaction (ASI information model, class PortableCustomInteraction). */
export function readPortableCustomInteraction(element: XmlElement, scope: ItemScope): PortableCustomInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  const names = ['interaction-modules', 'interaction-markup', 'template-variable', 'context-variable', 'stylesheet'];
  const parts = only(
    element,
    others,
    names.map((name) => `qti-${name}`),
    scope,
  );
  const all = (name: string) => parts.filter((part) => qtiName(part) === name);
  const customInteractionTypeIdentifier = attributes.require('custom-interaction-type-identifier').trim();
  const module = attributes.take('module')?.trim() ?? null;
  const templateVariables = all('qti-template-variable').map((one) => variableOf(one, 'template-identifier', scope));
  const contextVariables = all('qti-context-variable').map((one) => variableOf(one, 'identifier', scope));
  const stylesheets = all('qti-stylesheet').flatMap((one) => stylesheetOf(one, scope));
  const { modules, moduleConfiguration } = readModules(all('qti-interaction-modules'), scope);
  const markup = all('qti-interaction-markup').flatMap((one) => {
    const kept = readBodyAttributes(new Attributes(one, report), {}, report);
    return wrap(readContent(one, flow(report, staticReaders(scope))), kept, 'div');
  });
  return {
    ...readBase(attributes, ANY, scope),
    interaction: 'portable-custom',
    prompt,
    customInteractionTypeIdentifier,
    module,
    modules,
    moduleConfiguration,
    markup,
    templateVariables,
    contextVariables,
    stylesheets,
  };
}

/** QTI 3 names a template variable by template-identifier; some tools write identifier. */
function variableOf(element: XmlElement, name: string, { report }: ItemScope): string {
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier(attributes.has(name) ? name : 'identifier');
  attributes.finish();
  return identifier;
}

function stylesheetOf(element: XmlElement, scope: ItemScope): string[] {
  const attributes = new Attributes(element, scope.report);
  const href = pathOf(attributes, 'href', scope);
  // Always CSS.
  attributes.take('type');
  attributes.finish();
  return href === null ? [] : [href];
}

/** Reads qti-interaction-modules (class InteractionModules). */
function readModules(elements: readonly XmlElement[], scope: ItemScope) {
  const modules: Module[] = [];
  let moduleConfiguration: string | null = null;
  for (const element of elements) {
    const attributes = new Attributes(element, scope.report);
    moduleConfiguration = pathOf(attributes, 'primary-configuration', scope) ?? moduleConfiguration;
    attributes.finish();
    for (const child of childrenNamed(element, ['qti-interaction-module'], scope.report)) {
      modules.push(readModule(child, scope));
    }
  }
  return { modules, moduleConfiguration };
}

function readModule(element: XmlElement, scope: ItemScope): Module {
  const attributes = new Attributes(element, scope.report);
  const id = attributes.require('id').trim();
  const primaryPath = pathOf(attributes, 'primary-path', scope);
  const fallbackPath = pathOf(attributes, 'fallback-path', scope);
  attributes.finish();
  return { id, primaryPath, fallbackPath };
}

/** A path in the package: scripts from other sites are never loaded. */
function pathOf(attributes: Attributes, name: string, { report }: ItemScope): string | null {
  const path = attributes.take(name)?.trim();
  if (path === undefined || path === '') return null;
  const verdict = packageFile(path);
  if (verdict === true) return path;
  report.lose(attributes.element, `${name}="${path.slice(0, 60)}" ${verdict}; left out`);
  return null;
}

/** Reads qti-custom-interaction (class CustomInteraction): its words alone, for nobody else knows what it does. */
export function readCustomInteraction(element: XmlElement, scope: ItemScope): CustomInteraction {
  const { report } = scope;
  report.lose(element, '<qti-custom-interaction> has no standard; only its words are kept, and it cannot be answered');
  const attributes = new Attributes(element, report);
  const { prompt, rest } = takePrompt(element, scope);
  const own = ['response-identifier', 'class', 'id', 'label', 'lang'];
  for (const name of attributes.names()) {
    if (!own.includes(name) && !/^(data|aria|xml)[-:]/.test(name)) attributes.take(name);
  }
  const words = wordsOf(rest);
  const content = words === '' ? [] : [{ type: 'text', text: words } as const];
  return { ...readBase(attributes, ANY, scope), interaction: 'custom', prompt, content };
}
