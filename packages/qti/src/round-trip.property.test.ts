import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression } from './parse/expressions/read-expression.ts';
import { QTI } from './parse/namespace.ts';
import { Report } from './parse/report.ts';
import { readOutcomeRules, readResponseRules, readTemplateRules } from './parse/rules/read-rules.ts';
import { expression, rule, templateRule } from './testing/arbitrary-expression.ts';
import { expressionPart } from './write/expression.ts';
import { outcomeProcessingPart, responseProcessingPart, templateProcessingPart } from './write/rules.ts';
import { part, writeXml, type XmlPart } from './write/xml.ts';
import { readXml } from './xml/read.ts';
import { childElements } from './xml/tree.ts';

/** The elements inside one that is written and read again, and where losses are reported. */
function reread(parts: readonly XmlPart[]) {
  const { root, locate } = readXml(writeXml(part('root', { xmlns: QTI }, parts)));
  return { elements: childElements(root), report: new Report(locate) };
}

describe('what is written is read again as the same', () => {
  it('every expression', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const { elements, report } = reread([expressionPart(written)]);
        expect(elements.map((element) => readExpression(element, report))).toEqual([written]);
        expect(report.messages).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('every rule of response and outcome processing', () => {
    const rules = fc.array(rule(3), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(rules, (written) => {
        const response = reread(responseProcessingPart({ type: 'rules', template: null, rules: written }, []));
        const outcome = reread(outcomeProcessingPart(written));
        const inner = ({ elements }: typeof response) => elements.flatMap(childElements);
        expect(readResponseRules(inner(response), response.report, new WeakMap())).toEqual(written);
        expect(readOutcomeRules(inner(outcome), outcome.report, new WeakMap())).toEqual(written);
        expect([...response.report.messages, ...outcome.report.messages]).toEqual([]);
      }),
    );
  });

  it('every rule of template processing', () => {
    fc.assert(
      fc.property(fc.array(templateRule(3), { minLength: 1, maxLength: 3 }), (written) => {
        const { elements, report } = reread(templateProcessingPart(written));
        expect(readTemplateRules(elements.flatMap(childElements), report, new WeakMap())).toEqual(written);
        expect(report.messages).toEqual([]);
      }),
    );
  });
});
