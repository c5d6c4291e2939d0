import { stringOf } from './attribute.ts';
import { compilePattern, matchesPattern } from './pattern/match.ts';
import { A_BOOLEAN, boolean, textIn } from './results.ts';
import { operator, type Rules, STRING } from './rule.ts';

/** How many characters of text times steps of a pattern are tried. */
const MAX_WORK = 20_000_000;

/** Strings (QTI 3.0 ASI information model, classes StringMatch, Substring, PatternMatch). */
export const TEXT: Rules<'string-match' | 'substring' | 'pattern-match'> = {
  'string-match': operator({
    operands: [2, 2],
    needs: STRING,
    gives: A_BOOLEAN,
    evaluate: ([a, b], { caseSensitive, substring }) => {
      const [first, second] = [inCase(textIn(a), caseSensitive), inCase(textIn(b), caseSensitive)];
      return boolean(substring ? first.includes(second) : first === second);
    },
  }),
  substring: operator({
    operands: [2, 2],
    needs: STRING,
    gives: A_BOOLEAN,
    evaluate: ([part, whole], { caseSensitive }) =>
      boolean(inCase(textIn(whole), caseSensitive).includes(inCase(textIn(part), caseSensitive))),
  }),
  'pattern-match': operator({
    operands: [1, 1],
    needs: STRING,
    gives: (context, { pattern }) => {
      if (typeof pattern === 'string') {
        const compiled = compilePattern(pattern);
        if (!compiled.ok) context.problem(compiled.text);
      } else {
        const type = context.typeOf(pattern.variable);
        if (type?.baseType !== undefined && type.baseType !== 'string') {
          context.problem(`pattern names ${pattern.variable}, which is not a single string`);
        }
      }
      return A_BOOLEAN;
    },
    evaluate: ([value], expression, context) => {
      const pattern = stringOf(expression.pattern, 'pattern', context);
      if (pattern === undefined) return null;
      const compiled = compilePattern(pattern);
      const text = textIn(value);
      if (!compiled.ok) {
        context.note(`${compiled.text}; NULL`);
        return null;
      }
      if (text.length * compiled.program.length > MAX_WORK) {
        context.note('the text is too long for a pattern of this size; NULL');
        return null;
      }
      return boolean(matchesPattern(compiled.program, text, (amount) => context.environment.work.spend(amount)));
    },
  }),
};

/** The text as it is compared: without regard to case, as capitals, in which ß is SS. */
export function inCase(text: string, caseSensitive: boolean): string {
  return caseSensitive ? text : text.toUpperCase();
}
