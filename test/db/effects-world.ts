import type { Solutions } from './solutions-world.ts'
import { sweeping } from './findings-world.ts'

export interface Effect {
  id: string
  rule: string
  solution: { key: string }
  night: string
  kept: string | null
  undone: { at: string; by: { id: string }; proposedBy: { id: string } } | null
}

export interface Foreseen {
  rule: string
  mode: string
  subject: { key: string }
  answer: string
  spared: { by: string; until: string | null } | null
}

interface RuleShown {
  rule: string
  version: number
  mode: string
  cap: number | null
  effect: { mode: string; cap: number } | null
}

/** Nights as the program's jobs do them, and what they came to. */
export const nights = (world: Solutions) => {
  const sweeps = sweeping(world)
  const rule = async (name: string): Promise<RuleShown> => {
    const { rules } = await world.ask<{ rules: RuleShown[] }>('list-finding-rules', {}, 'amelia-hart')
    const found = rules.find(({ rule }) => rule === name)
    if (!found) throw new Error(`There is no rule ${name}.`)
    return found
  }
  const comeOrGo = async (name: string, person: string): Promise<void> => {
    const { version } = await world.ask<{ version: number }>('show-person', { person }, 'grace-mbeki')
    await world.ask(name, { person, version }, 'grace-mbeki')
  }
  return {
    ...sweeps,
    rule,
    async set(name: string, effect: string, effectCap = 20, by = 'amelia-hart') {
      const { version, mode, cap } = await rule(name)
      return world.ask<RuleShown>('set-finding-rule', { rule: name, version, mode, cap, effect, effectCap }, by)
    },
    /** The full sweep of a night, and what rules do behind it. */
    async night() {
      await sweeps.full()
      await sweeps.work('act-on-findings')
      await sweeps.incremental()
    },
    foreseen: async () => (await world.ask<{ effects: Foreseen[] }>('preview-tonight', {}, 'amelia-hart')).effects,
    effects: async (input: Record<string, unknown> = {}, by = 'hanna-lindqvist') =>
      (await world.ask<{ effects: Effect[] }>('list-effects', input, by)).effects,
    stateOf: async (key: string) => (await world.show(key)).state,
    /** Proposes an undoing as one person and adopts it as another. */
    async undo(name: string, input: Record<string, unknown>, by: readonly [string, string] = ['hanna-lindqvist', 'daniel-okoye']) {
      const proposal = await world.ask<{ id: string; version: number; digest: string }>(
        name,
        { ...input, note: 'It was set wrong.' },
        by[0],
      )
      return world.ask('adopt-proposal', { proposal: proposal.id, version: proposal.version, digest: proposal.digest }, by[1])
    },
    suspend: (person: string) => comeOrGo('suspend-person', person),
    resume: (person: string) => comeOrGo('resume-person', person),
  }
}
