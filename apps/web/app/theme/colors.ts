import type { MantineColorsTuple } from '@mantine/core';
import { dark, light } from './tokens.ts';

/** Mantine wants ten shades of each color. The two that are shown, at 3 in dark and 6 in light, are the tokens. */
export const shadeShown = { light: 6, dark: 3 } as const;

export const primaryShades: MantineColorsTuple = [
  light.primaryTint,
  '#C9E2E8',
  dark.primaryHover,
  dark.primary,
  '#4FA6B9',
  '#237B90',
  light.primary,
  light.primaryHover,
  dark.primaryTint,
  dark.onPrimary,
];

export const badShades: MantineColorsTuple = [
  light.badTint,
  '#F8CFCA',
  '#F8B6AF',
  dark.bad,
  '#E0675C',
  '#C23F35',
  light.bad,
  '#821A14',
  dark.badTint,
  '#2B0E0C',
];
