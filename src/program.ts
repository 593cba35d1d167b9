import { auditCapability } from '#src/capabilities/audit/index.ts'
import { intakeCapability } from '#src/capabilities/intake/index.ts'
import { peopleCapability } from '#src/capabilities/people/index.ts'
import { registryCapability } from '#src/capabilities/registry/index.ts'
import type { Charter } from '#src/engines/charter/index.ts'
import type { AnyOperation } from '#src/kernel/operation.ts'
import type { Governed } from '#src/ledger/index.ts'

export interface ProgramParts {
  charter: Charter
  installation: { company: string; demo: boolean }
}

/** The one list of what exists: what can be asked, and which rows the ledger can prove. */
export const createProgram = ({ charter, installation }: ProgramParts) => {
  const people = peopleCapability(installation)
  const registry = registryCapability(charter)
  const operations: readonly AnyOperation[] = [...people.operations, ...intakeCapability(charter).operations, ...registry.operations, ...auditCapability.operations]
  const governed: readonly Governed[] = [...people.governed, ...registry.governed]

  /** @throws Error for a name that is not in the list: a bug in the caller. */
  const named = (name: string): AnyOperation => {
    const found = operations.find(operation => operation.name === name)
    if (!found) throw new Error(`There is no operation ${name}.`)
    return found
  }
  return { operations, governed, named, signIn: { startDemoSession: named('start-demo-session'), endSession: named('end-session') } }
}

export type Program = ReturnType<typeof createProgram>
