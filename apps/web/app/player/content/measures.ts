/** Margins and paddings of the shared vocabulary, by step. */
const SPACES: Readonly<Record<string, string>> = {
  0: '0',
  1: '0.25rem',
  2: '0.5rem',
  3: '1rem',
  4: '1.5rem',
  5: '3rem',
  auto: 'auto',
};

const SIDES: Readonly<Record<string, string>> = {
  '': '',
  x: 'Inline',
  y: 'Block',
  t: 'BlockStart',
  b: 'BlockEnd',
  s: 'InlineStart',
  e: 'InlineEnd',
};

/** A step of widths, heights and indents: quarters of a rem (`2p5` is two and a half), parts of the whole (`1-3`), px, auto, full. */
const lengthOf = (step: string): string | undefined => {
  if (step === 'px') return '1px';
  if (step === 'auto') return 'auto';
  if (step === 'full') return '100%';
  const [, part, whole] = /^(\d{1,2})-(\d{1,2})$/.exec(step) ?? [];
  if (part !== undefined && whole !== undefined) {
    const share = Number(part) / Number(whole);
    return share <= 1 ? `${Math.round(share * 1e6) / 1e4}%` : undefined;
  }
  return /^\d{1,3}(p5)?$/.test(step) ? `${Number(step.replace('p', '.')) / 4}rem` : undefined;
};

const oneClass = (name: string): readonly [property: string, value: string] | undefined => {
  const [, kind = '', rest = ''] =
    /^qti-(margin|padding|width|height|text-indent|list-style-type)-(.+)$/.exec(name) ?? [];
  if (kind === 'margin' || kind === 'padding') {
    const [, side = '', step = ''] = /^(?:([xytbse])-)?(\d|auto)$/.exec(rest) ?? [];
    const value = kind === 'padding' && step === 'auto' ? undefined : SPACES[step];
    return value === undefined ? undefined : [`${kind}${SIDES[side]}`, value];
  }
  if (kind === 'list-style-type') return /^[a-z-]{3,40}$/.test(rest) ? ['listStyleType', rest] : undefined;
  if (kind === '') return spanOf(name);
  const value = lengthOf(rest);
  if (value === undefined) return undefined;
  const property = { width: 'inlineSize', height: 'blockSize', 'text-indent': 'textIndent' }[kind];
  return property === undefined ? undefined : [property, value];
};

/** Columns of the layout grid are counted in the style sheet: it knows how wide the screen is. */
const spanOf = (name: string): readonly [property: string, value: string] | undefined => {
  if (name === 'qti-fullwidth') return ['inlineSize', '100%'];
  const [, kind, count] = /^qti-layout-(col|offset)-?(\d{1,2})$/.exec(name) ?? [];
  const columns = Number(count);
  if (kind === undefined || columns > 12) return undefined;
  return [kind === 'col' ? '--qti-columns' : '--qti-offset', String(columns)];
};

/** The measures that classes of the shared vocabulary say, as style properties; none when they say none. */
export const measuresOf = (classes: readonly string[]): Record<string, string> | undefined => {
  const found = classes.flatMap((name) => {
    const one = oneClass(name);
    return one === undefined ? [] : [one];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
};
