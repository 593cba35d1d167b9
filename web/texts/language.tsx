import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { kept } from '../data/kept.ts'
import { en, type Texts } from './en.ts'

export type Language = 'en' | 'de'
export const languages: readonly Language[] = ['en', 'de']

interface Spoken {
  t: Texts
  language: Language
  speak: (language: Language) => void
}

const Spoken = createContext<Spoken | null>(null)
const choice = kept('guildhall.language')

/** The reader's own choice, else the first of the browser's languages that we speak, else English. */
export const preferredLanguage = (): Language => {
  const wanted = [choice.read(), ...navigator.languages].map(tag => tag?.slice(0, 2))
  return languages.find(language => wanted.includes(language) && wanted.find(isSpoken) === language) ?? 'en'
}

const isSpoken = (tag: string | undefined): boolean => languages.some(language => language === tag)

/** German is fetched only by those who read it. */
export const loadTexts = async (language: Language): Promise<Texts> => (language === 'de' ? (await import('./de.ts')).de : en)

export const LanguageProvider = ({ first, texts, children }: { first: Language; texts: Texts; children: ReactNode }) => {
  const [now, setNow] = useState({ language: first, t: texts })
  useEffect(() => {
    document.documentElement.lang = now.language
  }, [now.language])
  const spoken = useMemo<Spoken>(
    () => ({
      ...now,
      speak: language => {
        choice.write(language)
        void loadTexts(language).then(t => setNow({ language, t }))
      },
    }),
    [now],
  )
  return <Spoken value={spoken}>{children}</Spoken>
}

export const useTexts = (): Spoken => {
  const spoken = useContext(Spoken)
  if (spoken === null) throw new Error('useTexts outside LanguageProvider')
  return spoken
}
