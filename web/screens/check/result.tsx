import { Button } from '@mantine/core'
import { IconArrowBackUp, IconBuildingCommunity, IconHandStop, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Charter } from '../../data/charter-guide.ts'
import type { Check, Decision } from '../../client.generated.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { useMe } from '../../data/me.ts'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { TierBar } from '../../parts/tier-bar.tsx'
import { Verdict } from '../../parts/verdict.tsx'
import { useTexts } from '../../texts/language.tsx'
import { Answers } from './answer-list.tsx'
import { Checklist } from './checklist.tsx'
import { forgetDraft, useDraft } from './draft.ts'
import { Faster } from './faster.tsx'
import { needsOf } from './needs.ts'
import { PrintFoot, PrintHead } from './print.tsx'
import { Reach } from './contacts.tsx'
import css from './result.module.css'
import { asTier, stoppedSentence, tierNames, verdictSentence } from './sentences.ts'

/** The answer: verdict first, bar second, reasons third; then who does what, what would make it faster, whom to ask. */
export const Result = ({ charter, decision }: { charter: Charter; decision: Check }) => {
  const { t, language } = useTexts()
  const { data: me } = useMe()
  const draft = useDraft()
  const names = tierNames(charter)
  const range = [asTier(decision.range[0]), asTier(decision.range[1])] as const
  const needs = needsOf(t, charter, decision, { label: t.result.you, person: me?.person?.name ?? null, own: true })
  const words = charter.verdicts[decision.verdict]
  const contact = charter.contacts.find(({ id }) => id === words?.contact)
  const stopped = decision.verdict === 'refused'
  const halted = stoppedSentence(t, charter, decision, language)
  return (
    <Page
      title={t.result.title}
      crumbs={[{ label: t.shell.build }, { label: t.check.name, to: '/check' }, { label: t.result.title }]}
      paper={null}
      actions={
        <Button variant="default" size="sm" leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={() => print()}>
          {t.result.print}
        </Button>
      }
    >
      <div className={css.layout}>
        <div className={css.answer}>
          <PrintHead name={draft.name} />
          <Verdict>{verdictSentence(t, decision)}</Verdict>
          {!stopped && (
            <div className={css.bar}>
              <TierBar range={range} names={names} label={t.result.bar(names[range[1] - 1] ?? '')} />
            </div>
          )}
          {halted !== null && (
            <div className={css.halt}>
              <Note tone="due" icon={IconHandStop} title={halted}>
                {t.result.stoppedText}
              </Note>
            </div>
          )}
          <Reasons decision={decision} names={names} meaning={words?.text ?? ''} />
          {stopped ? (
            <section className={css.section}>
              <h2>{t.result.wayOn}</h2>
              <ul className={css.ways}>
                <li>
                  <Link to="/check" search={{ page: pageOf(charter, draft.path, decision) }}>
                    <IconArrowBackUp size={16} stroke={1.6} aria-hidden />
                    {t.result.changeThat}
                  </Link>
                </li>
                {contact && (
                  <li>
                    <span>
                      <IconBuildingCommunity size={16} stroke={1.6} aria-hidden />
                      {contact.name}: <Reach to={contact.reach} />
                    </span>
                  </li>
                )}
              </ul>
            </section>
          ) : (
            <section className={css.section}>
              <div className={css.head}>
                <h2>{t.result.needed}</h2>
                <span>{needs.length > 0 && t.result.items(needs.length)}</span>
              </div>
              {needs.length === 0 ? <p className={css.quiet}>{t.result.nothingNeeded}</p> : <Checklist needs={needs} />}
            </section>
          )}
          {!stopped && (
            <div className={css.buttons}>
              <ButtonLink to="/check/register" size="lg">
                {t.result.register}
              </ButtonLink>
              <ButtonLink to="/check/result" hash="answers" variant="default" size="lg">
                {t.result.changeAnswer}
              </ButtonLink>
            </div>
          )}
          <p className={css.again}>
            <Link to="/check" onClick={forgetDraft}>
              {t.result.another}
            </Link>
          </p>
        </div>
        <div className={css.side}>
          <Faster decision={decision} names={names} />
          {contact && (
            <section>
              <h2>{t.result.person}</h2>
              <p className={css.person}>
                <b>{contact.name}</b>
                {contact.for}
                <span>
                  <Reach to={contact.reach} />
                </span>
              </p>
            </section>
          )}
          <Answers charter={charter} draft={draft} />
          <p className={css.stamp}>
            {t.charterLine(charter.version, '')}
            <br />
            {t.result.notStored}
          </p>
        </div>
        <PrintFoot charter={charter.version} />
      </div>
    </Page>
  )
}

/** Why, in the charter's words, each with the rule that says so. */
const Reasons = ({ decision, names, meaning }: { decision: Decision; names: readonly string[]; meaning: string }) => {
  const { t } = useTexts()
  const [lowest = '', highest = ''] = decision.range.map(tier => names[tier - 1])
  const said = decision.verdict === 'refused' ? decision.prohibited : decision.reasons
  return (
    <div className={css.reasons}>
      <p>
        {decision.verdict !== 'refused' && `${lowest === highest ? t.result.itIs(highest) : t.result.itCouldBe(lowest, highest)} `}
        {meaning}
      </p>
      {said.length === 0 ? (
        <p>{t.result.nothingRaised}</p>
      ) : (
        <ul>
          {said.map(({ rule, because }) => (
            <li key={rule}>
              {because}{' '}
              <span>
                (
                <Link to="/charter" hash={rule}>
                  {t.result.rule(rule)}
                </Link>
                )
              </span>
            </li>
          ))}
        </ul>
      )}
      {decision.prohibited.length === 0 && decision.verdict !== 'clarify' && <p>{t.result.nothingProhibited}</p>}
    </div>
  )
}

/** The page whose answer led to the prohibition, as far as the asked pages tell. */
const pageOf = (charter: Charter, path: readonly string[], decision: Decision): string | undefined => {
  const facts = decision.reasons.flatMap(({ facts }) => facts)
  const pages = facts.flatMap(fact => charter.questions.find(({ id }) => id === fact)?.page ?? [])
  return pages.findLast(page => path.includes(page)) ?? path.at(-1)
}
