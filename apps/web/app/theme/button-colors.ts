import { defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';

const edge = (color: string) => `1px solid ${color}`;

/**
 * The main act is filled, others are outlined, a grave one (`color="bad"`) is red. Colors are tokens, so nothing here
 * asks for the scheme.
 */
export const resolveButtonColors: VariantColorsResolver = (input) => {
  const bad = input.color === 'bad';
  const own = bad ? 'var(--t-bad)' : 'var(--t-primary)';
  if (input.variant === 'filled' && (bad || input.color === 'primary' || input.color === undefined)) {
    return bad
      ? { background: own, hover: own, color: 'var(--t-surface)', border: edge('transparent') }
      : { background: own, hover: 'var(--t-primary-hover)', color: 'var(--t-on-primary)', border: edge('transparent') };
  }
  if (input.variant === 'outline' || input.variant === 'default') {
    const text = bad ? own : 'var(--t-ink)';
    return {
      background: 'var(--t-surface)',
      hover: 'var(--t-sunken)',
      color: text,
      border: edge(bad ? own : 'var(--t-line-strong)'),
    };
  }
  if (input.variant === 'subtle' || input.variant === 'transparent') {
    return { background: 'transparent', hover: 'var(--t-sunken)', color: own, border: edge('transparent') };
  }
  return defaultVariantColorsResolver(input);
};
