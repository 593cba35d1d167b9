import type { Review } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useTexts } from '../../texts/language.tsx'
import { useReviewTexts } from '../../texts/review/use.ts'

/**
 * What stands in the way of a yes: the charter's own sentences come in the reader's language, all others from the catalogue. What
 * stands in the way of a tool is the tool list's, and English.
 */
export const InTheWay = ({ review: { kind, standsInTheWay } }: { review: Review }) => {
  const { language } = useTexts()
  const words = useReviewTexts()
  const { data: charter } = useCharter()
  const known: Readonly<Record<string, string>> = words.inTheWay
  const say = (text: string): string => known[text.replace(/\d+/u, '1')]?.replace('1', /\d+/u.exec(text)?.[0] ?? '1') ?? text
  return (
    <ul>
      {standsInTheWay.map(({ field, reason, remedy }) => {
        const question = charter?.questions.find(({ id }) => field === `facts.${id}`)
        const said = question ? words.page.unsettled(question.title) : say(reason)
        return (
          <li key={reason} lang={kind === 'tool' && language !== 'en' && said === reason ? 'en' : undefined}>
            {said} {say(remedy)}
          </li>
        )
      })}
    </ul>
  )
}
