import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Checkpoint, LedgerReport } from '../../client.generated.ts'
import { useVerification } from '../../data/ledger.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useLedgerTexts } from '../../texts/ledger/use.ts'
import css from './ledger.module.css'

/** The signed head to keep elsewhere, and the verification of everything. */
export const Head = ({ checkpoint }: { checkpoint: Checkpoint | undefined }) => {
  const words = useLedgerTexts()
  const verification = useVerification()
  const [copied, setCopied] = useState(false)
  return (
    <section className={css.part}>
      <h2>{words.head}</h2>
      <p>{words.headText}</p>
      {checkpoint && <pre className={css.note}>{checkpoint.note}</pre>}
      <div className={css.buttons}>
        {checkpoint && (
          <Button variant="default" onClick={() => void navigator.clipboard.writeText(checkpoint.note).then(() => setCopied(true))}>
            {words.copy}
          </Button>
        )}
        <Button variant="default" loading={verification.isPending} onClick={() => verification.mutate()}>
          {words.verify}
        </Button>
        <span className={css.quiet}>{words.verifyText}</span>
      </div>
      <p role="status">{copied ? words.copied : ''}</p>
      {verification.error && <Trouble title={words.verify} error={verification.error} retry={() => verification.mutate()} />}
      <div role="status">{verification.data && <Report report={verification.data} />}</div>
      <p>{words.exportText}</p>
      <pre className={css.note}>{words.exportCommand}</pre>
    </section>
  )
}

const Report = ({ report: { ok, ledger, faults } }: { report: LedgerReport }) => {
  const { language } = useTexts()
  const words = useLedgerTexts()
  const all = [...(ledger?.faults ?? []), ...faults.map(({ says }) => ({ says, entry: null }))]
  return (
    <>
      <p>{ok ? words.good((ledger?.entries ?? 0).toLocaleString(language)) : words.bad(all.length)}</p>
      {ledger && (
        <p>
          {words.key}: <code>{ledger.vkey}</code>
        </p>
      )}
      {all.length > 0 && (
        <ul className={css.faults}>
          {all.map(({ says, entry }) => (
            <li key={`${entry} ${says}`}>
              {entry !== null && `${words.faultAt(entry)}: `}
              {says}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
