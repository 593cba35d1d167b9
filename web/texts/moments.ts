import type { Language } from './language.tsx'

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

/** 23 November 2026 */
export const day = (iso: string, language: Language): string => format(iso, language, { dateStyle: 'long' })

/** 10:44 */
export const clock = (iso: string, language: Language): string => format(iso, language, { timeStyle: 'short' })

/** Mon 23 Nov, 10:44 */
export const moment = (iso: string, language: Language): string => format(iso, language, ofMoment)

/** The same, by the clocks of a time zone. */
export const momentIn = (iso: string, language: Language, timeZone: string): string => format(iso, language, { ...ofMoment, timeZone })

const ofMoment = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const

/** Mon 23 Nov */
export const shortDay = (iso: string, language: Language): string =>
  format(iso, language, { weekday: 'short', day: 'numeric', month: 'short' })

/** The exact local time with its zone, for those who hover or listen. */
export const exactly = (iso: string, language: Language): string => format(iso, language, { dateStyle: 'full', timeStyle: 'long' })

const format = (iso: string, language: Language, style: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locales[language], style).format(new Date(iso))

/** "a, b and c" in the language's own manner. */
export const list = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(items)
