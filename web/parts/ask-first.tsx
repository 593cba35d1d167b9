import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Dialog } from './dialog.tsx'
import { Trouble } from './trouble.tsx'

interface AskFirstProps {
  /** What is done, in a word or two: on the button that asks, and on the one that does it. */
  act: string
  /** In place of a button that says that. */
  button?: (ask: () => void) => ReactNode
  title: string
  /** What comes of it, in a sentence or two. */
  children: string
  /** What leaves everything as it is. */
  leave: string
  step: { error: Error | null; isPending: boolean; reset: () => void }
  /** Takes the step; `close` closes the question, whatever came of it. */
  onTake: (close: () => void) => void
  /** What is said above the reason where the step failed. */
  failed: string
}

/** A step that is asked about once more before it is taken. */
export const AskFirst = ({ act, button, title, children, leave, step, onTake, failed }: AskFirstProps) => {
  const [asked, setAsked] = useState(false)
  const ask = () => setAsked(true)
  const close = () => setAsked(false)
  return (
    <>
      {button ? (
        button(ask)
      ) : (
        <Button variant="default" onClick={ask}>
          {act}
        </Button>
      )}
      {step.error && <Trouble title={failed} error={step.error} retry={step.reset} />}
      <Dialog
        opened={asked}
        onClose={close}
        title={title}
        buttons={
          <>
            <Button variant="default" onClick={close}>
              {leave}
            </Button>
            <Button loading={step.isPending} onClick={() => onTake(close)}>
              {act}
            </Button>
          </>
        }
      >
        <p>{children}</p>
      </Dialog>
    </>
  )
}
