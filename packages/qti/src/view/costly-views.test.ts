import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { startItem } from '../process/start-item.ts';
import { itemXml } from '../testing/item-xml.ts';
import { candidateView } from './candidate-view.ts';

function view(outcomes: string, before: string) {
  const result = parseItem(itemXml({ outcomes, before, processing: '' }));
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return JSON.stringify(candidateView(result.item, { session: startItem(result.item) }));
}

const values = (count: number, value: string) =>
  `<qti-default-value>${`<qti-value>${value}</qti-value>`.repeat(count)}</qti-default-value>`;

describe('a view of an item made to be large', () => {
  it('prints a variable in thousands of characters at most, and all of them in a million', () => {
    const declared = `<qti-template-declaration identifier="T" cardinality="ordered" base-type="float">${values(1500, '1')}</qti-template-declaration>`;
    const printed = `<qti-printed-variable identifier="T" format="${'%999.99f'.repeat(10)}"/>`;
    expect(view(declared, `<p>${printed}</p>`).length).toBeLessThan(20_000);
    expect(view(declared, `<p>${printed.repeat(2000)}</p>`).length).toBeLessThan(1_500_000);
  });

  it('puts a long word for a name into formulas no oftener than that', () => {
    const declared = `<qti-template-declaration identifier="T" cardinality="single" base-type="string" math-variable="true">${values(1, 'x'.repeat(100_000))}</qti-template-declaration>`;
    const formula = `<math xmlns="http://www.w3.org/1998/Math/MathML">${'<mi>T</mi>'.repeat(5000)}</math>`;
    expect(view(declared, `<p>${formula}</p>`).length).toBeLessThan(3_000_000);
  });

  it('is read in time when one attribute names tens of thousands of classes', () => {
    const classes = Array.from({ length: 100_000 }, (_, at) => `c${at}`).join(' ');
    const begun = performance.now();
    view('', `<p class="${classes}">x</p>`);
    expect(performance.now() - begun).toBeLessThan(30_000);
  });
});
