import { randomUUID } from 'node:crypto'
import { anonymous } from '#src/kernel/actor.ts'
import type { AnyOperation, Credential } from '#src/kernel/operation.ts'
import { Refusal } from '#src/kernel/refusal.ts'
import { askingOf, callers } from '../../scripts/generate/matrix/index.ts'
import type { openDoor } from './door.ts'
import { reached } from './door.ts'
import type { Cell } from './page.ts'
import type { Stage } from './stage.ts'

/** A cell that the server answered otherwise than the page says. */
export interface RedCell extends Cell {
  heard: string
}

interface Asked {
  stage: Stage
  door: Awaited<ReturnType<typeof openDoor>>
  /** The operations behind that door. */
  operations: readonly AnyOperation[]
}

/** Asks the server for every cell, and says which of them it answers otherwise. */
export const redCells = async (asked: Asked, cells: readonly Cell[]): Promise<RedCell[]> => {
  const operations = new Map(asked.operations.map(operation => [operation.name, operation]))
  const red: RedCell[] = []
  const waiting = cells.values()
  const askOn = async () => {
    for (const cell of waiting) {
      const operation = operations.get(cell.operation)
      const heard = operation ? await answerTo(asked, operation, cell) : 'no such operation'
      if (heard !== cell.answer) red.push({ ...cell, heard })
    }
  }
  await Promise.all(Array.from({ length: 4 }, askOn))
  return red
}

/** Far enough: it may be done, and only the version that was sent is another. */
const yes = [reached, 'changed-meanwhile']

/** What the server says. What has no address, and the program, whom no request can be, ask the runner as a job does. */
const answerTo = async ({ stage, door }: Asked, operation: AnyOperation, cell: Cell): Promise<string> => {
  const input = inputFor(stage, cell)
  // One of its own: the same person asks several things at once.
  const requestId = randomUUID()
  const credential: Credential = stage.credentialOf(cell.caller)
  const code =
    operation.http && credential.kind !== 'system'
      ? (await door.ask(operation, input, credential, { 'if-match': '"999"', 'idempotency-key': requestId })).code
      : await stage.guildhall.run(operation, { ...input, version: 999, requestId }, credential).then(
          () => 'done',
          (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
        )
  return yes.includes(code) ? 'yes' : code
}

const actors = new Map(callers.map(caller => [caller.name, 'actor' in caller ? caller.actor : anonymous]))

const inputFor = ({ requests }: Stage, { operation, about, caller }: Cell): Record<string, string> => {
  const input = requests[operation]?.[about] ?? {}
  return { ...(typeof input === 'function' ? input(askingOf(actors.get(caller) ?? anonymous)) : input) }
}
