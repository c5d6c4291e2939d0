import type { Rule } from '../model/processing.ts';
import { evaluate, type Session } from './evaluate.ts';

/** Runs rules in order, setting outcomes in the session. Returns false when an exit-response ended the processing. */
export function runRules(rules: readonly Rule[], session: Session): boolean {
  for (const rule of rules) {
    switch (rule.rule) {
      case 'exit-response':
        return false;
      case 'set-outcome-value':
        session.variables.set(rule.identifier, evaluate(rule.value, session));
        break;
      case 'response-condition': {
        const branch = rule.branches.find(({ condition }) => evaluate(condition, session) === true);
        if (!runRules(branch?.rules ?? rule.otherwise, session)) return false;
        break;
      }
    }
  }
  return true;
}
