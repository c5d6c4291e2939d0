const channels = (color: string): [number, number, number] => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!match) throw new RangeError(`'${color}' is no color such as #0B5568.`);
  return [match[1], match[2], match[3]].map((pair) => Number.parseInt(pair ?? '', 16) / 255) as [
    number,
    number,
    number,
  ];
};

/** sRGB to linear light; IEC 61966-2-1. */
const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

export const linearRgb = (color: string): [number, number, number] => {
  const [red, green, blue] = channels(color);
  return [linear(red), linear(green), linear(blue)];
};

/** Relative luminance, 0 to 1; WCAG 2.2, "relative luminance". */
export const luminance = (color: string): number => {
  const [red, green, blue] = linearRgb(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Contrast ratio, 1 to 21; WCAG 2.2, "contrast ratio". */
export const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};
