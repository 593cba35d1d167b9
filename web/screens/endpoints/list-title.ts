import type { Endpoint } from '../../client.generated.ts'
import type { EndpointsTexts } from '../../texts/endpoints/en.ts'

type Doing = Pick<Endpoint, 'state' | 'failingSince' | 'dead' | 'lastSentAt'>

/** How it stands with all of them: the worst first, and nothing is said to arrive where nothing ever did. */
export const listTitle = ({ titles }: EndpointsTexts['list'], endpoints: readonly Doing[]): string => {
  const dead = endpoints.reduce((sum, each) => sum + each.dead, 0)
  const paused = endpoints.filter(({ state }) => state === 'paused').length
  const failing = endpoints.filter(({ failingSince }) => failingSince !== null).length
  if (endpoints.length === 0) return titles.none
  if (dead > 0) return titles.dead(dead)
  if (paused > 0) return titles.paused(paused)
  if (failing > 0) return titles.failing(failing)
  return endpoints.every(({ lastSentAt }) => lastSentAt === null) ? titles.quiet : titles.well
}
