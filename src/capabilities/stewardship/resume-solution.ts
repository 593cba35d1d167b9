import { z } from 'zod'
import { refuse } from '#src/kernel/refusal.ts'
import { proposalKind, proposing } from '../proposals/index.ts'
import {
  expectNotStopped,
  expectPossible,
  isActive,
  isOver,
  keyOf,
  lockSolution,
  lockSolutionById,
  numberOf,
  solutionById,
  solutionKey,
  solutionsNamed,
  stateOf,
  unknownSolution,
} from '../registry/index.ts'
import type { SolutionRow } from '../registry/index.ts'
import { letRun } from './stopping.ts'

/** Accounts of those who own and build a solution, and would gain if it ran again. */
export const behindIt = ({
  ownerId,
  makerId,
  coMakers,
  backupOwnerId,
}: Pick<SolutionRow, 'ownerId' | 'makerId' | 'coMakers' | 'backupOwnerId'>): string[] =>
  [...new Set([ownerId, makerId, ...coMakers, ...(backupOwnerId === null ? [] : [backupOwnerId])])].toSorted()

/** Letting a stopped solution run again. Whoever builds or owns it gains by that and is never the second person. */
export const resumeSolution = proposalKind({
  kind: 'resume-solution',
  called: 'the resumption of a solution',
  content: z.strictObject({
    solution: z.string().max(60),
    behind: z.array(z.string().max(60)).max(40).describe('Accounts of those who own and build it.'),
  }),
  details: z.object({ key: z.string(), name: z.string(), stoppedAt: z.string(), because: z.string() }),
  proposedBy: ['it-security', 'coe-reviewer', 'program-lead'],
  decidedBy: ['it-security', 'coe-reviewer', 'program-lead'],
  readBy: ['auditor'],
  subject: ({ solution }) => solution,
  async named(solutions, { db }) {
    return new Map((await solutionsNamed(db, solutions)).map(({ id, number, name }) => [id, `${keyOf(number)} ${name}`]))
  },
  favours: ({ behind }) => behind.map(person => ({ person })),
  lock: async ({ solution }, db) => {
    await lockSolutionById(db, solution)
  },
  async check({ solution, behind }, { db, now }) {
    const row = await solutionById(db, solution)
    if (!row) throw unknownSolution()
    expectPossible('resume', stateOf(row))
    if (behindIt(row).some(person => !behind.includes(person)))
      throw refuse(
        'conflict',
        'others-behind-it',
        'Others own or build it now than when this was proposed, and they would gain by it too.',
        'Decline this, and propose it anew.',
      )
    await expectNotStopped(db, row, row.facts)
    if (isOver(row.expiresAt, now)) throw refuse('conflict', 'entry-expired', 'Its entry has expired.', 'Have its owner confirm it first.')
    if (!(await isActive(db, row.ownerId)))
      throw refuse('conflict', 'no-active-owner', 'Nobody who still works here answers for it.', 'Offer it to somebody, who has to accept.')
  },
  async preview({ solution }, { db, language }) {
    const row = await solutionById(db, solution)
    if (!row?.stopped) throw unknownSolution()
    const key = keyOf(row.number)
    const { at, because } = row.stopped
    const words =
      language === 'de'
        ? [`${key} „${row.name}“ läuft wieder. Angehalten wurde die Lösung am ${at.slice(0, 10)}: ${because}`]
        : [`${key} “${row.name}” runs again. It was stopped on ${at.slice(0, 10)}: ${because}`]
    return { words, details: { key, name: row.name, stoppedAt: at, because } }
  },
  async effect({ solution }, { db, now, record, send }) {
    const before = await lockSolutionById(db, solution)
    if (!before) throw unknownSolution()
    await letRun({ db, now, record, send }, before)
  },
})

export const proposeResumption = proposing(resumeSolution, {
  name: 'propose-resumption',
  summary: 'Propose that a stopped solution runs again; a second person decides.',
  path: '/proposals/resumptions',
  input: z.strictObject({ key: solutionKey() }),
  async content({ key }, { db }) {
    const row = await lockSolution(db, numberOf(key))
    if (!row) throw unknownSolution()
    return { solution: row.id, behind: behindIt(row) }
  },
})
