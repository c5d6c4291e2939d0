export const grounds = ['site', 'paper', 'dark', 'black-on-white', 'yellow-on-black', 'cream'] as const;
export type Ground = (typeof grounds)[number];

/** Percent of the usual size of item text. */
export const textSizes = [100, 125, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** `legible` is Atkinson Hyperlegible. */
export const fonts = ['site', 'legible'] as const;
export type ItemFont = (typeof fonts)[number];

/** How items look to one reader. Kept in the browser, for every exam. */
export interface DisplaySettings {
  readonly ground: Ground;
  readonly textSize: TextSize;
  readonly font: ItemFont;
  readonly wideLines: boolean;
  readonly wideLetters: boolean;
  readonly wideWords: boolean;
}

export const usualDisplay: DisplaySettings = {
  ground: 'site',
  textSize: 100,
  font: 'site',
  wideLines: false,
  wideLetters: false,
  wideWords: false,
};

const oneOf = <T>(values: readonly T[], value: unknown, usual: T): T => values.find((each) => each === value) ?? usual;

/** What was kept, whatever it is; what is unknown is as usual. `legible` is how the font was named before. */
export const displayFrom = (kept: Readonly<Record<string, unknown>>): DisplaySettings => ({
  ground: oneOf(grounds, kept.ground, usualDisplay.ground),
  textSize: oneOf(textSizes, kept.textSize, usualDisplay.textSize),
  font: oneOf(fonts, kept.font, kept.legible === true ? 'legible' : usualDisplay.font),
  wideLines: kept.wideLines === true,
  wideLetters: kept.wideLetters === true,
  wideWords: kept.wideWords === true,
});

/** The spacing that readers must be able to set (WCAG 2.2, 1.4.12), in shares of the size of the text. */
const wide = { lines: '2', letters: '0.12em', words: '0.16em' } as const;

/** The settings as variables for the outermost element of a player; the colors come from `groundStyle`. */
export const displayVariables = (settings: DisplaySettings): Readonly<Record<string, string>> => ({
  '--exam-text': String(settings.textSize / 100),
  '--exam-font':
    settings.font === 'legible'
      ? `'Atkinson Hyperlegible Next Variable', var(--mantine-font-family)`
      : 'var(--mantine-font-family)',
  ...(settings.wideLines ? { '--exam-line': wide.lines } : {}),
  ...(settings.wideLetters ? { '--exam-letter': wide.letters } : {}),
  ...(settings.wideWords ? { '--exam-word': wide.words } : {}),
});
