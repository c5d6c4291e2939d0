import { expect, it } from 'vitest';
import { nodesOf } from '../model/walk.ts';
import { parseItem } from '../parse/parse-item.ts';
import { writeItem } from '../write/item.ts';
import { candidateView } from './candidate-view.ts';

const source = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="gaps" title="Gaps" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="R" cardinality="multiple" base-type="directedPair"/>
  <qti-item-body><qti-gap-match-interaction response-identifier="R" max-associations="1">
    <qti-gap-text identifier="A" match-max="1">word</qti-gap-text>
    <p>A <qti-gap identifier="G" class="qti-input-width-15 own"/></p>
  </qti-gap-match-interaction></qti-item-body>
</qti-assessment-item>`;

const read = (xml: string) => {
  const result = parseItem(xml);
  if (result.status !== 'ok') throw new Error(result.messages.map(({ text }) => text).join());
  return result.item;
};

it('a gap keeps its classes through reading and writing; candidates get those of the shared vocabulary', () => {
  const item = read(source);
  expect(read(writeItem(item).xml)).toEqual(item);
  const gaps = (body: typeof item.body) =>
    [...nodesOf(body)].flatMap((node) => (node.type === 'gap' ? [node.classes] : []));
  expect(gaps(item.body)).toEqual([['qti-input-width-15', 'own']]);
  expect(gaps(candidateView(item).body)).toEqual([['qti-input-width-15']]);
});
