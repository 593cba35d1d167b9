import { client, type Solution } from '../client.generated.ts'
import { useSolutionStep } from './solutions.ts'

export type Act = Solution['you']['may'][number]

interface Given {
  solution: Pick<Solution, 'key' | 'version' | 'reusable'>
  reason: string
  requestId: string
}

/** Acts that are asked about in a dialog: one question, sometimes with a reason. */
const acts = {
  'withdraw-submission': ({ solution: { key, version } }: Given) => client.withdrawSubmission({ key, version }),
  'go-live': ({ solution: { key, version } }: Given) => client.goLive({ key, version }),
  'start-sandbox': ({ solution: { key, version } }: Given) => client.startSandbox({ key, version }),
  stop: ({ solution: { key }, reason }: Given) => client.stopSolution({ key, because: reason }),
  resume: ({ solution: { key }, reason, requestId }: Given) => client.proposeResumption({ key, note: reason, requestId }),
  retire: ({ solution: { key, version }, reason }: Given) => client.retireSolution({ key, version, because: reason }),
  'undo-retirement': ({ solution: { key, version } }: Given) => client.undoRetirement({ key, version }),
  appeal: ({ solution: { key, version }, reason }: Given) => client.appealDecision({ key, version, reason }),
  recommend: ({ solution: { key, version, reusable } }: Given) => client.recommendSolution({ key, version, reusable: !reusable }),
}
export type AskedAct = keyof typeof acts

export const isAsked = (act: Act): act is AskedAct => Object.hasOwn(acts, act)

export const useAct = () =>
  useSolutionStep(async ({ act, ...given }: Given & { act: AskedAct }): Promise<void> => {
    await acts[act](given)
  })
