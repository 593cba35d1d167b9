import type { AnyOperation } from '#src/kernel/operation.ts'
import { callers } from './callers.ts'
import { examples } from './examples/index.ts'
import type { Examples } from './frame.ts'
import { answerTo } from './frame.ts'

export interface Row {
  operation: string
  /** What it is asked about; empty where the permission looks at nothing but the caller. */
  about: string
  /** By caller, in the order of `callers`: `yes`, or the code of the refusal. */
  answers: readonly string[]
}

/** Every operation asked by every kind of caller. */
export const rowsOf = (operations: readonly AnyOperation[], given: Examples = examples): Row[] =>
  operations.flatMap(operation => {
    const targets = operation.target ? Object.entries(given[operation.name] ?? {}) : [['', null] as const]
    return targets.map(([about, example]) => ({
      operation: operation.name,
      about,
      answers: callers.map(caller => answerTo(caller, operation, example)),
    }))
  })
