import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { useChangeMessageSettings, useMessageSettings } from '../../data/messages.ts'
import { Action } from '../../parts/action.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Note } from '../../parts/note.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useMessagesTexts } from '../../texts/messages/use.ts'
import css from './messages.module.css'

/** Whether letters go out: a trial until somebody ends it, and then until somebody begins another. `written`: how many the trial holds. */
export const SendOrNot = ({ dryRun, written }: { dryRun: boolean; written: number }) => {
  const { deliveries: words } = useMessagesTexts()
  const settings = useMessageSettings(true)
  const change = useChangeMessageSettings()
  const [asked, setAsked] = useState(false)
  const { title, act, leave } = dryRun
    ? { title: words.sendOf, act: words.send, leave: words.notYet }
    : { title: words.stopOf, act: words.stop, leave: words.goOn }
  const turn = () => {
    if (settings.data === undefined) return
    const { version, dailyLetters, digestLines, language, address, mail } = settings.data
    const given = { version, dailyLetters, digestLines, language, address, mail, dryRun: !dryRun }
    change.mutate(given, { onSettled: () => setAsked(false) })
  }
  return (
    <>
      {dryRun ? (
        <Note icon={IconEye} title={words.dryRun} action={<Action onClick={() => setAsked(true)}>{act}</Action>}>
          {words.dryRunText}
        </Note>
      ) : (
        <Action onClick={() => setAsked(true)}>{act}</Action>
      )}
      <p role="status" className={css.done}>
        {change.isSuccess && (dryRun ? words.stopped : words.sending)}
      </p>
      {change.error && <Trouble title={words.failed} error={change.error} retry={() => change.reset()} />}
      <Dialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={title}
        buttons={
          <>
            <Button variant="default" onClick={() => setAsked(false)}>
              {leave}
            </Button>
            <Button loading={change.isPending} onClick={turn}>
              {act}
            </Button>
          </>
        }
      >
        {dryRun ? (
          <ul className={css.consequences}>
            {words.consequences(written).map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p>{words.stopText}</p>
        )}
      </Dialog>
    </>
  )
}
