import type { Rule } from '@testamur/program';

/** A rule as it is shown: parts under a heading that says how many of them are needed. */
export interface RuleBranch {
  readonly title?: string;
  /** All of the parts, or so many of them. */
  readonly needed: 'all' | number;
  readonly parts: readonly RuleNode[];
}

export type RuleNode = string | RuleBranch;

/** Branches that join nothing are left out: an "all" within an "all" without a title is the same list. */
const flattened = (parts: readonly RuleNode[]): readonly RuleNode[] =>
  parts.flatMap((part) =>
    typeof part !== 'string' && part.needed === 'all' && part.title === undefined ? part.parts : [part],
  );

const branchOf = (needed: 'all' | number, rules: readonly Rule[], title: string | undefined): RuleBranch => {
  const parts = rules.map(nodeOf);
  return {
    ...(title === undefined ? {} : { title }),
    needed,
    parts: needed === 'all' ? flattened(parts) : parts,
  };
};

const nodeOf = (rule: Rule): RuleNode => {
  if (typeof rule === 'string') return rule;
  if ('all' in rule) return branchOf('all', rule.all, rule.title);
  if ('any' in rule) return branchOf(1, rule.any, rule.title);
  return branchOf(rule.atLeast, rule.of, rule.title);
};

/** What a page shows of a rule; always a branch, so that there is a list to show. */
export const ruleTree = (rule: Rule): RuleBranch => {
  const node = nodeOf(rule);
  return typeof node === 'string' ? { needed: 'all', parts: [node] } : node;
};
