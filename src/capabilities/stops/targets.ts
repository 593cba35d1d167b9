import { refuse } from '#src/kernel/refusal.ts'
import type { Charters } from '../charter/index.ts'
import type { Db } from '../operation.ts'
import type { StopTarget } from '../registry/index.ts'
import { keyOf, numberOf, solutionByNumber, solutionsNamed } from '../registry/index.ts'
import { allTools } from '../tools/index.ts'

interface Asked {
  kind: StopTarget['kind']
  target: string
  model?: string | undefined
}

/** What somebody asks to stop, by its id. @throws Refusal `no-such-target`, `no-such-model` */
export const targetOf = async (charters: Charters, db: Db, { kind, target, model }: Asked): Promise<StopTarget> => {
  if ((kind === 'model') !== (model !== undefined))
    throw refuse(
      'invalid',
      'no-such-model',
      'A model is named together with its tool, and with nothing else.',
      'Name the model of a tool.',
      'model',
    )
  if (kind === 'solution') {
    const found = /^SOL-\d{4,15}$/.test(target) ? await solutionByNumber(db, numberOf(target)) : undefined
    if (!found) throw noSuchTarget()
    return { kind, targetId: found.id, model: null }
  }
  if (kind === 'unit') {
    const found = await db.selectFrom('unit').select('id').where('id', '=', target).where('closedAt', 'is', null).executeTakeFirst()
    if (!found) throw noSuchTarget()
    return { kind, targetId: found.id, model: null }
  }
  const tool = (await allTools(charters, db)).tools.find(({ id }) => id === target)
  if (!tool) throw noSuchTarget()
  const { models } = tool.about
  if (model !== undefined && models.length > 0 && !models.includes(model))
    throw refuse('invalid', 'no-such-model', 'The tool is not approved for that model.', `Choose one of ${models.join(', ')}.`, 'model')
  return { kind, targetId: tool.id, model: model ?? null }
}

const noSuchTarget = () =>
  refuse(
    'not-found',
    'no-such-target',
    'There is nothing of that name to stop.',
    'Choose a solution, a tool or a unit from the search.',
    'target',
  )

/** Targets as pages name them: a few queries, however many there are. */
export const namedTargets = async (charters: Charters, db: Db, targets: readonly StopTarget[], language: 'en' | 'de') => {
  const ids = (...kinds: readonly string[]) => targets.filter(({ kind }) => kinds.includes(kind)).map(({ targetId }) => targetId)
  const solutions = new Map((await solutionsNamed(db, ids('solution'))).map(({ id, number, name }) => [id, { id: keyOf(number), name }]))
  const unitIds = ids('unit')
  const units = unitIds.length === 0 ? [] : await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', unitIds).execute()
  const tools = ids('tool', 'model').length === 0 ? [] : (await allTools(charters, db)).tools
  const known = new Map([
    ...solutions,
    ...units.map(unit => [unit.id, unit] as const),
    ...tools.map(({ id, listed }) => [id, { id, name: listed.name[language] }] as const),
  ])
  return ({ kind, targetId, model }: StopTarget) => ({ kind, model, ...(known.get(targetId) ?? { id: targetId, name: targetId }) })
}
