import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { ListChangesOutput } from '../client.generated.ts'

type Change = ListChangesOutput['changes'][number]

/** Wherever it is looked at: by itself, in lists, and in what counts them. Previews of what could be are left alone. */
const anyOf = (what: string, id: string, ...lists: readonly string[]) => [[what, id], ...lists.map(list => [what, list])]

/** What somebody may have been told of a change, and how much waits for them. */
const told: QueryKey[] = [['messages', 'mine'], ['me']]

/** Which answers a change makes old; each is the beginning of the keys of queries. */
const madeOld: Readonly<Record<Change['topic'], (id: string) => QueryKey[]>> = {
  solution: id => [
    ['solutions', 'page', id],
    ...anyOf('solutions', id, 'list', 'mine'),
    ['reviews', 'second-look'],
    ['content', 'step', id],
    ...told,
  ],
  review: id => [...anyOf('reviews', id, 'list', 'waiting'), ...told],
  finding: id => [...anyOf('findings', id, 'list', 'counts', 'own', 'reviews'), ['solutions', 'page'], ...told],
  'finding-rule': () => [['findings', 'rules']],
  effect: () => [['findings', 'effects']],
  waiver: () => [['waivers'], ['solutions', 'page'], ...told],
  'content-review': () => [['content'], ...told],
  offer: () => [['offers'], ['solutions', 'page'], ...told],
  proposal: id => [...anyOf('proposals', id, 'list', 'open'), ...told],
  tool: id => [...anyOf('tools', id, 'list'), ...told],
  'tool-request': () => [['tools'], ...told],
  charter: () => [['charter'], ['tier-guide']],
  person: id => [...anyOf('people', id, 'list'), ['me']],
  unit: () => [['units'], ['people', 'list']],
  emergency: () => [['emergencies'], ...told],
  stop: id => [...anyOf('stops', id, 'list'), ['incidents'], ...told],
  incident: id => [...anyOf('incidents', id, 'list'), ['solutions', 'page']],
  job: () => [['jobs']],
  'private-target': () => [['health']],
  'data-key': () => [['health']],
  endpoint: () => [['endpoints'], ...told],
}

/** A burst of changes is one question for each answer that it made old. */
const GATHERED = 400
const WAITS = [1_000, 3_000, 10_000, 30_000, 60_000]

const isOf = (key: QueryKey, beginning: QueryKey): boolean => beginning.every((part, at) => key[at] === part)

/**
 * Listens for changes while the page can be seen, and asks again for what they made old. A hidden page holds no connection: a
 * browser has few for each server, and whoever comes back to a page has it ask again anyway. @returns stops it.
 */
export const listen = (queries: QueryClient): (() => void) => {
  let source: EventSource | null = null
  let failures = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let old: QueryKey[] | 'everything' = []
  /** Where it was, so that nothing is missed between two connections. */
  let last = ''

  const ask = (): void => {
    gathering = undefined
    const made = old
    old = []
    void queries.invalidateQueries(
      made === 'everything' ? {} : { predicate: ({ queryKey }) => made.some(beginning => isOf(queryKey, beginning)) },
    )
  }
  const heard = ({ data, lastEventId }: MessageEvent<string>): void => {
    failures = 0
    last = lastEventId
    const { changes, missed }: Pick<ListChangesOutput, 'changes' | 'missed'> = JSON.parse(data)
    if (missed || old === 'everything') old = 'everything'
    else old.push(...changes.flatMap(({ topic, id }) => madeOld[topic](id)))
    gathering ??= setTimeout(ask, GATHERED)
  }
  const hangUp = (): void => {
    clearTimeout(again)
    source?.close()
    source = null
  }
  const open = (): void => {
    if (source !== null || document.hidden) return
    source = new EventSource(last === '' ? '/api/events' : `/api/events?after=${last}`)
    source.addEventListener('open', () => (failures = 0))
    source.addEventListener('message', heard)
    // The browser tries again by itself what broke, but not what was refused.
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      hangUp()
      // The sign-in may have ended: then who is here is asked anew, and nobody listens.
      void queries.invalidateQueries({ queryKey: ['me'] })
      again = setTimeout(open, WAITS[Math.min(failures++, WAITS.length - 1)])
    })
  }
  const seen = (): void => (document.hidden ? hangUp() : open())
  document.addEventListener('visibilitychange', seen)
  open()
  return () => {
    document.removeEventListener('visibilitychange', seen)
    clearTimeout(gathering)
    hangUp()
  }
}
