import { limits } from '../limits.ts'
import type { Code } from '../model.ts'
import { readJavaScript } from './javascript.ts'
import { readPython } from './python.ts'
import { nothingKnown, type CodeReading } from './reading.ts'
import { readShell } from './shell.ts'

export const readCode = ({ language, text }: Code): CodeReading => {
  if (text.length > limits.codeBytes) return nothingKnown()
  return language === 'other' ? nothingKnown() : readers[language](text)
}

const readers = { javascript: readJavaScript, python: readPython, shell: readShell } as const
