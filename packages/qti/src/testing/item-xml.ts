import type { AssessmentItem } from '../model/item.ts';
import { parseItem } from '../parse/parse-item.ts';

const MATCH_CORRECT =
  '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>';

/** The parts of an item that a test wants otherwise; XML all of them. */
export interface ItemParts {
  readonly root?: string;
  readonly cardinality?: string;
  readonly keys?: readonly string[];
  readonly mapping?: string;
  readonly outcomes?: string;
  readonly before?: string;
  readonly interaction?: string;
  readonly prompt?: string;
  readonly choices?: string;
  readonly processing?: string;
}

/** The source of a choice item with choices A to D; by default single, key B, scored by match_correct. */
export function itemXml(parts: ItemParts = {}): string {
  const keys = (parts.keys ?? ['B']).map((key) => `<qti-value>${key}</qti-value>`).join('');
  const correct = keys === '' ? '' : `<qti-correct-response>${keys}</qti-correct-response>`;
  const choices = ['A', 'B', 'C', 'D'].map(
    (id) => `<qti-simple-choice identifier="${id}">Choice ${id}</qti-simple-choice>`,
  );
  const outcomes =
    '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" ${parts.root ?? 'identifier="item-1" title="A title" adaptive="false" time-dependent="false" xml:lang="en-US"'}>
  <qti-response-declaration identifier="RESPONSE" cardinality="${parts.cardinality ?? 'single'}" base-type="identifier">
    ${correct}${parts.mapping ?? ''}
  </qti-response-declaration>
  ${parts.outcomes ?? outcomes}
  <qti-item-body>
    ${parts.before ?? ''}
    <qti-choice-interaction response-identifier="RESPONSE" ${parts.interaction ?? 'max-choices="1"'}>
      <qti-prompt>${parts.prompt ?? 'Which one?'}</qti-prompt>
      ${parts.choices ?? choices.join('\n      ')}
    </qti-choice-interaction>
  </qti-item-body>
  ${parts.processing ?? MATCH_CORRECT}
</qti-assessment-item>`;
}

/** The item that the parts make; an Error unless it is read without loss. */
export function okItem(parts: ItemParts = {}): AssessmentItem {
  const result = parseItem(itemXml(parts));
  if (result.status === 'ok') return result.item;
  throw new Error(`${result.status}: ${result.messages.map(({ text }) => text).join('; ')}`);
}

/** A multiple-response item with choices A to D and no limit of choices. */
export const MULTIPLE: ItemParts = { cardinality: 'multiple', keys: ['A', 'C'], interaction: 'max-choices="0"' };
