import { shippedCharter } from '#src/shipped-charter.ts'
import type { Edit } from '../charter/edits.ts'
import { edited, valuesOf } from '../charter/edits.ts'
import type { Solutions } from './solutions-world.ts'

interface Proposal {
  id: string
  version: number
  digest: string
}

const adopt = (world: Solutions, { id, version, digest }: Proposal, by: string) =>
  world.ask('adopt-proposal', { proposal: id, version, digest }, by)

/** Two people adopt a charter: the shipped one with edits. */
export const adoptCharter = async (world: Solutions, label: string, ...edits: readonly Edit[]): Promise<void> => {
  const documents = edited(valuesOf((await shippedCharter()).documents), label, ...edits)
  await adopt(world, await world.ask<Proposal>('propose-charter', { documents, note: 'As agreed.' }, 'amelia-hart'), 'mei-lin-chou')
}

/** Another sentence in the standards: whoever accepted them is asked again. */
export const standardsWith =
  (words: string): Edit =>
  documents => ({
    ...documents,
    'standards.yaml': {
      ...documents['standards.yaml'],
      standards: documents['standards.yaml'].standards.map((each, place) =>
        place === 0 ? { ...each, text: { en: words, de: words } } : each,
      ),
    },
  })

/** Every approval gets a second look. */
export const everySecondLook: Edit = documents => ({
  ...documents,
  'audit.yaml': { ...documents['audit.yaml'], secondLook: { ...documents['audit.yaml'].secondLook, tier1Percent: 100, tier2Percent: 100 } },
})

/** Two people withdraw a tool. */
export const withdrawTool = async (world: Solutions, tool: string): Promise<void> => {
  const proposal = await world.ask<Proposal>(
    'propose-tool-withdrawal',
    { tool, replacedBy: [], note: 'The contract ended.' },
    'daniel-okoye',
  )
  await adopt(world, proposal, 'amelia-hart')
}

/** A review lets it be used again, as it was. */
export const bringToolBack = async (world: Solutions, tool: string): Promise<void> => {
  const { name, help, approvedFor, redact, vendor, models, features, contract, dataProcessing, regions, trainsOnOurData, version } =
    await world.ask<Record<string, unknown>>('show-tool', { tool }, 'hanna-lindqvist')
  const fields = { name, help, approvedFor, redact, vendor: vendor ?? 'Fernhill', models, features, contract, dataProcessing, regions }
  const change = { tool, version, ...fields, trainsOnOurData, owner: null, note: 'It is back.' }
  const { review } = await world.ask<{ review: { key: string } | null }>('change-tool', change, 'hanna-lindqvist')
  if (!review) return
  for (const role of ['it-security', 'legal']) await world.sign(review.key, role, 'approve')
}

const offices: Readonly<Record<string, string>> = { 'security-checklist-item': 'daniel-okoye' }

/** The owner asks to put a duty off, and the office that may let them does. */
export const takeLeave = async (world: Solutions, solution: string, what: string, endsOn: string): Promise<void> => {
  const { owner } = await world.show(solution)
  const asked = await world.ask<Proposal>('request-waiver', { solution, what, reason: 'The owner is at sea.', endsOn }, owner.id)
  await world.ask('grant-waiver', { id: asked.id, version: asked.version, note: 'Until then.' }, offices[what] ?? 'hanna-lindqvist')
}
