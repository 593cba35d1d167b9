import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { useUnits } from '../../data/people.ts'
import { Action } from '../../parts/action.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { AddUnit, ChangeUnit } from './unit-forms.tsx'
import { type Branch, treeOf, type Unit } from './unit-tree.ts'
import css from './units-page.module.css'

/** The company as a tree, today or as it was on a day. */
export const UnitsPage = () => {
  const { t } = useTexts()
  const words = t.directory.units
  const { at } = useSearch({ from: '/units' })
  const navigate = useNavigate({ from: '/units' })
  const { data: me } = useMe()
  const units = useUnits(at === undefined ? undefined : `${at}T23:59:59Z`)
  const signedOut = me?.person === null || (units.error instanceof ApiProblem && units.error.status === 401)
  const runs = me?.person?.roles.includes('administrator') === true && at === undefined
  return (
    <Page title={words.name} crumbs={[{ label: t.shell.admin }, { label: words.name }]}>
      <Sheet>
        {signedOut ? (
          <SignInFirst lead={t.directory.people.signIn} />
        ) : (
          <>
            <div className={css.head}>
              <h1 tabIndex={-1}>{units.data === undefined ? words.name : words.title(units.data.units.length)}</h1>
              <TextInput
                type="date"
                label={words.asOf}
                value={at ?? ''}
                onChange={event =>
                  void navigate({ search: { at: event.currentTarget.value === '' ? undefined : event.currentTarget.value } })
                }
              />
              {at !== undefined && (
                <Button variant="default" onClick={() => void navigate({ search: {} })}>
                  {words.today}
                </Button>
              )}
            </div>
            {units.data === undefined ? (
              units.error === null ? (
                <SkeletonRows rows={8} busy={t.loading} />
              ) : (
                <Trouble title={t.trouble.partTitle(words.name)} error={units.error} retry={() => void units.refetch()} />
              )
            ) : units.data.units.length === 0 ? (
              <Note empty title={words.none}>
                {words.noneText}
              </Note>
            ) : (
              <Tree branches={treeOf(units.data.units)} all={units.data.units} runs={runs} />
            )}
            {runs && <AddUnit units={units.data?.units ?? []} />}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Tree = ({ branches, all, runs }: { branches: readonly Branch[]; all: readonly Unit[]; runs: boolean }) => (
  <ul className={css.tree}>
    {branches.map(branch => (
      <li key={branch.id}>
        <UnitLine unit={branch} all={all} runs={runs} />
        {branch.below.length > 0 && <Tree branches={branch.below} all={all} runs={runs} />}
      </li>
    ))}
  </ul>
)

const UnitLine = ({ unit, all, runs }: { unit: Unit; all: readonly Unit[]; runs: boolean }) => {
  const { t } = useTexts()
  const words = t.directory.units
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className={css.line}>
        <div className={css.said}>
          <b>{unit.name}</b>
          {unit.code !== null && <span className={css.code}>{unit.code}</span>}
          <span>
            {words.people(unit.people)},{' '}
            {unit.lead === null ? (
              words.noLead
            ) : (
              <Link to="/people/$person" params={{ person: unit.lead.id }}>
                {words.lead(unit.lead.name)}
              </Link>
            )}
          </span>
        </div>
        {runs && (
          <Action aria-expanded={open} aria-label={words.changeNamed(unit.name)} onClick={() => setOpen(!open)}>
            {words.change}
          </Action>
        )}
      </div>
      {open && <ChangeUnit unit={unit} units={all} onDone={() => setOpen(false)} />}
    </>
  )
}
