import type { Rule, StandingLine } from '@testamur/program';

/** Lines that belong together: those asked of everybody, or one of several ways. */
export interface Group {
  readonly key: string;
  /** How many of the ways that follow are needed; on the first way of each choice. */
  readonly choice?: number;
  /** Of a way: as the program calls it, or its number. */
  readonly way?: { readonly title: string | undefined; readonly number: number };
  readonly lines: readonly StandingLine[];
}

type Choice = { readonly needed: number; readonly of: readonly Rule[] };

const choiceOf = (rule: Rule): Choice | undefined => {
  if (typeof rule === 'string' || 'all' in rule) return undefined;
  return 'any' in rule ? { needed: 1, of: rule.any } : { needed: rule.atLeast, of: rule.of };
};

const idsOf = (rule: Rule): readonly string[] => {
  if (typeof rule === 'string') return [rule];
  if ('all' in rule) return rule.all.flatMap(idsOf);
  return ('any' in rule ? rule.any : rule.of).flatMap(idsOf);
};

/** Choices that stand on their own: inside a way, its parts are listed together. */
const listChoices = (rule: Rule): readonly Choice[] => {
  const own = choiceOf(rule);
  if (own !== undefined) return [own];
  return typeof rule === 'string' || !('all' in rule) ? [] : rule.all.flatMap(listChoices);
};

const titleOf = (rule: Rule): string | undefined => (typeof rule === 'string' ? undefined : rule.title);

/**
 * The lines of an application by the ways to qualify. What no choice names is asked of everybody and comes first; ways of
 * which nothing is there for this candidate are left out.
 */
export const groupByWay = (rule: Rule, lines: readonly StandingLine[]): readonly Group[] => {
  const choices = listChoices(rule);
  if (choices.length === 0) return [{ key: 'all', lines }];
  const inChoice = new Set(choices.flatMap(({ of }) => of.flatMap(idsOf)));
  const common = lines.filter(({ id }) => !inChoice.has(id));
  const groups = choices.flatMap(({ needed, of }, at) => {
    const ways = of
      .map((way, index) => {
        const ids = new Set(idsOf(way));
        const own = lines.filter(({ id }) => ids.has(id));
        return { key: `${at}.${index}`, way: { title: titleOf(way), number: index + 1 }, lines: own };
      })
      .filter((way) => way.lines.length > 0);
    // Where one way is left, there is nothing to choose.
    if (ways.length <= 1) return ways.map(({ key, lines: own }) => ({ key, lines: own }));
    return ways.map((way, index) => (index === 0 ? { ...way, choice: needed } : way));
  });
  return [...(common.length === 0 ? [] : [{ key: 'common', lines: common }]), ...groups];
};
