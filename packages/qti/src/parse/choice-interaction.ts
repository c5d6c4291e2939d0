import type { Choice, ChoiceInteraction, ContentNode } from '../model/content.ts';
import type { ResponseDeclaration } from '../model/item.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { readClasses, readContent, staticScope } from './content.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';

/** Reads qti-choice-interaction and checks it against the response that it is bound to. */
export function readChoiceInteraction(
  element: XmlElement,
  responses: readonly ResponseDeclaration[],
  report: Report,
): ChoiceInteraction {
  const attributes = new Attributes(element, report);
  const responseIdentifier = attributes.identifier('response-identifier');
  const minChoices = attributes.count('min-choices', 0);
  const maxChoices = attributes.count('max-choices', 1);
  const cardinality = boundCardinality(element, responseIdentifier, responses, report);
  const content = readChildren(element, report);
  if (cardinality === 'single' && maxChoices !== 1) {
    report.refuse(
      element,
      `max-choices="${maxChoices}" needs a response of multiple cardinality, not "${responseIdentifier}"`,
    );
  }
  if (minChoices > content.choices.length || (maxChoices > 0 && minChoices > maxChoices)) {
    report.refuse(element, `min-choices="${minChoices}" is more than can be chosen; lower it or add choices`);
  }
  const interaction: ChoiceInteraction = {
    type: 'interaction',
    interaction: 'choice',
    responseIdentifier,
    cardinality,
    shuffle: attributes.boolean('shuffle', false),
    minChoices,
    maxChoices,
    orientation: attributes.oneOf('orientation', ['vertical', 'horizontal']) ?? 'vertical',
    classes: readClasses(attributes, report),
    minSelectionsMessage: attributes.take('data-min-selections-message') ?? null,
    maxSelectionsMessage: attributes.take('data-max-selections-message') ?? null,
    ...content,
  };
  attributes.finish();
  return interaction;
}

function boundCardinality(
  element: XmlElement,
  identifier: string,
  responses: readonly ResponseDeclaration[],
  report: Report,
): 'single' | 'multiple' {
  const response = responses.find((declared) => declared.identifier === identifier);
  if (response === undefined) return report.refuse(element, `no response "${identifier}" is declared; declare it`);
  const { cardinality, baseType } = response;
  if (baseType === 'identifier' && (cardinality === 'single' || cardinality === 'multiple')) return cardinality;
  return report.refuse(
    element,
    `a choice interaction needs a response of base type identifier and single or multiple cardinality; "${identifier}" has ${baseType ?? 'no base type'}, ${cardinality}`,
  );
}

function readChildren(element: XmlElement, report: Report): { prompt: ContentNode[]; choices: Choice[] } {
  const choices: Choice[] = [];
  let prompt: ContentNode[] | undefined;
  if (!isBlank(ownText(element))) report.lose(element, 'text outside <qti-prompt> and <qti-simple-choice> is left out');
  for (const child of childElements(element)) {
    const name = qtiName(child);
    if (name === 'qti-simple-choice') choices.push(readChoice(child, choices, report));
    else if (name === 'qti-prompt' && prompt === undefined) prompt = readPrompt(child, report);
    else report.lose(child, `<${child.local}> is not supported inside <${element.local}>; left out with its content`);
  }
  if (choices.length === 0) report.refuse(element, 'a choice interaction needs at least one <qti-simple-choice>');
  return { prompt: prompt ?? [], choices };
}

function readPrompt(element: XmlElement, report: Report): ContentNode[] {
  new Attributes(element, report).finish();
  return readContent(element, staticScope(report));
}

function readChoice(element: XmlElement, before: readonly Choice[], report: Report): Choice {
  const attributes = new Attributes(element, report);
  const identifier = attributes.identifier('identifier');
  if (before.some((choice) => choice.identifier === identifier)) {
    report.refuse(element, `the choice identifier "${identifier}" is used twice; give each choice its own`);
  }
  const fixed = attributes.boolean('fixed', false);
  attributes.finish();
  return { identifier, fixed, content: readContent(element, staticScope(report)) };
}
