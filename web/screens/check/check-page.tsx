import { useCharter, useDecision } from '../../data/charter.ts'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { sendable } from './answers.ts'
import { useDraft } from './draft.ts'
import { Result } from './result.tsx'
import { Wizard } from './wizard.tsx'

export const WizardPage = () => <Checked show="wizard" />
export const ResultPage = () => <Checked show="result" />

/** Wizard and result stand on the same two answers: the charter, and what it says to the draft's facts. */
const Checked = ({ show }: { show: 'wizard' | 'result' }) => {
  const { t } = useTexts()
  const draft = useDraft()
  const charter = useCharter()
  const decision = useDecision(sendable(draft.facts))
  if (charter.data !== undefined && decision.data !== undefined) {
    const settled = !decision.isPlaceholderData
    return show === 'wizard' ? (
      <Wizard charter={charter.data} decision={decision.data} settled={settled} />
    ) : (
      <Result charter={charter.data} decision={decision.data} />
    )
  }
  const failed = charter.error === null ? decision : charter
  return (
    <Page title={t.check.name} crumbs={[{ label: t.shell.build }, { label: t.check.name }]}>
      <Sheet>
        {failed.error === null ? <SkeletonRows rows={6} busy={t.loading} title={t.check.name} /> : <Trouble heading title={t.trouble.partTitle(t.check.name)} error={failed.error} retry={() => void failed.refetch()} />}
      </Sheet>
    </Page>
  )
}
