import { Textarea } from '@mantine/core'
import type { Charter } from '../../client.generated.ts'
import { useRegistryTexts } from '../../texts/registry/use.ts'
import parts from './parts.module.css'

interface KindFieldsProps {
  asks: Charter['kinds'][number]['asks']
  answers: Readonly<Record<string, string>>
  onChange: (answers: Record<string, string>) => void
  about: (field: string) => string | undefined
}

/** What is asked besides of a solution of this kind. */
export const KindFields = ({ asks, answers, onChange, about }: KindFieldsProps) => {
  const words = useRegistryTexts()
  if (asks.length === 0) return null
  return (
    <section className={parts.part}>
      <h2>{words.asks}</h2>
      <p className={parts.quiet}>{words.asksLead}</p>
      {asks.map(({ id, text }) => (
        <Textarea
          key={id}
          id={`answers.${id}`}
          label={text}
          rows={2}
          value={answers[id] ?? ''}
          onChange={event => onChange({ ...answers, [id]: event.currentTarget.value })}
          error={about(`answers.${id}`)}
        />
      ))}
    </section>
  )
}
