/** Mantine in the office's own clothes: our colours, square and plain, two weights of type, no motion. */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, light, toVariables, type Tokens } from '#renderer/ui/tokens.ts';

const FONTS = [
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  'system-ui',
  'sans-serif',
].join(', ');

const blue: MantineColorsTuple = [
  '#E3EDF5',
  '#C9DDEC',
  '#A9C9E1',
  '#7FB4E0',
  '#5B97C6',
  '#3F7FB0',
  '#2C6C9D',
  '#1F5A8A',
  '#184A73',
  '#123A5B',
];
const red: MantineColorsTuple = [
  '#FBE9E7',
  '#F6CFCB',
  '#F2B2AB',
  '#F29A90',
  '#DB6C61',
  '#C4483D',
  '#B5332A',
  '#A8261C',
  '#8B1F17',
  '#6E1812',
];

export const theme = createTheme({
  colors: { blue, red },
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 3 },
  white: light.card,
  black: light.ink,
  fontFamily: FONTS,
  fontFamilyMonospace: FONTS,
  fontSmoothing: false,
  headings: { fontFamily: FONTS, fontWeight: '700' },
  defaultRadius: 4,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '20px', sm: '22px', md: '22px', lg: '24px', xl: '28px' },
  fontWeights: { regular: '400', medium: '400', bold: '700' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
});

/** Our tokens as CSS variables, and Mantine's own variables made from them. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...toVariables(light), ...mantineFrom(light) },
  dark: { ...toVariables(dark), ...mantineFrom(dark) },
});

function mantineFrom(tokens: Tokens): Record<string, string> {
  return {
    '--mantine-color-body': tokens.paper,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-bright': tokens.ink,
    '--mantine-color-error': tokens.red,
    '--mantine-color-success': tokens.green,
    '--mantine-color-placeholder': tokens['ink-hint'],
    '--mantine-color-anchor': tokens.action,
    '--mantine-color-default': tokens.card,
    '--mantine-color-default-hover': tokens.selection,
    '--mantine-color-default-color': tokens.ink,
    '--mantine-color-default-border': tokens.edge,
    '--mantine-color-dimmed': tokens['ink-soft'],
    '--mantine-color-disabled': tokens['grey-ground'],
    '--mantine-color-disabled-color': tokens['ink-hint'],
    '--mantine-color-disabled-border': tokens.hairline,
    '--mantine-color-blue-filled': tokens.action,
    '--mantine-color-blue-filled-hover': tokens['action-hover'],
    '--mantine-color-blue-light': tokens.selection,
    '--mantine-color-blue-light-hover': tokens.selection,
    '--mantine-color-blue-light-color': tokens.action,
    '--mantine-primary-color-contrast': tokens['action-ink'],
  };
}
