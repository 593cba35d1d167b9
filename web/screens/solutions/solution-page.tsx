import { useParams, useSearch } from '@tanstack/react-router'
import { useCharter } from '../../data/charter.ts'
import type { Solution } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Avatar } from '../../parts/avatar.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { exactly, moment } from '../../texts/moments.ts'
import { asTier, tierNames } from '../check/sentences.ts'
import { Answer } from './answer.tsx'
import { Facts } from './facts.tsx'
import { History } from './history.tsx'
import css from './solution-page.module.css'
import { StateTag } from './state-tag.tsx'
import { WithSolution } from './with-solution.tsx'

/** One solution: what it is called and does, five facts in a strip, what it touches, and its history. */
export const SolutionPage = () => {
  const { key } = useParams({ from: '/solutions/$key' })
  return <WithSolution solutionKey={key}>{solution => <Overview solution={solution} />}</WithSolution>
}

const Overview = ({ solution }: { solution: Solution }) => {
  const { t, language } = useTexts()
  const { data: me } = useMe()
  const { data: charter } = useCharter()
  const { done } = useSearch({ from: '/solutions/$key' })
  const { key, name, purpose, state, tier, owner, maker, changedAt, facts, history } = solution
  const mine = me?.person?.id === maker.id || me?.person?.id === owner.id
  return (
    <Page title={`${key} ${name}`} crumbs={[{ label: t.shell.registry }, { label: t.solutions.name, to: '/solutions' }, { label: key }]}>
      <Sheet>
        <p role="status" className={css.done}>
          {done === 'registered' ? t.register.done(key) : done === 'saved' ? t.edit.saved : ''}
        </p>
        <div className={css.head}>
          <div>
            <div className={css.title}>
              <h1 tabIndex={-1}>{name}</h1>
              <StateTag state={state} />
            </div>
            <p className={css.purpose}>{purpose}</p>
          </div>
          {mine && (
            <ButtonLink to="/solutions/$key/edit" params={{ key }}>
              {t.solution.edit}
            </ButtonLink>
          )}
        </div>
        <dl className={css.strip}>
          <div>
            <dt>{t.solution.tier}</dt>
            <dd>
              <TierMark tier={asTier(tier)} />
              {charter && tierNames(charter)[tier - 1]}
            </dd>
          </div>
          <Person label={t.solution.owner} name={owner.name} />
          <Person label={t.solution.maker} name={maker.name} />
          <div>
            <dt>{t.solution.changed}</dt>
            <dd>
              <time dateTime={changedAt} title={exactly(changedAt, language)}>
                {moment(changedAt, language)}
              </time>
            </dd>
          </div>
          <div>
            <dt>{t.solution.key}</dt>
            <dd className={css.key}>{key}</dd>
          </div>
        </dl>
        <div className={css.columns}>
          <div>
            <section>
              <h2>{t.solution.facts}</h2>
              {charter && <Facts charter={charter} facts={facts} />}
            </section>
            {charter && <Answer charter={charter} solution={solution} mine={mine} />}
          </div>
          <History history={history} />
        </div>
      </Sheet>
    </Page>
  )
}

const Person = ({ label, name }: { label: string; name: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <Avatar name={name} />
      {name}
    </dd>
  </div>
)
