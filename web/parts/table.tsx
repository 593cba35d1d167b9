import type { ReactNode } from 'react'
import css from './table.module.css'

export interface Row {
  key: string
  /** The first cell names the row; the rest stand under their columns. */
  cells: readonly ReactNode[]
}

interface TableProps {
  caption: string
  columns: readonly string[]
  rows: readonly Row[]
  /** The columns of numbers, which stand under each other by their last digit. */
  numbers?: readonly string[]
}

/** Rows under named columns; on a phone each row is a block, and each cell carries its column's name. */
export const Table = ({ caption, columns, rows, numbers = [] }: TableProps) => (
  <table className={css.table}>
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map(column => (
          <th scope="col" key={column} data-number={numbers.includes(column) || undefined}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, cells: [name, ...cells] }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {cells.map((cell, index) => (
            <td
              key={columns[index + 1]}
              data-filled={isFilled(cell) || undefined}
              data-number={numbers.includes(columns[index + 1] ?? '') || undefined}
            >
              <span className={css.label} aria-hidden="true">
                {columns[index + 1]}
              </span>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const isFilled = (cell: ReactNode): boolean => cell !== undefined && cell !== null && cell !== false && cell !== ''
