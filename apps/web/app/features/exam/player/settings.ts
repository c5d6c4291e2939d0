import { type DisplaySettings, displayFrom, usualDisplay } from '../../../player/tools/index.ts';

/** How a candidate likes the exam. Kept in the browser, for every exam. */
export interface Settings extends DisplaySettings {
  /** Letters and digits act without Alt+Shift. */
  readonly singleKeys: boolean;
  /** A button beside each option. */
  readonly strikeButtons: boolean;
  readonly timeHidden: boolean;
}

export const usualSettings: Settings = {
  ...usualDisplay,
  singleKeys: true,
  strikeButtons: false,
  timeHidden: false,
};

const truth = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual);

const parse = (text: string | null): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** What is unknown is as usual. */
export const settingsFromText = (text: string | null): Settings => {
  const kept = parse(text);
  return {
    ...displayFrom(kept),
    singleKeys: truth(kept.singleKeys, usualSettings.singleKeys),
    strikeButtons: truth(kept.strikeButtons, usualSettings.strikeButtons),
    timeHidden: truth(kept.timeHidden, usualSettings.timeHidden),
  };
};
