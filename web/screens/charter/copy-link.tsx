import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { Action } from '../../parts/action.tsx'
import { useTexts } from '../../texts/language.tsx'
import css from './copy-link.module.css'

/** Copies this page's address. Where the browser forbids it, the foot of the page has it in words. */
export const CopyLink = () => {
  const { t } = useTexts()
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${location.origin}${location.pathname}`)
      setSaid(t.charter.copied)
    } catch {
      setSaid(t.charter.notCopied)
    }
  }
  return (
    <span className={css.copy}>
      <Action onClick={() => void copy()}>
        <IconLink size={16} stroke={1.6} aria-hidden />
        {t.charter.copy}
      </Action>
      <span role="status">{said}</span>
    </span>
  )
}
