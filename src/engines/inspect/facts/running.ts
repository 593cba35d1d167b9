import { PLAIN, type Evidence } from '../inspection.ts'
import type { HumanStep } from '../model.ts'
import type { FactRule } from './rule.ts'

/** Merely offered to an agent, a question to a person may never be asked. */
const asks = ({ confidence = PLAIN, itself, forced }: HumanStep, tool: boolean): number =>
  tool && !itself && !forced ? Math.min(0.5, confidence) : confidence

/** How it runs: code, HTTP, triggers, other flows, people. */
export const runningRule: FactRule = ({ steps }) =>
  steps.flatMap(({ step, hosts, callsHttp }): Evidence[] => {
    const { where, type } = step
    const sure = (fact: Evidence['fact'], value: string | boolean, why: string, confidence = PLAIN): Evidence => ({
      fact,
      value,
      where,
      why,
      confidence,
    })
    return [
      ...(step.code ? [sure('runsCode', true, `${type} runs code that the author wrote`)] : []),
      ...(callsHttp ? [sure('callsHttp', true, `${type} calls an address that the author chose`)] : []),
      ...hosts.map(host => sure('httpHosts', host, 'the address is written in the file')),
      ...(step.starts ?? []).map(kind => sure('triggers', kind, `${type} starts a run`)),
      ...(step.subflow ? [sure('callsSubflow', true, `${type} runs another flow`)] : []),
      ...(step.human ? [sure('hasHumanReviewStep', true, step.human.because, asks(step.human, step.tool === true))] : []),
    ]
  })
