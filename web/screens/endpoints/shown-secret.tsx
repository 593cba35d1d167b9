import { useState } from 'react'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { useEndpointsTexts } from '../../texts/endpoints/use.ts'
import css from './endpoints.module.css'

/** A secret that was made just now: nothing shows it again. */
export const ShownSecret = ({ secret }: { secret: string }) => {
  const { secret: words } = useEndpointsTexts()
  const [copied, setCopied] = useState('')
  return (
    <div role="status">
      <Note
        title={words.title}
        action={
          <Action onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(secret))}>
            {copied === secret ? words.copied : words.copy}
          </Action>
        }
      >
        {words.text}
        <code className={css.secret}>{secret}</code>
      </Note>
    </div>
  )
}
