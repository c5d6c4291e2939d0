import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { validateResponse } from './validate-response.ts';

const found =
  parseItem(`<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="record" title="Record" adaptive="false" time-dependent="false">
  <qti-response-declaration identifier="R" cardinality="record"/>
  <qti-item-body><p>How many? <qti-text-entry-interaction response-identifier="R"/></p></qti-item-body>
</qti-assessment-item>`);

const check = (sent: unknown) => {
  if (found.status === 'refused') throw new Error(found.messages[0].text);
  return validateResponse(found.item, { R: sent });
};

describe('a record that was typed', () => {
  it('is the same whether the text or the record of it is sent', () => {
    const byText = check('12.50');
    expect(byText).toMatchObject({ ok: true });
    const record = { stringValue: '12.50', floatValue: 12.5, rightDigits: 2 };
    expect(check(record)).toEqual(byText);
  });

  it('follows from its text alone: numbers that contradict it are not believed', () => {
    const sent = check({ stringValue: '7', floatValue: 42, integerValue: 42, nsf: 9 });
    expect(sent).toEqual(check('7'));
    expect(JSON.stringify(sent)).not.toContain('42');
  });

  it('is not longer than a text may be', () => {
    expect(check({ stringValue: 'x'.repeat(20_001) })).toMatchObject({ ok: false });
  });
});
