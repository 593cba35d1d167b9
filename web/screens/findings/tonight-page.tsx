import { ApiProblem, type Finding, type PreviewTonightOutput } from '../../client.generated.ts'
import { useMe } from '../../data/me.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFindingsTexts } from '../../texts/findings/use.ts'
import { useTexts } from '../../texts/language.tsx'
import { SignInFirst } from '../access/sign-in-first.tsx'
import css from './findings.module.css'
import { ForOverseers } from './for-overseers.tsx'
import { useForeseen } from './foreseen.ts'
import { useSaid } from './say.ts'
import { Severity } from './severity.tsx'
import { Stops } from './stops.tsx'
import { SubjectLink } from './subject-link.tsx'

type Foreseen = PreviewTonightOutput['opens'][number]

/** What tonight's look at everything will open and clear, rule by rule, with whom it is about by name. */
export const TonightPage = () => {
  const { t } = useTexts()
  const words = useFindingsTexts()
  const { tonight } = words
  const { data: me } = useMe()
  const { opens, clears, effects, moreEffects, looked, whole, error, retry } = useForeseen()
  const counted = opens.filter(({ mode }) => mode === 'on').length
  const stopped = effects.filter(({ mode, answer }) => mode === 'on' && answer === 'act').length
  return (
    <Page title={tonight.name} crumbs={[{ label: words.group }, { label: words.name, to: '/findings' }, { label: tonight.name }]}>
      <Sheet>
        {me?.person === null ? (
          <SignInFirst title={t.trouble.signInTitle} lead={words.signIn} />
        ) : error instanceof ApiProblem && error.status === 403 ? (
          <ForOverseers />
        ) : (
          <>
            <PageHead
              title={whole ? tonight.title(counted, clears.length, stopped) : tonight.name}
              ways={
                <ButtonLink to="/findings/effects" variant="default">
                  {tonight.toDone}
                </ButtonLink>
              }
            >
              <p>{tonight.lead}</p>
              <p role="status">{whole ? tonight.looked(looked) : error === null ? tonight.looking(looked) : ''}</p>
            </PageHead>
            {error && <Trouble title={t.trouble.partTitle(tonight.failed)} error={error} retry={retry} />}
            {!whole && error === null ? (
              <SkeletonRows rows={6} busy={t.loading} />
            ) : (
              <>
                <Stops effects={effects} more={moreEffects} />
                <Part title={tonight.opens} findings={opens} />
                <Part title={tonight.clears} findings={clears} />
              </>
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}

const Part = ({ title, findings }: { title: string; findings: readonly (Foreseen | Finding)[] }) => {
  const words = useFindingsTexts().tonight
  const said = useSaid()
  const rules = [...Map.groupBy(findings, ({ rule }) => rule)]
  return (
    <section className={css.part}>
      <h2>{title}</h2>
      {rules.length === 0 && <Note empty title={words.none} />}
      {rules.map(([rule, about]) => (
        <div key={rule} className={css.rule}>
          <h3>{words.of(said.rule({ rule }), about.length)}</h3>
          {about.some(each => 'mode' in each && each.mode === 'preview') && <p className={css.quiet}>{words.preview}</p>}
          <ul className={css.list}>
            {about.map(each => (
              <li key={`${each.subject.kind} ${each.subject.id}`}>
                <span>
                  <SubjectLink subject={each.subject} />
                  <small>{said.why({ says: said.rule(each), ...each })}</small>
                </span>
                <Severity severity={each.severity} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
