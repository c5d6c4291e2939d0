/** What a sample is large enough for. `warn`: give the result with its doubts. `too-few`: give counts only. */
export type Verdict = 'ok' | 'warn' | 'too-few';

/** From how many observations on a method may be used with doubts, and without. */
export interface SampleRule {
  /** Fewer are too few. */
  readonly warnFrom: number;
  /** As many, or more, are enough. */
  readonly okFrom: number;
  /** What is counted. */
  readonly of: 'candidates' | 'candidates in the smaller group' | 'judges' | 'rated performances' | 'items';
  /** Where the numbers come from. */
  readonly source: string;
}

/**
 * The published rules, as data: change a number here and every result follows it.
 *
 * The bands: below 30 candidates counts only; 30 to 100 classical statistics with intervals and circle-arc equating;
 * 50 to 200 Rasch; 200 to 500 2PL with priors, warned; from 500 on 2PL and GRM; from 1,000 on 3PL.
 */
export const sampleRules = {
  classical: { warnFrom: 30, okFrom: 100, of: 'candidates', source: 'Crocker & Algina (1986); NCCA Standard 20' },
  reliability: { warnFrom: 30, okFrom: 200, of: 'candidates', source: 'Charter (2003), J. Gen. Psychol. 130(2)' },
  decision: { warnFrom: 30, okFrom: 200, of: 'candidates', source: 'Wan, Brennan & Lee (2007), CASMA 22' },
  rasch: { warnFrom: 50, okFrom: 200, of: 'candidates', source: 'Linacre (1994), Rasch Meas. Trans. 7:4' },
  'rating-scale': { warnFrom: 100, okFrom: 250, of: 'candidates', source: 'Linacre (1994), Rasch Meas. Trans. 7:4' },
  'two-parameter': { warnFrom: 200, okFrom: 500, of: 'candidates', source: 'De Ayala (2009), chapter 5' },
  graded: { warnFrom: 200, okFrom: 500, of: 'candidates', source: 'Reise & Yu (1990), JEM 27(2)' },
  nominal: { warnFrom: 500, okFrom: 1000, of: 'candidates', source: 'De Ayala & Sava-Bolesta (1999), APM 23(1)' },
  'three-parameter': {
    warnFrom: 500,
    okFrom: 1000,
    of: 'candidates',
    source: 'Hulin, Lissak & Drasgow (1982), APM 6(3)',
  },
  'four-parameter': { warnFrom: 1000, okFrom: 2500, of: 'candidates', source: 'Culpepper (2016), Psychometrika 81(4)' },
  'equating-small': {
    warnFrom: 30,
    okFrom: 100,
    of: 'candidates in the smaller group',
    source: 'Livingston & Kim (2009), JEM 46(3)',
  },
  'equating-linear': {
    warnFrom: 100,
    okFrom: 400,
    of: 'candidates in the smaller group',
    source: 'Kolen & Brennan (2014), chapter 8',
  },
  'equating-equipercentile': {
    warnFrom: 400,
    okFrom: 1500,
    of: 'candidates in the smaller group',
    source: 'Kolen & Brennan (2014), chapter 8',
  },
  linking: {
    warnFrom: 5,
    okFrom: 20,
    of: 'items',
    source: 'Kolen & Brennan (2014), chapter 8; Wingersky & Lord (1984), APM 8(3)',
  },
  dif: {
    warnFrom: 100,
    okFrom: 200,
    of: 'candidates in the smaller group',
    source: 'Zieky (1993); Zwick (2012), ETS RR-12-08',
  },
  'group-comparison': {
    warnFrom: 30,
    okFrom: 100,
    of: 'candidates in the smaller group',
    source: 'Uniform Guidelines (1978), 29 CFR 1607.4D',
  },
  judges: { warnFrom: 5, okFrom: 8, of: 'judges', source: 'Raymond & Reid (2001); Hambleton & Pitoniak (2006)' },
  ratings: { warnFrom: 15, okFrom: 30, of: 'rated performances', source: 'Koo & Li (2016), J. Chiropr. Med. 15(2)' },
  'answer-similarity': { warnFrom: 100, okFrom: 500, of: 'candidates', source: 'Wollack (1997), APM 21(4)' },
} as const satisfies Readonly<Record<string, SampleRule>>;

/** What a sample is used for; each use has its rule. */
export type SampleUse = keyof typeof sampleRules;
