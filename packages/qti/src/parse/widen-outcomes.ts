import type { XmlElement } from '../xml/tree.ts';
import type { Report } from './report.ts';
import type { AnyRule, RuleScope, SettingRule } from './rules/check-rules.ts';
import type { Variables } from './variables.ts';

/**
 * Integer outcomes that some rule sets to a float are read as floats: many tools declare scores so. One that is set to such
 * an outcome becomes a float in turn, to a bearable depth.
 */
export function widenOutcomes(
  variables: Variables,
  rules: readonly AnyRule[],
  checkOf: (variables: Variables) => RuleScope['check'],
  at: (node: object) => XmlElement,
  report: Report,
): Variables {
  const settings = settingsIn(rules).filter(({ rule }) => rule === 'set-outcome-value');
  let current = variables;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const check = checkOf(current);
    const outcomesByName = new Map(current.outcomes.map((outcome) => [outcome.identifier, outcome] as const));
    const wide = new Map<string, SettingRule>();
    for (const setting of settings) {
      const outcome = outcomesByName.get(setting.identifier);
      if (outcome?.baseType !== 'integer' || wide.has(setting.identifier)) continue;
      const { type } = check(setting.value);
      if (type?.baseType === 'float' && type.cardinality === outcome.cardinality) wide.set(setting.identifier, setting);
    }
    if (wide.size === 0) break;
    for (const [identifier, setting] of wide) {
      report.lose(at(setting), `"${identifier}" is declared integer and set to a float; read as float`);
    }
    const outcomes = current.outcomes.map((outcome) =>
      wide.has(outcome.identifier) ? { ...outcome, baseType: 'float' as const } : outcome,
    );
    current = { ...current, outcomes };
  }
  return current;
}

const MAX_PASSES = 10;

function settingsIn(rules: readonly AnyRule[]): SettingRule[] {
  return rules.flatMap((rule): SettingRule[] => {
    if (rule.rule === 'exit' || rule.rule === 'constraint') return [];
    if (rule.rule === 'fragment') return settingsIn(rule.rules);
    if (rule.rule !== 'condition') return [rule];
    return [...rule.branches.flatMap((branch) => settingsIn(branch.rules)), ...settingsIn(rule.otherwise)];
  });
}
