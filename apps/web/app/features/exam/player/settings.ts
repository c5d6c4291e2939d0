export const grounds = ['site', 'paper', 'dark', 'black-on-white', 'yellow-on-black', 'cream'] as const;
export type Ground = (typeof grounds)[number];

/** Percent of the usual size of item text. */
export const textSizes = [100, 125, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** How a candidate likes the exam. Kept in the browser, for every exam. */
export interface Settings {
  readonly ground: Ground;
  readonly textSize: TextSize;
  /** Atkinson Hyperlegible for the items. */
  readonly legible: boolean;
  /** Letters and digits act without Alt+Shift. */
  readonly singleKeys: boolean;
  /** A button beside each option. */
  readonly strikeButtons: boolean;
  readonly timeHidden: boolean;
}

export const usualSettings: Settings = {
  ground: 'site',
  textSize: 100,
  legible: false,
  singleKeys: true,
  strikeButtons: false,
  timeHidden: false,
};

const oneOf = <T>(values: readonly T[], value: unknown, usual: T): T => values.find((each) => each === value) ?? usual;

const truth = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual);

const parse = (text: string | null): { readonly [Key in keyof Settings]?: unknown } => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};

/** What is unknown is as usual. */
export const settingsFromText = (text: string | null): Settings => {
  const kept = parse(text);
  return {
    ground: oneOf(grounds, kept.ground, usualSettings.ground),
    textSize: oneOf(textSizes, kept.textSize, usualSettings.textSize),
    legible: truth(kept.legible, usualSettings.legible),
    singleKeys: truth(kept.singleKeys, usualSettings.singleKeys),
    strikeButtons: truth(kept.strikeButtons, usualSettings.strikeButtons),
    timeHidden: truth(kept.timeHidden, usualSettings.timeHidden),
  };
};
