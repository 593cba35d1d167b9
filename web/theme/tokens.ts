/**
 * The one file that holds colours. Components name tokens (`var(--g-ink)`), never values; `test/house/tokens.test.ts`
 * recomputes every contrast this palette promises, so that a changed value fails the build.
 *
 * Three languages that are never mixed: accent = act, chosen, met; due and late = time and trouble; tiers = slate,
 * blue, violet, plum, and nothing else on a page uses those.
 */
export const light = {
  canvas: '#f9fbfa',
  rail: '#f2f4f3',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f3f6f4',
  hover: '#eff2f0',
  selected: '#e5f4ef',
  line: '#e4e7e5',
  'line-2': '#d1d5d3',
  control: '#808783',
  ink: '#19201c',
  'ink-2': '#484f4b',
  'ink-3': '#626a65',
  accent: '#07614d',
  'accent-hover': '#00503f',
  'on-accent': '#ffffff',
  'accent-ink': '#015947',
  'accent-tint': '#e5f6ef',
  'accent-line': '#a4d3c3',
  ok: '#07614d',
  'ok-tint': '#e5f6ef',
  'due-text': '#844e04',
  'due-tint': '#fef2d9',
  'due-mark': '#c87d1b',
  'late-text': '#b51f1f',
  'late-tint': '#ffedeb',
  'late-mark': '#d73431',
  'tier-1': '#4b5e69',
  'tier-1-tint': '#eef3f7',
  'tier-2': '#2463ae',
  'tier-2-tint': '#e7f1ff',
  'tier-3': '#5f35a0',
  'tier-3-tint': '#f2edff',
  'tier-4': '#7b165a',
  'tier-4-tint': '#fdeaf4',
  'on-tier': '#ffffff',
  'code-paper': '#ffffff',
  'code-ink': '#19201c',
  'chart-1': '#17745d',
  'chart-2': '#407bc5',
  'chart-3': '#c48225',
  'chart-4': '#6b184f',
  'chart-quiet': '#89918c',
  'chart-grid': '#e4e7e5',
  'chart-axis': '#626a65',
}

export type Token = keyof typeof light
export type Palette = Record<Token, string>

export const dark: Palette = {
  canvas: '#121614',
  rail: '#0e110f',
  surface: '#191d1a',
  raised: '#1f2421',
  sunken: '#0f1210',
  hover: '#1e2320',
  selected: '#182b25',
  line: '#272c29',
  'line-2': '#363c39',
  control: '#707873',
  ink: '#ebeeec',
  'ink-2': '#babfbc',
  'ink-3': '#9ba29e',
  accent: '#5fbea2',
  'accent-hover': '#71d0b3',
  'on-accent': '#041812',
  'accent-ink': '#7bd9bd',
  'accent-tint': '#132b24',
  'accent-line': '#255849',
  ok: '#6cd1b3',
  'ok-tint': '#132b24',
  'due-text': '#f0be6d',
  'due-tint': '#362712',
  'due-mark': '#e6a744',
  'late-text': '#f98e88',
  'late-tint': '#411e1c',
  'late-mark': '#f1645d',
  'tier-1': '#a6bbc8',
  'tier-1-tint': '#1f262b',
  'tier-2': '#83b4f3',
  'tier-2-tint': '#19283e',
  'tier-3': '#ba9df4',
  'tier-3-tint': '#2d2240',
  'tier-4': '#ea7eba',
  'tier-4-tint': '#3a1e2e',
  'on-tier': '#0e0e18',
  // Cameras read dark on light, whatever the theme.
  'code-paper': '#ffffff',
  'code-ink': '#19201c',
  'chart-1': '#5bc0a3',
  'chart-2': '#72a7eb',
  'chart-3': '#f0be6d',
  'chart-4': '#cd599c',
  'chart-quiet': '#6a726e',
  'chart-grid': '#272c29',
  'chart-axis': '#9ba29e',
}

type Ramp = readonly [string, string, string, string, string, string, string, string, string, string]

/** Ten steps each, light to dark, for the component library's own ramps. */
export const ramps: Record<'verdigris' | 'gray' | 'dark', Ramp> = {
  verdigris: ['#effaf6', '#dbf3eb', '#bce8d9', '#94d8c2', '#5fbea2', '#40a187', '#27816a', '#07614d', '#00503f', '#053b2e'],
  gray: ['#f9fafa', '#f2f4f3', '#ebeeec', '#e4e7e5', '#d1d5d3', '#99a09c', '#808783', '#626a65', '#484f4b', '#19201c'],
  dark: ['#ebeeec', '#babfbc', '#9ba29e', '#707873', '#363c39', '#1f2421', '#191d1a', '#121614', '#0e110f', '#090c0a'],
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21 (w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export const contrast = (a: string, b: string): number => {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05]
  return Math.max(one, other) / Math.min(one, other)
}

/** Relative luminance, 0 to 1 (w3.org/TR/WCAG22/#dfn-relative-luminance). */
const luminance = (hex: string): number => {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
