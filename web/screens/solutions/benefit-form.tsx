import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Solution } from '../../client.generated.ts'
import { useEdit } from '../../data/solutions.ts'
import { Form } from '../../parts/form.tsx'
import { useTexts } from '../../texts/language.tsx'
import { useSolutionTexts } from '../../texts/solution/use.ts'
import { BenefitFields, benefitFields, type BenefitWords, benefitOf, missingInBenefit, wordsOfBenefit } from './benefit-fields.tsx'

/** Says what it should bring, and how it was before. */
export const BenefitForm = ({ solution: { key, version, name, purpose, benefit, draft, facts } }: { solution: Solution }) => {
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
