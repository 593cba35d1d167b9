import { IconAlertTriangle, IconCheck, IconCircleOff, IconClock, IconEye, IconPlus, IconRefresh, IconStack } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/language.tsx'
import { exactly, moment } from '../texts/moments.ts'
import { Action } from './action.tsx'
import { Note } from './note.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

const shapes = {
  due: { icon: IconClock, tone: 'quiet' },
  failed: { icon: IconRefresh, tone: 'due' },
  sent: { icon: IconCheck, tone: 'quiet' },
  dead: { icon: IconAlertTriangle, tone: 'late' },
  dry: { icon: IconEye, tone: 'quiet' },
  dropped: { icon: IconCircleOff, tone: 'quiet' },
  held: { icon: IconStack, tone: 'quiet' },
  summed: { icon: IconPlus, tone: 'quiet' },
} as const

type State = keyof typeof shapes

interface DeliveryRow<S extends State> {
  key: string
  /** What it is, and for whom: under the columns of that. */
  cells: readonly ReactNode[]
  state: S
  tries: number
  /** Why it was not taken, as a sentence. */
  trouble: string | null
  /** What else became of it. */
  besides?: string | null
  nextAt: string | null
  at: string
  /** Having it tried again, and what that says to those who don't see the row; null for whoever may not. */
  again: { label: string; go: () => void } | null
}

interface DeliveryWords<S extends State> {
  caption: string
  columns: { state: string; when: string; act: string }
  states: Readonly<Record<S, string>>
  tries: (n: number) => string
  next: (when: string) => string
  again: string
}

interface DeliveriesProps<S extends State> {
  words: DeliveryWords<S>
  /** The names of the columns before what became of each. */
  columns: readonly string[]
  rows: readonly DeliveryRow<S>[]
}

/** What was to go out of the house: what became of each, why it was not taken, and a way to have it tried again. */
export const Deliveries = <S extends State>({ words, columns, rows }: DeliveriesProps<S>) => {
  const { state, when, act } = words.columns
  const acts = rows.some(({ again }) => again !== null)
  return (
    <Table
      caption={words.caption}
      columns={[...columns, state, when, ...(acts ? [act] : [])]}
      rows={rows.map(row => ({
        key: row.key,
        cells: [
          ...row.cells,
          <Became row={row} words={words} />,
          <At at={row.at} />,
          ...(acts
            ? [
                row.again && (
                  <Action aria-label={row.again.label} onClick={row.again.go}>
                    {words.again}
                  </Action>
                ),
              ]
            : []),
        ],
      }))}
    />
  )
}

interface NoDeliveriesProps {
  words: { none: string; noneText: string; noneHere: string }
  /** Only some states were asked for. */
  narrowed: boolean
}

export const NoDeliveries = ({ words, narrowed }: NoDeliveriesProps) =>
  narrowed ? (
    <Note empty title={words.noneHere} />
  ) : (
    <Note empty title={words.none}>
      {words.noneText}
    </Note>
  )

const At = ({ at }: { at: string }) => {
  const { language } = useTexts()
  return (
    <time dateTime={at} title={exactly(at, language)}>
      {moment(at, language)}
    </time>
  )
}

const Became = <S extends State>({ row, words }: { row: DeliveryRow<S>; words: DeliveryWords<S> }) => {
  const { language } = useTexts()
  const { state, trouble, besides = null, tries, nextAt } = row
  return (
    <>
      <Tag icon={shapes[state].icon} tone={shapes[state].tone}>
        {words.states[state]}
      </Tag>
      {trouble !== null && (state === 'failed' || state === 'dead') && (
        <small>
          {trouble}, {words.tries(tries)}
          {nextAt !== null && `; ${words.next(moment(nextAt, language))}`}
        </small>
      )}
      {besides !== null && <small>{besides}</small>}
    </>
  )
}
