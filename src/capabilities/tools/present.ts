import type { z } from 'zod'
import type { Language } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import type { ReviewRow } from '../review/index.ts'
import { reviewKeyOf } from '../review/index.ts'
import type { requestView, suggestionView, toolSummary } from './contract.ts'
import type { RequestRow } from './store.ts'
import type { Suggestion } from './suggest.ts'
import type { Tool } from './tool.ts'
import { isOverdue } from './tool.ts'

type Names = ReadonlyMap<string, string>
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })

/** Everybody who has to do with these tools and requests: one query. */
export const peopleOf = (db: Db, tools: readonly Tool[], requests: readonly RequestRow[] = []): Promise<Names> =>
  namesOf(db, [...tools.flatMap(({ ownerId }) => ownerId ?? []), ...requests.map(({ requestedBy }) => requestedBy)])

export const presentTool = (tool: Tool, names: Names, language: Language, today: string): z.input<typeof toolSummary> => ({
  id: tool.id,
  version: tool.version,
  name: tool.listed.name[language],
  help: tool.listed.help[language],
  status: tool.status,
  approvedFor: tool.listed.approvedFor,
  redact: tool.listed.redact,
  vendor: tool.about.vendor || null,
  owner: tool.ownerId === null ? null : person(names, tool.ownerId),
  reviewedOn: tool.reviewedOn,
  nextReviewOn: tool.nextReviewOn,
  overdue: isOverdue(tool, today),
  fromCharter: tool.fromCharter,
})

/** Where its review stands. */
export type Reviewed = ReadonlyMap<string, Pick<ReviewRow, 'number' | 'dueAt'>>

export const presentRequest = (row: RequestRow, names: Names, language: Language, reviews: Reviewed): z.input<typeof requestView> => {
  const { id, version, tool, content, state, note, noneFits, requestedBy, requestedAt } = row
  const { name, help, approvedFor } = content.listed
  const review = reviews.get(id)
  return {
    id,
    version,
    tool,
    name: name[language],
    help: help[language],
    approvedFor,
    state,
    note,
    noneFits,
    requested: { by: person(names, requestedBy), at: requestedAt.toString() },
    review: review ? reviewKeyOf(review.number) : null,
    dueAt: state === 'open' ? (review?.dueAt.toString() ?? null) : null,
  }
}

export const presentSuggestion = ({ tool, covers, missing }: Suggestion, language: Language): z.input<typeof suggestionView> => ({
  id: tool.id,
  name: tool.listed.name[language],
  help: tool.listed.help[language],
  covers: [...covers],
  missing: [...missing],
  all: missing.length === 0,
})
