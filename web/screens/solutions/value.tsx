import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useEdit } from '../../data/solutions.ts'
import { FactList, FactRow } from '../../parts/fact-row.tsx'
import { Fold } from '../../parts/fold.tsx'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { BenefitFields, benefitFields, type BenefitWords, benefitOf, missingInBenefit, wordsOfBenefit } from './benefit-fields.tsx'
import parts from './parts.module.css'

/** What it should bring, and how it was before: claimed, never shown as measured. */
export const Value = ({ solution }: { solution: Solution }) => {
  const { language } = useTexts()
  const { value: words } = useSolutionTexts()
  const { benefit, you } = solution
  const number = (n: number) => n.toLocaleString(language)
  return (
    <section className={parts.part}>
      <h2 tabIndex={-1}>{words.title}</h2>
      {benefit === null ? (
        <p className={parts.quiet}>{words.none}</p>
      ) : (
        <>
          <FactList>
            <FactRow label={words.promised} note={words.kinds[benefit.kind]}>
              {words.perMonth(number(benefit.perMonth), benefit.unit)}
            </FactRow>
            <FactRow label={words.before}>
              {benefit.baseline === null ? words.notMeasured : words.perMonth(number(benefit.baseline), benefit.unit)}
            </FactRow>
            <FactRow label={words.how}>{benefit.how}</FactRow>
          </FactList>
          <p className={parts.who}>{words.estimate}</p>
        </>
      )}
      {you.may.includes('edit') && (
        <div className={parts.screen}>
          <Fold id="benefit" title={benefit === null ? words.start : words.change}>
            <BenefitForm key={solution.version} solution={solution} />
          </Fold>
        </div>
      )}
    </section>
  )
}

const BenefitForm = ({ solution: { key, version, name, purpose, benefit, draft, facts } }: { solution: Solution }) => {
  const { t, language } = useTexts()
  const { value: words } = useSolutionTexts()
  const edit = useEdit(key)
  const [given, setGiven] = useState<BenefitWords>(() => wordsOfBenefit(words, benefit, language))
  return (
    <Form
      fields={benefitFields}
      check={() => missingInBenefit(words, given)}
      error={edit.error}
      onSubmit={() => edit.mutate({ version, name, purpose, facts: draft?.facts ?? facts, benefit: benefitOf(given) })}
      buttons={
        <Button type="submit" variant="default" loading={edit.isPending}>
          {t.edit.save}
        </Button>
      }
    >
      {about => <BenefitFields given={given} onChange={setGiven} about={about} />}
    </Form>
  )
}
