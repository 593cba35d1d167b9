import type { Tool } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { useTools } from '../../data/tools.ts'
import { useTexts } from '../../texts/language.tsx'
import { tierNames } from '../check/sentences.ts'
import css from './tool-page.module.css'

/** What a tool may see, and up to which tier. */
export const Uses = ({ tool: { approvedFor, redact } }: { tool: Pick<Tool, 'approvedFor' | 'redact'> }) => {
  const { t } = useTexts()
  const tools = useTools()
  const charter = useCharter()
  // In the charter's order, as the matrix has them.
  const uses = (tools.data?.dataClasses ?? []).flatMap(({ id, name }) => {
    const use = approvedFor.find(({ dataClass }) => dataClass === id)
    return use ? [{ id, name, highestTier: use.highestTier }] : []
  })
  const tiers = charter.data ? tierNames(charter.data) : []
  return (
    <ul className={css.uses}>
      {uses.map(({ id, name, highestTier }) => {
        const limits = [
          ...(highestTier < 4 ? [t.tools.atMost(tiers[highestTier - 1] ?? '')] : []),
          ...(redact.includes(id) ? [t.tools.masked] : []),
        ]
        return (
          <li key={id}>
            {name}
            {limits.length > 0 && <small>{limits.join(', ')}</small>}
          </li>
        )
      })}
    </ul>
  )
}
