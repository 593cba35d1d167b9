import { IconCircleCheck, IconCircleOff, IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { ApiProblem, type FindingRule } from '../../client.generated.ts'
import { setsFindingRules, useFindingRules } from '../../data/findings.ts'
import { useMe } from '../../data/me.ts'
import { Action } from '../../parts/action.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Table } from '../../parts/table.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { ChangeRule } from './change-rule.tsx'
import css from './findings.module.css'
import { ForOverseers } from './for-overseers.tsx'
import { useSaid } from './say.ts'

const shapes = {
  on: { icon: IconCircleCheck, tone: 'quiet' },
  preview: { icon: IconEye, tone: 'quiet' },
  off: { icon: IconCircleOff, tone: 'due' },
} as const

/** Every rule and how it is set; the program lead changes one and sees before saving what that opens. */
export const RulesPage = () => {
  const { t } = useTexts()
  const words = useFindingsTexts()
  const { data: me } = useMe()
  const { data, error, refetch } = useFindingRules()
  return (
    <Page title={words.rules.name} crumbs={[{ label: words.group }, { label: words.name, to: '/findings' }, { label: words.rules.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : data ? (
          <Rules rules={data.rules} sets={setsFindingRules(me?.person)} />
        ) : error === null ? (
          <SkeletonRows rows={10} busy={t.loading} title={words.rules.name} />
        ) : error instanceof ApiProblem && error.status === 403 ? (
          <ForOverseers />
        ) : (
          <Trouble heading title={t.trouble.pageTitle} error={error} retry={() => void refetch()} />
        )}
      </Sheet>
    </Page>
  )
}

const Rules = ({ rules, sets }: { rules: readonly FindingRule[]; sets: boolean }) => {
  const { rules: words, tonight, kinds } = useFindingsTexts()
  const said = useSaid()
  const [chosen, setChosen] = useState<string | null>(null)
  const [saved, setSaved] = useState(false)
  const open = rules.find(({ rule }) => rule === chosen)
  const { columns } = words
  return (
    <>
      <PageHead
        title={words.title(rules.filter(({ mode }) => mode !== 'off').length, rules.length)}
        ways={
          <ButtonLink to="/findings/effects" variant="default">
            {tonight.toDone}
          </ButtonLink>
        }
      >
        <p>{words.lead}</p>
        <p role="status">{saved ? words.saved : ''}</p>
      </PageHead>
      {open && (
        <ChangeRule
          key={open.rule}
          rule={open}
          onDone={after => {
            setSaved(after === 'saved')
            setChosen(null)
          }}
        />
      )}
      <div className={css.part}>
        <Table
          caption={words.caption}
          columns={[
            columns.rule,
            columns.about,
            columns.mode,
            columns.cap,
            columns.live,
            columns.effect,
            ...(sets ? [columns.change] : []),
          ]}
          rows={rules.map(rule => ({
            key: rule.rule,
            cells: [
              <span id={rule.rule}>
                <b>{said.rule(rule)}</b>
                <small>{rule.rule}</small>
              </span>,
              kinds[rule.subject],
              <Tag icon={shapes[rule.mode].icon} tone={shapes[rule.mode].tone}>
                {words.modes[rule.mode]}
              </Tag>,
              rule.cap === null ? <span className={css.quiet}>{words.noCap}</span> : rule.cap,
              String(rule.live),
              rule.effect === null ? (
                <span className={css.quiet}>{words.noEffect}</span>
              ) : rule.effect.mode === 'off' ? (
                words.modes.off
              ) : (
                words.effectOf(words.modes[rule.effect.mode], rule.effect.cap)
              ),
              ...(sets
                ? [
                    <Action
                      aria-label={words.changeOf(said.rule(rule))}
                      onClick={() => {
                        setSaved(false)
                        setChosen(rule.rule)
                      }}
                    >
                      {words.change}
                    </Action>,
                  ]
                : []),
            ],
          }))}
        />
      </div>
    </>
  )
}
