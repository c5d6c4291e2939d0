import { type CSSVariablesResolver, createTheme, rem } from '@mantine/core';
import { resolveButtonColors } from './button-colors.ts';
import { badShades, primaryShades, shadeShown } from './colors.ts';
import { dark, light } from './tokens.ts';
import { resolveVariables } from './variables.ts';

const sans = `'Source Sans 3 Variable', 'Source Sans fallback', system-ui, sans-serif`;
const mono = `'Source Code Pro Variable', ui-monospace, monospace`;

const size = (px: number, line: number) => ({ fontSize: rem(px), lineHeight: `${line / px}` });
/** At most one shadow, so every name of Mantine's means the same. */
const shadow = 'var(--t-floats)';

export const cssVariablesResolver: CSSVariablesResolver = resolveVariables;

export const theme = createTheme({
  primaryColor: 'primary',
  primaryShade: shadeShown,
  colors: {
    primary: primaryShades,
    bad: badShades,
    gray: [
      light.paper,
      light.sunken,
      light.offTint,
      light.line,
      '#B3AEA4',
      light.lineStrong,
      light.ink3,
      light.ink2,
      '#2F353A',
      light.ink,
    ],
    dark: [
      dark.ink,
      dark.ink2,
      dark.ink3,
      dark.lineStrong,
      dark.line,
      dark.offTint,
      dark.surface,
      dark.paper,
      dark.sunken,
      '#0A0C0E',
    ],
  },
  white: light.surface,
  black: light.ink,
  autoContrast: true,
  variantColorResolver: resolveButtonColors,
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  defaultRadius: rem(4),
  radius: { xs: rem(2), sm: rem(4), md: rem(4), lg: rem(8), xl: rem(8) },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  shadows: { xs: shadow, sm: shadow, md: shadow, lg: shadow, xl: shadow },
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: rem(13), sm: rem(14), md: rem(16), lg: rem(18), xl: rem(21) },
  lineHeights: { xs: '1.385', sm: '1.429', md: '1.5', lg: '1.556', xl: '1.333' },
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: size(28, 34),
      h2: size(21, 28),
      h3: size(18, 24),
      h4: size(16, 24),
      h5: size(16, 24),
      h6: size(14, 20),
    },
  },
  components: {
    Button: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: false } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    Table: { defaultProps: { highlightOnHover: false, withTableBorder: false } },
    Modal: { defaultProps: { radius: rem(8), transitionProps: { transition: 'fade', duration: 120 } } },
    Drawer: { defaultProps: { transitionProps: { transition: 'fade', duration: 120 } } },
    Popover: { defaultProps: { radius: rem(4), shadow: 'md', transitionProps: { transition: 'fade', duration: 120 } } },
    Menu: { defaultProps: { radius: rem(4), shadow: 'md', transitionProps: { transition: 'fade', duration: 120 } } },
    Tooltip: { defaultProps: { transitionProps: { transition: 'fade', duration: 120 } } },
  },
});
