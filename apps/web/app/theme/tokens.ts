/** Every color of the site. Components use the CSS variables made from them (`--t-ink`), never a color of their own. */
export interface ColorTokens {
  /** Grounds: the page, what lies on it, what is set into it. */
  readonly paper: string;
  readonly surface: string;
  readonly sunken: string;
  /** Text: first, second and third rank. */
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  /** Rules between things. */
  readonly line: string;
  /** Edges of controls. */
  readonly lineStrong: string;
  readonly primary: string;
  readonly primaryHover: string;
  readonly onPrimary: string;
  readonly primaryTint: string;
  readonly focus: string;
  /** Credentials only. */
  readonly brass: string;
  readonly done: string;
  readonly doneTint: string;
  readonly wait: string;
  readonly waitTint: string;
  readonly act: string;
  readonly actTint: string;
  readonly judge: string;
  readonly judgeTint: string;
  readonly bad: string;
  readonly badTint: string;
  readonly off: string;
  readonly offTint: string;
}

export const light: ColorTokens = {
  paper: '#FAF9F6',
  surface: '#FFFFFF',
  sunken: '#F1EFEA',
  ink: '#1B2024',
  ink2: '#4A5056',
  ink3: '#63686D',
  line: '#D9D5CB',
  lineStrong: '#7D786F',
  primary: '#0B5568',
  primaryHover: '#08414F',
  onPrimary: '#FFFFFF',
  primaryTint: '#E2EFF2',
  focus: '#0B62C4',
  brass: '#7A5A10',
  done: '#1B6538',
  doneTint: '#E3F1E7',
  wait: '#24519B',
  waitTint: '#E5EDF9',
  act: '#7A4700',
  actTint: '#FBEFD5',
  judge: '#5A3A92',
  judgeTint: '#EEE8F7',
  bad: '#A0211A',
  badTint: '#FAE6E3',
  off: '#4A5056',
  offTint: '#EBE9E4',
};

export const dark: ColorTokens = {
  paper: '#14171A',
  surface: '#1C2024',
  sunken: '#0E1113',
  ink: '#ECEAE4',
  ink2: '#BCC1C6',
  ink3: '#9BA2A9',
  line: '#363C42',
  lineStrong: '#858C94',
  primary: '#7FC8D8',
  primaryHover: '#9AD6E3',
  onPrimary: '#06222A',
  primaryTint: '#12313A',
  focus: '#9AC4FF',
  brass: '#DDBB62',
  done: '#7FD39B',
  doneTint: '#12301D',
  wait: '#9DC0F5',
  waitTint: '#172A47',
  act: '#F0BE6A',
  actTint: '#3A2806',
  judge: '#C9B2F2',
  judgeTint: '#2B2042',
  bad: '#F6A39B',
  badTint: '#431815',
  off: '#BCC1C6',
  offTint: '#2A2F34',
};

/** Whose move it is for the reader; `ink` is settled and needs nobody. */
export const tones = ['ink', 'done', 'wait', 'act', 'judge', 'bad', 'off'] as const;
export type Tone = (typeof tones)[number];

/** Series of a plot, in this order. Vary dash and marker, too. */
export const plotSeries = {
  light: ['#0B5568', '#CC600A', '#39177A', '#3586E9', '#B67D9F'],
  dark: ['#8AD3E2', '#E0A040', '#A25BF3', '#3E93B0', '#E74A71'],
} as const;

/** Grounds that a candidate may choose for the exam, beside `paper` and `dark`. */
export const examGrounds = {
  'black-on-white': { ground: '#FFFFFF', ink: '#000000' },
  'yellow-on-black': { ground: '#000000', ink: '#FFEB00' },
  cream: { ground: '#FFF6DC', ink: '#1B2024' },
} as const;

/** `ink2` becomes `--t-ink-2`, `onPrimary` becomes `--t-on-primary`. */
export const cssVariable = (token: keyof ColorTokens): `--t-${string}` =>
  `--t-${token.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export const cssVariables = (tokens: ColorTokens): Record<string, string> => {
  const variables: Record<string, string> = {};
  for (const token of Object.keys(light) as (keyof ColorTokens)[]) variables[cssVariable(token)] = tokens[token];
  return variables;
};
