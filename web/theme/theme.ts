import { Button, type CSSVariablesResolver, createTheme } from '@mantine/core'
import { dark, light, type Palette, ramps } from './tokens.ts'

/** 32 in the top bar, 34 on a page, 44 where makers decide. */
const buttonSizes = {
  sm: { '--button-height': '2rem', '--button-padding-x': '0.75rem' },
  md: { '--button-height': '2.125rem', '--button-padding-x': '0.875rem' },
  lg: { '--button-height': '2.75rem', '--button-padding-x': '1.375rem' },
}

/** Where each design decision lives in the component library, so that screens say what a thing is, not how it looks. */
export const theme = createTheme({
  colors: { verdigris: ramps.verdigris, gray: ramps.gray, dark: ramps.dark },
  primaryColor: 'verdigris',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  white: light.surface,
  black: light.ink,
  fontSmoothing: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontFamily: 'var(--g-sans)',
  fontFamilyMonospace: 'var(--g-mono)',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.375rem' },
  lineHeights: { xs: '1.333', sm: '1.385', md: '1.429', lg: '1.5', xl: '1.273' },
  headings: {
    fontFamily: 'var(--g-sans)',
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.75rem' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.375rem' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.125rem' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--g-floating)', lg: 'var(--g-floating)', xl: 'var(--g-floating)' },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'filled', size: 'md' },
      vars: (_, { size }) => ({ root: size === 'lg' ? buttonSizes.lg : size === 'sm' ? buttonSizes.sm : buttonSizes.md }),
    }),
    Anchor: { defaultProps: { underline: 'hover' } },
    Menu: { defaultProps: { radius: 'xl', shadow: 'md', transitionProps: { duration: 180 } } },
    Modal: { defaultProps: { radius: 'xl', shadow: 'md', centered: true, transitionProps: { duration: 180 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 180 } } },
    Tooltip: { defaultProps: { radius: 'sm', openDelay: 300 } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
  },
})

const tokens = (palette: Palette): Record<string, string> =>
  Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--g-${name}`, value]))

/** The library's own words for what our tokens mean; the same in both schemes because the tokens change underneath. */
const aliases = {
  '--mantine-color-body': 'var(--g-canvas)',
  '--mantine-color-text': 'var(--g-ink)',
  '--mantine-color-dimmed': 'var(--g-ink-3)',
  '--mantine-color-default': 'var(--g-surface)',
  '--mantine-color-default-color': 'var(--g-ink)',
  '--mantine-color-default-border': 'var(--g-line-2)',
  '--mantine-color-default-hover': 'var(--g-hover)',
  '--mantine-color-error': 'var(--g-late-text)',
  '--mantine-color-anchor': 'var(--g-accent-ink)',
  '--mantine-color-placeholder': 'var(--g-ink-3)',
}

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...tokens(light), ...aliases },
  dark: { ...tokens(dark), ...aliases },
})
