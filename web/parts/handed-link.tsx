import { useState } from 'react'
import { useTexts } from '../texts/language.tsx'
import { moment } from '../texts/moments.ts'
import { Action } from './action.tsx'
import css from './handed-link.module.css'
import { Note } from './note.tsx'

/** A link that was made for somebody: shown this once, to be handed over by whoever made it. */
export const HandedLink = ({ name, path, expiresAt }: { name: string; path: string; expiresAt: string }) => {
  const { t, language } = useTexts()
  const words = t.directory.person
  const [copied, setCopied] = useState('')
  const link = `${location.origin}${path}`
  return (
    <Note
      title={words.linkFor(name)}
      action={
        <Action onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(link))}>
          {copied === link ? t.access.mine.copied : t.access.mine.copy}
        </Action>
      }
    >
      {words.linkText(moment(expiresAt, language))}
      <code className={css.link}>{link}</code>
    </Note>
  )
}
