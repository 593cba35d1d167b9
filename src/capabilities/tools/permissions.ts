import type { Actor } from '#src/kernel/actor.ts'
import { hasRole, isHuman } from '#src/kernel/actor.ts'
import type { Refusal } from '#src/kernel/refusal.ts'
import { refuse } from '#src/kernel/refusal.ts'
import { personsOnly, signedIn } from '../permissions.ts'
import type { RequestRow } from './store.ts'
import type { Tool } from './tool.ts'

export const noSuchTool = (): Refusal =>
  refuse('not-found', 'no-such-tool', 'There is no such tool.', 'Take its id from the list of tools, or request it.', 'tool')

/** Everybody who builds must know which tools there are. */
export const seesTool = (actor: Actor, tool: Tool | undefined): Refusal | null => signedIn(actor) ?? (tool ? null : noSuchTool())

/** Those who keep the list: the center of excellence and IT security. */
export const keepsTool = (actor: Actor, tool: Tool | undefined): Refusal | null => {
  const nobody = personsOnly(actor)
  if (nobody) return nobody
  if (!hasRole(actor, 'coe-reviewer', 'it-security'))
    return refuse(
      'forbidden',
      'tool-keepers-only',
      'The list of tools is kept by the center of excellence and IT security.',
      'Request what you need of a tool; they look at it.',
    )
  return tool ? null : noSuchTool()
}

export const noSuchRequest = (): Refusal =>
  refuse('not-found', 'no-such-request', 'There is no such request that you may see.', 'Take it from the page of the tool.', 'request')

/** Whoever asked for it, through whichever account. */
export const mayTakeBack = (actor: Actor, request: RequestRow | undefined): Refusal | null =>
  personsOnly(actor) ?? (request && isHuman(actor, request.requestedByHuman) ? null : noSuchRequest())

/** What somebody needs a tool for is for them and for those who look at it. */
export const readsRequest = (actor: Actor, request: RequestRow | undefined): Refusal | null =>
  signedIn(actor) ?? (request && mayRead(actor, request) ? null : noSuchRequest())

export const mayRead = (actor: Actor, { requestedByHuman }: Pick<RequestRow, 'requestedByHuman'>): boolean =>
  actor.kind === 'system' ||
  isHuman(actor, requestedByHuman) ||
  hasRole(actor, 'coe-reviewer', 'it-security', 'legal', 'change-manager', 'program-lead', 'auditor')
