import type { AssessmentStimulus } from '../model/item.ts';
import type { XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { readLanguage } from './content/body-attributes.ts';
import { readStimulusBody } from './parts/body.ts';
import { readCatalogInfo } from './parts/catalogs.ts';
import { itemScope } from './parts/item-scope.ts';
import { readStylesheet } from './parts/references.ts';
import { Parts } from './parts-of-element.ts';
import type { Report } from './report.ts';
import { readTitle } from './title.ts';

/** Reads qti-assessment-stimulus (class AssessmentStimulus), in the names of QTI 3. */
export function readStimulus(root: XmlElement, report: Report): AssessmentStimulus {
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  const head = {
    identifier:
      identifier === '' ? report.refuse(root, 'the identifier of the stimulus is empty; give it one') : identifier,
    title: readTitle(attributes, identifier, report),
    label: attributes.take('label') ?? null,
    language: readLanguage(attributes, report),
  };
  for (const name of ['tool-name', 'tool-version']) attributes.take(name);
  attributes.finish();
  const parts = new Parts(root, ['qti-stylesheet', 'qti-stimulus-body', 'qti-catalog-info'], report);
  const scope = itemScope(report);
  const catalogs = parts.only('qti-catalog-info');
  if (catalogs !== undefined) readCatalogInfo(catalogs, scope);
  const body = parts.only('qti-stimulus-body') ?? report.refuse(root, 'the stimulus needs a <qti-stimulus-body>');
  const stylesheets = parts.all('qti-stylesheet').flatMap((element) => readStylesheet(element, report) ?? []);
  const { content } = readStimulusBody(body, scope);
  return { ...head, stylesheets, body: content, catalogs: scope.catalogs };
}
