import { BELIEVED, CERTAIN, type DetectedFacts, type DetectedQuestion, type Evidence, type FactName } from '../inspection.ts'

/** What the file can't tell. One question for a fact, at the place that shows best why it is asked. */
export const questionsOf = (facts: DetectedFacts, evidence: readonly Evidence[]): DetectedQuestion[] => {
  const asked: DetectedQuestion[] = []
  const ask = (fact: FactName, question: string): void => {
    const seen = evidence.find(item => item.fact === fact && item.value !== false)
    asked.push({ fact, question, where: seen?.where ?? '' })
  }
  if (facts.directDatabaseAccess) ask('directDatabaseAccess', 'Is the database that it connects to a production database?')
  if (facts.callsSubflow) ask('callsSubflow', 'What does the flow that it calls do? It is not in this file.')
  for (const [fact, question] of doubts) {
    const strongest = evidence.find(item => item.fact === fact && item.value !== false)
    if (!strongest || strongest.confidence >= CERTAIN || strongest.confidence < 0.3) continue
    ask(fact, `${question} (${strongest.confidence < BELIEVED ? 'the file only hints at it' : 'the file suggests it'})`)
  }
  return asked
}

const doubts: readonly (readonly [FactName, string])[] = [
  ['usesAI', 'Does it use an AI model?'],
  ['sendsExternally', 'Can its messages reach people outside the organisation?'],
  ['publishesExternally', 'Does what it writes become public?'],
  ['integratesEnterpriseSystem', 'Does it work with customer, staff or company records in an enterprise system?'],
  ['hasHumanReviewStep', 'Does a person look at the result before it leaves?'],
  ['sensitiveDomains', 'Does it decide about people, their health, their money or their rights?'],
  ['sendsAsNamedPerson', 'Do its messages go out in the name of a person?'],
]
