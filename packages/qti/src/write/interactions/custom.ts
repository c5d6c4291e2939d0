import type { CustomInteraction, EndAttemptInteraction, PortableCustomInteraction } from '../../model/interaction.ts';
import { contentParts } from '../content.ts';
import { part, unless } from '../xml.ts';
import type { InteractionXml } from './interaction-xml.ts';

/** Writes qti-end-attempt-interaction (QTI 3.0 ASI information model, class EndAttemptInteraction). */
export function endAttempt(node: EndAttemptInteraction): InteractionXml {
  return { attributes: { title: node.title, 'count-attempt': unless(node.countAttempt, true) }, children: [] };
}

/** Writes qti-portable-custom-interaction (class PortableCustomInteraction). */
export function portableCustom(node: PortableCustomInteraction): InteractionXml {
  const modules = node.modules.map(({ id, primaryPath, fallbackPath }) =>
    part('qti-interaction-module', { id, 'primary-path': primaryPath, 'fallback-path': fallbackPath }),
  );
  const configured = { 'primary-configuration': node.moduleConfiguration };
  return {
    attributes: {
      'custom-interaction-type-identifier': node.customInteractionTypeIdentifier,
      module: node.module,
    },
    children: [
      ...(modules.length === 0 && node.moduleConfiguration === null
        ? []
        : [part('qti-interaction-modules', configured, modules)]),
      ...node.templateVariables.map((identifier) =>
        part('qti-template-variable', { 'template-identifier': identifier }),
      ),
      ...node.contextVariables.map((identifier) => part('qti-context-variable', { identifier })),
      ...node.stylesheets.map((href) => part('qti-stylesheet', { href, type: 'text/css' })),
      part('qti-interaction-markup', {}, contentParts(node.markup)),
    ],
  };
}

/** Writes qti-custom-interaction (class CustomInteraction). */
export function custom(node: CustomInteraction): InteractionXml {
  return { attributes: {}, children: contentParts(node.content) };
}
