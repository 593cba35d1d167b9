import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { TierGuide } from '../../data/charter-guide.ts'
import { useTierGuide } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Page } from '../../parts/page.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Verdict } from '../../parts/verdict.tsx'
import { useTexts } from '../../texts/language.tsx'
import { CopyLink } from './copy-link.tsx'
import css from './document.module.css'
import { DocumentFoot } from './document-foot.tsx'

interface DocumentProps {
  title: string
  /** The way to the charter's other page. */
  other: ReactNode
  /** On paper: set closer, so that all of it fits. */
  close?: boolean
  children: (guide: TierGuide) => ReactNode
}

/** A page of the charter: reads and prints as a document, with a thick rule on top and a dated foot. */
export const Document = ({ title, other, close = false, children }: DocumentProps) => {
  const { t } = useTexts()
  const { data: me } = useMe()
  const guide = useTierGuide()
  const named = useLocation({ select: ({ hash }) => hash })
  const ready = guide.data !== undefined
  // A link to one rule is followed once the rules are there.
  useEffect(() => {
    if (ready && named !== '') document.getElementById(named)?.scrollIntoView({ block: 'center' })
  }, [ready, named])
  return (
    <Page
      title={title}
      actions={
        <>
          <Button variant="default" size="sm" leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={() => print()}>
            {t.charter.print}
          </Button>
          <ButtonLink to="/check" size="sm">
            {t.check.name}
          </ButtonLink>
        </>
      }
    >
      <div className={css.sheet} data-close={close || undefined}>
        {guide.data !== undefined ? (
          <>
            <div className={css.head}>
              <p className={css.kicker}>
                {guide.data.title}
                {me !== undefined && <span> · {me.demo ? t.demoData(me.company) : me.company}</span>}
              </p>
              <div className={css.ways}>
                {other}
                <CopyLink />
              </div>
              <Verdict size="document">{title}</Verdict>
            </div>
            {children(guide.data)}
            <DocumentFoot guide={guide.data} />
          </>
        ) : guide.error === null ? (
          <SkeletonRows rows={8} busy={t.loading} title={title} />
        ) : (
          <Trouble heading title={t.trouble.partTitle(t.charter.name)} error={guide.error} retry={() => void guide.refetch()} />
        )}
      </div>
    </Page>
  )
}
