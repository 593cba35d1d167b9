import { readCharter } from '#src/capabilities/charter/index.ts'
import { readExitSettings } from '#src/outbound/index.ts'
import { shippedCharter } from '#src/shipped-charter.ts'
import { HARMLESS } from '#src/engines/charter/scenarios.fixture.ts'
import type { Credential } from '#src/kernel/operation.ts'
import type { Program } from '#src/program.ts'
import { createProgram } from '#src/program.ts'
import { nowhere } from '../../scripts/generate/program.ts'
import { freshInstallation, movableClock } from '../harness.ts'
import type { Edit } from './edits.ts'
import { edited, valuesOf } from './edits.ts'

export interface Version {
  id: string
  version: number
  label: string
  digest: string
  state: string
  basedOn: string
}

/** A proposal of a charter: `binding` is the digest that an adoption names, `digest` that of the charter. */
export type Proposed = Version & { binding: string }
type Proposal = { id: string; version: number; state: string; digest: string; content: Pick<Version, 'digest' | 'label' | 'basedOn'> }
export const proposed = ({ id, version, state, digest: binding, content }: Proposal): Proposed => ({
  id,
  version,
  state,
  ...content,
  binding,
})

export interface Shown {
  proposal: Proposed
  changes: { path: string[]; text: string }[]
  comingRules: { rule: string; on: string }[]
  impact: {
    totals: Record<string, number> | null
    effects: ({ key: string } & Record<string, unknown>)[]
    unreadable: { key: string; name: string; reasons: string[] }[]
    coming: { key: string; on: string }[]
    next: string | null
  }
}

export const shipped = await shippedCharter()
export const values = valuesOf(shipped.documents)

/** The program of a release that ships these documents; it has read nothing of the data yet. */
export const releaseWith = (documents: Record<string, string>): Program =>
  createProgram({
    shipped: { charter: readCharter(documents), documents },
    demo: true,
    trust: () => Promise.reject(new Error('not asked')),
    sign: () => Promise.reject(new Error('not asked')),
    masterKey: () => {
      throw new Error('not asked')
    },
    exit: () => readExitSettings({}),
    surroundings: nowhere,
  })

/** A fresh installation on the shipped charter, nine days before one of its rules begins, and what its people do with charters. */
export const charterWorld = async () => {
  const guildhall = await freshInstallation({ clock: movableClock('2026-11-23T12:00:00Z') })
  const { run, program } = guildhall
  const [lead, security, maker] = await Promise.all([
    guildhall.as('amelia-hart'),
    guildhall.as('daniel-okoye'),
    guildhall.as('priya-raman'),
  ])
  let serial = 0
  const requestId = () => `charter-test-${(serial += 1)}`
  const ask = async <T = Record<string, unknown>>(
    name: string,
    input: Record<string, unknown>,
    credential: Credential,
    release: Program = program,
  ): Promise<T> => (await run(release.named(name), input, credential)).output as T
  const openProposal = async () =>
    (await ask<{ proposals: Version[] }>('list-proposals', { kind: 'adopt-charter', state: 'open' }, lead)).proposals[0]
  return {
    guildhall,
    lead,
    security,
    maker,
    ask,
    requestId,
    /** The shipped charter with edits, under a label of its own. */
    charter(...edits: Edit[]): Record<string, string> {
      const documents = edited(values, `test-${(serial += 1)}`, ...edits)
      if (!documents) throw new Error('This edit does not compile.')
      return documents
    },
    propose: async (documents: Record<string, string> | undefined, as = lead): Promise<Proposed> =>
      proposed(
        await ask<Proposal>(
          'propose-charter',
          { ...(documents ? { documents } : {}), note: 'For these tests.', requestId: requestId() },
          as,
        ),
      ),
    adopt: ({ id, version, binding }: Proposed, as = security) =>
      ask<Proposal>('adopt-proposal', { proposal: id, version, digest: binding }, as),
    withdraw: ({ id, version }: Version, as = lead) => ask<Proposal>('withdraw-proposal', { proposal: id, version }, as),
    /** Leaves no proposal open, whatever a test that failed left behind. */
    async clear(): Promise<void> {
      const open = await openProposal()
      if (open) await ask('decline-proposal', { proposal: open.id, version: open.version, note: 'Left behind.' }, security)
    },
    shown: async (more: Record<string, unknown> = {}): Promise<Shown> => {
      const open = await openProposal()
      if (!open) throw new Error('No proposal is open.')
      const { preview, ...proposal } = await ask<Proposal & { preview: { details: Omit<Shown, 'proposal'> } }>(
        'show-proposal',
        { proposal: open.id, ...more },
        lead,
      )
      return { proposal: proposed(proposal), ...preview.details }
    },
    inForce: (as: Credential = lead) =>
      ask<{ version: string; digest: string; adopted: { by: string | null; proposedBy: string | null; at: string } | null }>(
        'show-charter',
        {},
        as,
      ),
    /** A solution of tier 3 under the shipped charter, unless the facts say otherwise. */
    register: (name: string, change: Record<string, unknown> = {}) =>
      ask<{ key: string }>(
        'register-solution',
        { name, purpose: 'For these tests.', facts: { ...solution, ...change }, requestId: requestId() },
        maker,
      ),
  }
}

const { ownerActive: _, ...harmless } = HARMLESS
const solution = { ...harmless, tools: ['flow-builder'], decisionImpact: ['hard-to-undo'] }
