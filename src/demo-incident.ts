import { z } from 'zod'
import type { Credential } from '#src/kernel/operation.ts'
import type { Installation } from './installation.ts'

const keyed = z.object({ key: z.string() })
const started = keyed.extend({ startedAt: z.string() })
const stands = z.object({ version: z.int() })
const proposal = z.object({ id: z.string(), version: z.int(), digest: z.string() })

/** Speaks as one of the people of the demo. */
export type Speak = (person: string, ask: (credential: Credential) => Promise<unknown>) => Promise<unknown>

/**
 * Something that went wrong in the demo and was dealt with: one solution was stopped at once, another that read from it is named beside
 * it, two people lifted the stop, and a third closed the incident. Each request has its own name, so that it is told once.
 */
export const tellIncident = async (
  { program, run }: Installation,
  speak: Speak,
  { stopped, named }: { stopped: string; named: string },
): Promise<void> => {
  const ask = async <O extends z.ZodType>(shown: O, person: string, name: string, input: Record<string, unknown>): Promise<z.output<O>> => {
    const operation = program.named(name)
    const once = operation.once === true ? { requestId: `demo-incident-${name}` } : {}
    let output: unknown
    await speak(person, async credential => {
      output = (await run(operation, { ...input, ...once }, credential)).output
    })
    return shown.parse(output)
  }
  const because = 'It put two letters of customers into a folder that a whole department reads.'
  const stop = await ask(started, 'daniel-okoye', 'start-stop', { kind: 'solution', target: stopped, because })
  const told = {
    title: 'Letters of customers in a shared folder',
    whatHappened: `${because} Somebody from the warehouse saw them and called.`,
    severity: 'serious',
    // The first answer's own moment, so that whoever repeats the request says the same.
    noticedAt: stop.startedAt,
    stops: [stop.key],
    solutions: [named],
  }
  const { key: incident } = await ask(keyed, 'daniel-okoye', 'open-incident', told)
  const text = 'Both letters are out of the folder. Nobody outside the department opened it.'
  await ask(z.unknown(), 'daniel-okoye', 'add-incident-note', { incident, at: stop.startedAt, text })
  const inAWeek = Temporal.Instant.from(stop.startedAt)
    .add({ hours: 7 * 24 })
    .toString()
    .slice(0, 10)
  const what = 'Let the folder be read by the claims team alone.'
  const action = await ask(stands.extend({ id: z.string() }), 'daniel-okoye', 'add-incident-action', {
    incident,
    what,
    owner: 'priya-raman',
    dueOn: inAWeek,
  })
  await ask(z.unknown(), 'priya-raman', 'complete-incident-action', { action: action.id, version: action.version })
  const lift = await ask(proposal, 'daniel-okoye', 'propose-lift', { stop: stop.key, note: 'Only the claims team reads the folder now.' })
  await ask(z.unknown(), 'luca-ferri', 'adopt-proposal', { proposal: lift.id, version: lift.version, digest: lift.digest })
  const on = async (person: string, name: string, more: Record<string, unknown> = {}) => {
    const { version } = await ask(stands, person, 'show-incident', { incident })
    await ask(z.unknown(), person, name, { incident, version, ...more })
  }
  await on('daniel-okoye', 'change-incident', {
    ...told,
    cause: 'The folder was shared with the department long ago, and nobody had looked since.',
    lessons: 'Whoever connects a shared folder looks first who reads it; the checklist asks that now.',
  })
  await on('daniel-okoye', 'contain-incident')
  await on('hanna-lindqvist', 'close-incident')
}
