/** What may be wrong with an item. */
export type ItemFlag =
  | 'no-responses'
  | 'no-variance'
  | 'possible-miskey'
  | 'unused-distractor'
  | 'too-easy'
  | 'too-hard'
  | 'negative-discrimination'
  | 'low-discrimination';

/** A rule by which an item is flagged for review. */
export interface ItemFlagRule {
  readonly flag: ItemFlag;
  /** In two words, for tables. */
  readonly label: string;
  /** The limit; what it is compared with stands in `says`. */
  readonly limit: number;
  /** In full, with the limit. */
  readonly says: string;
  readonly source: string;
}

/** The rules, as data. A flag asks for review by experts; it condemns no item. */
export const itemFlagRules = {
  'no-responses': {
    flag: 'no-responses',
    label: 'no responses',
    limit: 0,
    says: 'nobody responded',
    source: 'arithmetic',
  },
  'no-variance': {
    flag: 'no-variance',
    label: 'no variance',
    limit: 0,
    says: 'all candidates have the same score',
    source: 'arithmetic',
  },
  'possible-miskey': {
    flag: 'possible-miskey',
    label: 'possible miskey',
    limit: 5,
    says: 'possible miskey: a distractor that 5 candidates or more chose correlates better with the rest score than the key',
    source: 'Livingston (2006), in Downing & Haladyna (eds.), Handbook of Test Development, chapter 19',
  },
  'unused-distractor': {
    flag: 'unused-distractor',
    label: 'unused distractor',
    limit: 0.05,
    says: 'a distractor is chosen by fewer than 5 %',
    source: 'Haladyna & Downing (1993), Educ. Psychol. Meas. 53(4)',
  },
  'too-easy': {
    flag: 'too-easy',
    label: 'too easy',
    limit: 0.95,
    says: 'too easy: p above 0.95',
    source: 'convention of licensure examinations; compare Haladyna & Rodriguez (2013), chapter 17',
  },
  'too-hard': {
    flag: 'too-hard',
    label: 'too hard',
    limit: 0.25,
    says: 'too hard: p below 0.25, or below chance where the options are known',
    source: 'chance level of four options; compare Haladyna & Rodriguez (2013), chapter 17',
  },
  'negative-discrimination': {
    flag: 'negative-discrimination',
    label: 'negative discrimination',
    limit: 0,
    says: 'negative discrimination: better candidates do worse',
    source: 'Crocker & Algina (1986), chapter 14',
  },
  'low-discrimination': {
    flag: 'low-discrimination',
    label: 'low discrimination',
    limit: 0.15,
    says: 'low discrimination: item-rest correlation below 0.15',
    source: 'Haladyna & Rodriguez (2013), chapter 17',
  },
} as const satisfies { readonly [Flag in ItemFlag]: ItemFlagRule & { readonly flag: Flag } };

/** The flags that the scores of an item call for, without a look at its options. */
export function scoreFlags(item: {
  readonly n: number;
  readonly variance: number | null;
  readonly p: number | null;
  readonly itemRest: number | null;
  /** p by guessing; null where it is unknown. */
  readonly chance: number | null;
}): readonly ItemFlag[] {
  const { n, variance, p, itemRest, chance } = item;
  if (n === 0 || p === null) return ['no-responses'];
  const flags: ItemFlag[] = [];
  if (variance === 0) flags.push('no-variance');
  if (p > itemFlagRules['too-easy'].limit) flags.push('too-easy');
  if (p < Math.max(itemFlagRules['too-hard'].limit, chance ?? 0)) flags.push('too-hard');
  if (itemRest !== null) {
    if (itemRest < itemFlagRules['negative-discrimination'].limit) flags.push('negative-discrimination');
    else if (itemRest < itemFlagRules['low-discrimination'].limit) flags.push('low-discrimination');
  }
  return flags;
}
