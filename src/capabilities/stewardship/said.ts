import type { Entry } from '#src/ledger/index.ts'
import type { HandoverRow } from '../registry/index.ts'
import { handoverDecided, handoverOffered } from './entries.ts'
import { handovers } from './governed.ts'

const what = ({ solutionId, role, offeredBy, offeredTo }: HandoverRow) => ({ solution: solutionId, role, by: offeredBy, to: offeredTo })

export const offered = (row: HandoverRow): Entry =>
  handoverOffered({ subject: handovers.subject(row), data: what(row), personal: { note: row.note } })

export const offerDecided = (row: HandoverRow): Entry =>
  handoverDecided({ subject: handovers.subject(row), data: { ...what(row), state: row.state }, personal: { note: row.decisionNote } })
