import { IconSearch } from '@tabler/icons-react'
import { useContext } from 'react'
import { useTexts } from '../texts/language.tsx'
import { OfferedCommands } from './commands.ts'
import css from './find-button.module.css'
import { KeyHint } from './key-hint.tsx'

/** As this reader's keyboard calls it. */
export const findKeys = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘ K' : 'Ctrl K'

/** The way to the command menu: a line in the rail, a sign in the top bar where there is no rail. */
export const FindButton = ({ place }: { place: 'rail' | 'bar' }) => {
  const { t } = useTexts()
  const offers = useContext(OfferedCommands)
  return (
    <button
      type="button"
      className={css[place]}
      aria-haspopup="dialog"
      aria-label={place === 'bar' ? t.shell.find : undefined}
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => offers?.open()}
    >
      <IconSearch size={place === 'rail' ? 16 : 20} stroke={1.6} aria-hidden />
      {place === 'rail' && (
        <>
          <span>{t.shell.find}</span>
          <KeyHint>{findKeys}</KeyHint>
        </>
      )}
    </button>
  )
}
