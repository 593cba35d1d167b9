import { hash } from 'node:crypto'
import type { ToolList } from '#src/engines/charter/index.ts'
import { canonical } from '#src/kernel/canonical.ts'
import type { ToolAbout, ToolListed, ToolTable } from '#src/store/tables.ts'
import type { ToolRow } from './store.ts'

/** A tool as it stands: what the charter's list says, with what the company decided since laid over it. */
export interface Tool {
  id: string
  /** 1 for a tool of the charter's that nobody has touched; its first change makes it 2. */
  version: number
  status: 'approved' | 'limited' | 'refused' | 'withdrawn'
  listed: ToolListed
  about: ToolAbout
  fromCharter: boolean
  ownerId: string | null
  reviewedOn: string | null
  nextReviewOn: string | null
  withdrawnOn: string | null
  replacedBy: readonly string[]
  reason: string | null
  changedAt: Temporal.Instant | null
}

type Kept = Pick<ToolRow, 'id' | 'status' | 'listed'>
type Written = ToolList['tools'][number]

const EVERY_TIER = 4
const nothingKnown: ToolAbout = {
  vendor: '',
  models: [],
  features: [],
  contract: null,
  dataProcessing: null,
  regions: [],
  trainsOnOurData: 'unknown',
}

/** Every tool there is, in the order of the charter's list, then by id. */
export const toolsOf = (list: ToolList, rows: readonly ToolRow[]): Tool[] => {
  const byId = new Map(rows.map(row => [row.id, row]))
  const ofCharter = new Set(list.tools.map(({ id }) => id))
  return [
    ...list.tools.map(tool => toolFrom(tool, byId.get(tool.id))),
    ...rows.flatMap(row => (ofCharter.has(row.id) || row.listed === null ? [] : [toolFrom(undefined, row)])),
  ]
}

const toolFrom = (written: Written | undefined, row: ToolRow | undefined): Tool => {
  const listed = row?.listed ?? (written ? listedIn(written) : null)
  if (listed === null) throw new Error('A tool stands in the charter’s list or in ours.')
  const about = row?.about ?? nothingKnown
  return {
    id: written?.id ?? row?.id ?? '',
    version: row?.version ?? 1,
    status: row?.status ?? (written?.status === 'withdrawn' ? 'withdrawn' : statusOf(listed, about)),
    listed,
    about,
    fromCharter: !row?.listed,
    ownerId: row?.ownerId ?? null,
    reviewedOn: row?.reviewedOn ?? null,
    nextReviewOn: row?.nextReviewOn ?? null,
    withdrawnOn: row?.withdrawnOn ?? null,
    replacedBy: row?.replacedBy ?? [],
    reason: row?.reason ?? null,
    changedAt: row?.changedAt ?? null,
  }
}

const listedIn = ({ name, help, approvedFor, highestTiers = [], redact = [] }: Written): ToolListed => ({
  name,
  help,
  // In one order, so that what was not changed reads the same.
  approvedFor: approvedFor.toSorted().map(dataClass => ({
    dataClass,
    highestTier: highestTiers.find(limit => limit.dataClass === dataClass)?.tier ?? EVERY_TIER,
  })),
  redact: redact.toSorted(),
})

/** Limited is what may be used only up to some tier, or only in some of its models or features. */
export const statusOf = ({ approvedFor }: ToolListed, { models, features }: ToolAbout): 'approved' | 'limited' =>
  approvedFor.some(({ highestTier }) => highestTier < EVERY_TIER) || models.length > 0 || features.length > 0 ? 'limited' : 'approved'

export const isUsable = ({ status }: Pick<Tool, 'status'>): boolean => status === 'approved' || status === 'limited'

/**
 * The charter's list with what the company keeps laid over it: kept tools win, and others follow. What was refused or
 * withdrawn stays a known answer that is not approved.
 */
export const overlay = (list: ToolList, rows: readonly Kept[]): ToolList => {
  const kept = new Map(
    rows.flatMap(({ id, status, listed }) => (status === null || listed === null ? [] : [[id, writtenAs(id, status, listed)]])),
  )
  const ofCharter = new Set(list.tools.map(({ id }) => id))
  return {
    ...list,
    tools: [...list.tools.map(tool => kept.get(tool.id) ?? tool), ...[...kept.values()].filter(({ id }) => !ofCharter.has(id))],
  }
}

const writtenAs = (id: string, status: Tool['status'], { name, help, approvedFor, redact }: ToolListed): Written => ({
  id,
  name,
  help,
  status: isUsable({ status }) ? 'approved' : 'withdrawn',
  approvedFor: approvedFor.map(({ dataClass }) => dataClass),
  highestTiers: approvedFor.flatMap(({ dataClass, highestTier }) =>
    highestTier === 1 || highestTier === 2 || highestTier === 3 ? [{ dataClass, tier: highestTier }] : [],
  ),
  redact,
})

/** Digest of what decisions read of a tool; null where they go by the charter's list. */
export const markOf = ({ id, status, listed }: Kept): string | null =>
  status === null || listed === null ? null : hash('sha256', canonical([id, status, listed]), 'base64url')

/** The same of all of them, as the database joins it. */
export const markOfAll = (rows: readonly Pick<ToolTable, 'id' | 'mark'>[]): string =>
  rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ mark }) => mark ?? [])
    .join(' ')

/** Whether its regular review is due: it is in use, and nobody confirmed it since. */
export const isOverdue = (tool: Pick<Tool, 'status' | 'nextReviewOn'>, today: string): boolean =>
  isUsable(tool) && (tool.nextReviewOn === null || tool.nextReviewOn <= today)
