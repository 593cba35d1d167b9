import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem, type Check } from '../../client.generated.ts'
import { useCharter, useDecision } from '../../data/charter.ts'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { sendable } from './answers.ts'
import { forgetDraft, useDraft } from './draft.ts'
import { Result } from './result.tsx'
import { Wizard } from './wizard.tsx'

export const WizardPage = () => <Checked show="wizard" />

export const ResultPage = () => {
  const { facts } = useDraft()
  return Object.keys(facts).length === 0 ? <Navigate to="/check" replace /> : <Checked show="result" />
}

/** Wizard and result stand on the same two answers: the charter, and what it says to the draft's facts. */
const Checked = ({ show }: { show: 'wizard' | 'result' }) => {
  const { t } = useTexts()
  const draft = useDraft()
  const charter = useCharter()
  const decision = useDecision(sendable(draft.facts))
  const [last, setLast] = useState<Check | null>(null)
  if (decision.data !== undefined && decision.data !== last) setLast(decision.data)
  const failed = charter.error === null ? decision : charter
  // What was answered under another charter, or was tampered with, is no longer understood.
  const outdated = failed.error instanceof ApiProblem && failed.error.status === 400
  if (charter.data !== undefined && decision.data !== undefined) {
    const wizard = <Wizard charter={charter.data} decision={decision.data} settled={!decision.isPlaceholderData} />
    return show === 'wizard' ? wizard : <Result charter={charter.data} decision={decision.data} />
  }
  // A connection that fails in the middle of the questions costs the panel, not the page.
  if (show === 'wizard' && charter.data !== undefined && last !== null && decision.error !== null && !outdated)
    return (
      <Wizard
        charter={charter.data}
        decision={last}
        settled={false}
        failure={{ error: decision.error, retry: () => void decision.refetch() }}
      />
    )
  return (
    <Page title={t.check.name} crumbs={[{ label: t.shell.build }, { label: t.check.name }]}>
      <Sheet>
        {failed.error === null ? (
          <SkeletonRows rows={6} busy={t.loading} title={t.check.name} />
        ) : outdated ? (
          <Note heading title={t.check.outdated} action={<Action onClick={forgetDraft}>{t.check.startAgain}</Action>}>
            {t.check.outdatedText}
          </Note>
        ) : (
          <Trouble heading title={t.trouble.partTitle(t.check.name)} error={failed.error} retry={() => void failed.refetch()} />
        )}
      </Sheet>
    </Page>
  )
}
