import type { z } from 'zod'
import type { Charter, Language } from '#src/engines/charter/index.ts'
import type { Db } from '../operation.ts'
import { namesOf } from '../people/index.ts'
import { stoppedTools } from '../registry/index.ts'
import type { ReviewRow } from '../review/index.ts'
import { reviewKeyOf } from '../review/index.ts'
import type { requestView, suggestionView, toolSummary } from './contract.ts'
import { todayIn } from './list.ts'
import type { RequestRow } from './store.ts'
import type { Suggestion } from './suggest.ts'
import type { Tool } from './tool.ts'
import { isOverdue } from './tool.ts'

type Names = ReadonlyMap<string, string>
const person = (names: Names, id: string) => ({ id, name: names.get(id) ?? 'Former colleague' })

/** What tools are shown with: who answers for them and for requests, which day it is, and what is stopped. Two queries. */
export const showingTools = async (
  db: Db,
  charter: Charter,
  { tools, requests = [] }: { tools: readonly Tool[]; requests?: readonly RequestRow[] },
  { language, now }: { language: Language; now: Temporal.Instant },
) => ({
  language,
  names: await namesOf(db, [...tools.flatMap(({ ownerId }) => ownerId ?? []), ...requests.map(({ requestedBy }) => requestedBy)]),
  today: todayIn(charter, now).toString(),
  stopped: await stoppedTools(db),
})
type Showing = Awaited<ReturnType<typeof showingTools>>

export const presentTool = (tool: Tool, { names, language, today, stopped }: Showing): z.input<typeof toolSummary> => ({
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
  stopped: stopped.has(tool.id),
  fromCharter: tool.fromCharter,
})

/** Where its review stands. */
export type Reviewed = ReadonlyMap<string, Pick<ReviewRow, 'number' | 'dueAt'>>

export const presentRequest = (
  row: RequestRow,
  { names, language }: Pick<Showing, 'names' | 'language'>,
  reviews: Reviewed,
): z.input<typeof requestView> => {
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
