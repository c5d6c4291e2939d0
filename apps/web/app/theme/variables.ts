import type { CSSVariablesResolver } from '@mantine/core';
import { cssVariables, dark, light, plotSeries } from './tokens.ts';

/** Mantine's own variables, said in tokens, so that the two schemes differ in the tokens alone. */
const mantine = {
  '--mantine-color-body': 'var(--t-paper)',
  '--mantine-color-text': 'var(--t-ink)',
  '--mantine-color-bright': 'var(--t-ink)',
  '--mantine-color-dimmed': 'var(--t-ink-2)',
  '--mantine-color-placeholder': 'var(--t-ink-3)',
  '--mantine-color-anchor': 'var(--t-primary)',
  '--mantine-color-error': 'var(--t-bad)',
  '--mantine-color-success': 'var(--t-done)',
  '--mantine-color-default': 'var(--t-surface)',
  '--mantine-color-default-hover': 'var(--t-sunken)',
  '--mantine-color-default-color': 'var(--t-ink)',
  '--mantine-color-default-border': 'var(--t-line-strong)',
  '--mantine-color-disabled': 'var(--t-sunken)',
  '--mantine-color-disabled-color': 'var(--t-ink-3)',
  '--mantine-color-disabled-border': 'var(--t-line)',
  '--mantine-primary-color-filled': 'var(--t-primary)',
  '--mantine-primary-color-filled-hover': 'var(--t-primary-hover)',
  '--mantine-primary-color-contrast': 'var(--t-on-primary)',
  '--mantine-primary-color-light': 'var(--t-primary-tint)',
  '--mantine-primary-color-light-color': 'var(--t-primary)',
  '--mantine-color-primary-filled': 'var(--t-primary)',
  '--mantine-color-primary-filled-hover': 'var(--t-primary-hover)',
  '--mantine-color-primary-text': 'var(--t-primary)',
  '--mantine-color-primary-outline': 'var(--t-primary)',
  '--mantine-color-primary-light': 'var(--t-primary-tint)',
  '--mantine-color-primary-light-color': 'var(--t-primary)',
};

/** The one shadow, for what floats. */
const floats = { light: '0 4px 16px rgb(27 32 36 / 18%)', dark: '0 4px 16px rgb(0 0 0 / 55%)' };

/** The lines of a plot: `--t-series-1` is the first. */
const series = (colors: readonly string[]): Record<string, string> =>
  Object.fromEntries(colors.map((color, at) => [`--t-series-${at + 1}`, color]));

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...cssVariables(light), ...series(plotSeries.light), ...mantine, '--t-floats': floats.light },
  dark: { ...cssVariables(dark), ...series(plotSeries.dark), ...mantine, '--t-floats': floats.dark },
});

/** Paper is white whatever the screen shows: the light tokens, on white grounds, stronger than either scheme. */
export const printVariables = (): string => {
  const onPaper = { ...light, paper: '#FFFFFF', surface: '#FFFFFF', sunken: '#FFFFFF', ink: '#000000' };
  const onPaperAll = { ...cssVariables(onPaper), ...series(plotSeries.light) };
  const lines = Object.entries(onPaperAll).map(([name, value]) => `${name}:${value}`);
  return `:root:root:root{color-scheme:light;${lines.join(';')}}`;
};
