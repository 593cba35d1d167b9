import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SolutionSummary } from '../../client.generated.ts'
import { useCharter } from '../../data/charter.ts'
import { TierMark } from '../../parts/tier-mark.tsx'
import { useTexts } from '../../texts/language.tsx'
import { asTier, tierNames } from '../check/sentences.ts'
import css from './solutions-page.module.css'
import { StateTag } from './state-tag.tsx'

interface TableProps<R extends SolutionSummary> {
  caption: string
  rows: readonly R[]
  /** What stands behind name, tier and state. */
  columns: readonly { title: string; cell: (row: R) => ReactNode }[]
}

/** Solutions as rows, on a phone as cards; the name is the link. */
export const SolutionTable = <R extends SolutionSummary>({ caption, rows, columns }: TableProps<R>) => {
  const { t } = useTexts()
  const charter = useCharter()
  const names = charter.data === undefined ? [] : tierNames(charter.data)
  return (
    <table className={css.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.solutions.columns.name}</th>
          <th scope="col">{t.solutions.columns.tier}</th>
          <th scope="col">{t.solutions.columns.state}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">
              <Link to="/solutions/$key" params={{ key: row.key }}>
                {row.name}
              </Link>
              <span className={css.key}>{row.key}</span>
            </th>
            <td>
              <span className={css.tier}>
                <TierMark tier={asTier(row.tier)} size={18} />
                {names[row.tier - 1]}
              </span>
            </td>
            <td>
              <StateTag state={row.state} />
            </td>
            {columns.map(({ title, cell }) => (
              <td key={title}>
                <span className={css.label}>{title}: </span>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
