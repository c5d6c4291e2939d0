import type { PnpFeature } from '@testamur/qti';
import { type DisplaySettings, type Ground, textSizes, usualDisplay } from '../tools/display/display-settings.ts';

/** Points that text usually has on paper and screen: what a wanted size is held against. */
const USUAL_POINTS = 12;

/** The smallest size that is as large as what is wanted; the largest when none is. */
const sizeFor = (percent: number): DisplaySettings['textSize'] =>
  Number.isFinite(percent) ? (textSizes.find((size) => size >= percent - 1) ?? 200) : 100;

/** Red, green and blue of #rgb, #rrggbb or rrggbb. */
const colorOf = (text: string | undefined): readonly [number, number, number] | undefined => {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text?.trim() ?? '')?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
};

const isDark = ([red, green, blue]: readonly [number, number, number]): boolean =>
  0.299 * red + 0.587 * green + 0.114 * blue < 110;

/** The ground nearest to the colors of text and background. */
const groundFor = (text: string | undefined, behind: string | undefined): Ground | null => {
  const [font, ground] = [colorOf(text), colorOf(behind)];
  if (ground === undefined) return null;
  if (isDark(ground)) {
    const yellow = font !== undefined && font[0] > 180 && font[1] > 150 && font[2] < 120;
    return yellow ? 'yellow-on-black' : 'dark';
  }
  const [red, , blue] = ground;
  return red - blue > 12 ? 'cream' : red > 250 && blue > 250 ? 'black-on-white' : null;
};

const APPEARANCE: readonly string[] = ['text-appearance', 'invert-display-polarity', 'high-contrast'];

/** Whether the display can do what the feature asks for. */
export const fits = ({ name }: PnpFeature): boolean => APPEARANCE.includes(name);

/** How items are shown to a person who asks for these features. */
export const displayOf = (features: readonly PnpFeature[]): DisplaySettings => {
  const detailsOf = (name: string) => features.find((feature) => feature.name === name)?.details;
  const look = detailsOf('text-appearance') ?? {};
  const inverted = detailsOf('invert-display-polarity');
  const zoom = detailsOf('magnification') ?? {};
  const larger = Math.max(
    (Number(look['font-size'] ?? 0) / USUAL_POINTS) * 100,
    Number(zoom['text/zoom-amount'] ?? 0) * 100,
  );
  const inTurn = inverted === undefined ? null : (groundFor(inverted.foreground, inverted.background) ?? 'dark');
  const contrast = detailsOf('high-contrast') === undefined ? null : 'black-on-white';
  const wide = (name: string, above: number) => Number(look[name] ?? 0) > above;
  return {
    ground: inTurn ?? groundFor(look['font-color'], look['background-color']) ?? contrast ?? usualDisplay.ground,
    textSize: sizeFor(larger),
    font: /hyperlegible|dyslexi/i.test(look['font-face/font-name'] ?? '') ? 'legible' : usualDisplay.font,
    wideLines: wide('line-spacing', 1) || wide('line-height', 1.6),
    wideLetters: wide('letter-spacing', 0),
    wideWords: wide('word-spacing', 0),
  };
};
