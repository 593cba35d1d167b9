import {
  IconArchive,
  IconArrowBackUp,
  IconArrowsExchange,
  IconBan,
  IconCircleCheck,
  IconEdit,
  IconFingerprint,
  IconFlag,
  IconNote,
  IconPlayerPause,
  IconRocket,
  IconSend,
  type TablerIcon,
} from '@tabler/icons-react'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useProofDownload } from '../../data/ledger.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { Timeline, TimelineEntry } from '../../parts/timeline.tsx'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import css from './history.module.css'

const icons: Readonly<Record<string, TablerIcon>> = {
  'solution-registered': IconFlag,
  'solution-edited': IconEdit,
  'solution-submitted': IconSend,
  'submission-withdrawn': IconArrowBackUp,
  'solution-returned': IconArrowBackUp,
  'solution-rejected': IconBan,
  'solution-approved': IconCircleCheck,
  'solution-recertified': IconCircleCheck,
  'solution-went-live': IconRocket,
  'solution-handed-over': IconArrowsExchange,
  'solution-stopped': IconPlayerPause,
  'solution-retired': IconArchive,
}

/** What happened to it, newest first; each line with its ledger entry, whether it is sealed, and its proof. */
export const History = ({ solution: { history, sealedUpTo } }: { solution: Solution }) => {
  const { t, language } = useTexts()
  const { data: me } = useMe()
  const download = useProofDownload()
  const titles: Readonly<Record<string, string>> = t.solution.entries
  const [kind, setKind] = useState('')
  const called = (type: string) => titles[type] ?? t.solution.otherEntry(type)
  const kinds = [...new Set(history.map(({ type }) => type))]
  const shown = history.filter(({ type }) => kind === '' || !kinds.includes(kind) || type === kind)
  return (
    <section className={css.history}>
      <h2>{t.solution.history}</h2>
      {kinds.length > 1 && (
        <NativeSelect
          label={t.solution.historyOf}
          value={kind}
          onChange={event => setKind(event.currentTarget.value)}
          data={[{ value: '', label: t.solution.historyAll }, ...kinds.map(value => ({ value, label: called(value) }))]}
          className={css.kinds ?? ''}
        />
      )}
      <Timeline>
        {shown.map(({ entry, type, at, actor, leafIndex }) => {
          const who = actor === null ? t.solution.program : actor.id === me?.person?.id ? t.result.you : actor.name
          return (
            <TimelineEntry key={entry} icon={icons[type] ?? IconNote} title={called(type)}>
              <p>
                {who},{' '}
                <time dateTime={at} title={exactly(at, language)}>
                  {moment(at, language)}
                </time>{' '}
                · {t.solution.ledger(entry)}
              </p>
              <p role="status" className={css.seal}>
                {leafIndex !== null && <IconFingerprint size={14} stroke={1.6} aria-hidden />}
                {leafIndex === null ? t.solution.sealing : sealedUpTo > leafIndex ? t.solution.sealed(sealedUpTo) : t.solution.sealedPlain}
              </p>
              {leafIndex !== null && (
                <Action aria-label={t.solution.proofOf(entry)} onClick={() => download.mutate(entry)}>
                  {t.solution.proof}
                </Action>
              )}
              {download.isError && download.variables === entry && <p role="alert">{t.solution.proofFailed}</p>}
            </TimelineEntry>
          )
        })}
      </Timeline>
    </section>
  )
}
