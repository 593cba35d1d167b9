import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCharter } from '../../data/charter.ts'
import { useMe } from '../../data/me.ts'
import { useRegister } from '../../data/solutions.ts'
import { ButtonLink } from '../../parts/button-link.tsx'
import { Note } from '../../parts/note.tsx'
import { Page } from '../../parts/page.tsx'
import { Sheet } from '../../parts/sheet.tsx'
import { SkeletonRows } from '../../parts/skeleton.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import { SignInFirst } from '../access/sign-in-first.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { BenefitFields, benefitFields, benefitOf, isBlank, missingInBenefit, readBenefit } from '../solutions/benefit-fields.tsx'
import { KindFields } from '../solutions/kind-fields.tsx'
import { Similar } from '../solutions/similar.tsx'
import { SolutionForm } from '../solutions/solution-form.tsx'
import { sendable } from './answers.ts'
import { changeDraft, forgetDraft, useDraft } from './draft.ts'
import css from './register-page.module.css'

/** From a checked idea to a solution: a name behind it, what it is called, what it is for. */
export const RegisterPage = () => {
  const { t } = useTexts()
  const draft = useDraft()
  const navigate = useNavigate()
  const { data: me } = useMe()
  const register = useRegister()
  const words = useRegistryTexts()
  const { value } = useSolutionTexts()
  const { data: charter, error, refetch } = useCharter()
  const benefit = readBenefit(value, draft.benefit)
  const asks = charter?.kinds.find(({ id }) => id === draft.facts['kind'])?.asks ?? []
  const send = (): void =>
    register.mutate(
      {
        name: draft.name,
        purpose: draft.purpose,
        facts: sendable(draft.facts),
        requestId: draft.requestId,
        ...(!isBlank(benefit) && { benefit: benefitOf(benefit) }),
        answers: Object.fromEntries(Object.entries(draft.answers ?? {}).filter(([, answer]) => answer.trim() !== '')),
      },
      {
        onSuccess: ({ key }) => {
          void navigate({ to: '/solutions/$key', params: { key }, search: { done: 'registered' } }).then(forgetDraft)
        },
      },
    )
  return (
    <Page title={t.register.title} crumbs={[{ label: t.shell.build }, { label: t.check.name, to: '/check' }, { label: t.result.register }]}>
      <Sheet width="reading">
        {Object.keys(draft.facts).length === 0 ? (
          <>
            <h1 tabIndex={-1}>{t.register.title}</h1>
            <div className={css.nothing}>
              <Note empty title={t.register.unanswered} action={<Link to="/check">{t.check.name}</Link>} />
            </div>
          </>
        ) : me?.person === null ? (
          <SignInFirst title={t.register.first} lead={t.register.firstLead} />
        ) : (
          <>
            <h1 tabIndex={-1}>{t.register.title}</h1>
            <p className={css.lead}>{t.register.lead}</p>
            {charter && me ? (
              <SolutionForm
                words={draft}
                onChange={({ name, purpose }) => changeDraft({ name, purpose })}
                onSubmit={send}
                error={register.error}
                check={() => (isBlank(benefit) ? [] : missingInBenefit(value, benefit))}
                moreFields={[...asks.map(({ id }) => `answers.${id}`), ...benefitFields]}
                more={about => (
                  <>
                    <Similar name={draft.name} purpose={draft.purpose} facts={sendable(draft.facts)} />
                    <KindFields asks={asks} answers={draft.answers ?? {}} onChange={answers => changeDraft({ answers })} about={about} />
                    <section className={css.part}>
                      <h2>{words.benefit}</h2>
                      <p className={css.quiet}>{words.benefitLead}</p>
                      <BenefitFields given={benefit} onChange={given => changeDraft({ benefit: { ...given } })} about={about} />
                    </section>
                  </>
                )}
              >
                <Button type="submit" size="lg" loading={register.isPending}>
                  {t.register.submit}
                </Button>
                <ButtonLink to="/check/result" variant="default" size="lg">
                  {t.back}
                </ButtonLink>
              </SolutionForm>
            ) : error === null ? (
              // What the form asks hangs on both: a button that moves while it is pressed is not pressed.
              <SkeletonRows rows={6} busy={t.loading} />
            ) : (
              <Trouble title={t.trouble.partTitle(t.register.title)} error={error} retry={() => void refetch()} />
            )}
          </>
        )}
      </Sheet>
    </Page>
  )
}
