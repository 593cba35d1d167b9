import type { ListToolsOutput, PreviewToolChangeInput, Tool } from '../../client.generated.ts'

export type DataClasses = ListToolsOutput['dataClasses']
export type Training = Tool['trainsOnOurData']
export const trainings: readonly Training[] = ['no', 'opt-out', 'yes', 'unknown']

/** A change of a tool as it is typed. */
export interface ChangeWords {
  name: string
  help: string
  vendor: string
  models: string
  features: string
  contract: string
  dataProcessing: string
  regions: string
  training: Training
  /** Class of data to the highest tier, as text; one that is left out it may not see. */
  uses: Readonly<Record<string, string>>
  redact: readonly string[]
  owner: { id: string; name: string } | null
}

export const wordsOfTool = (tool: Tool): ChangeWords => ({
  name: tool.name,
  help: tool.help,
  vendor: tool.vendor ?? '',
  models: tool.models.join(', '),
  features: tool.features.join(', '),
  contract: tool.contract ?? '',
  dataProcessing: tool.dataProcessing ?? '',
  regions: tool.regions.join(', '),
  training: tool.trainsOnOurData,
  uses: Object.fromEntries(tool.approvedFor.map(({ dataClass, highestTier }) => [dataClass, String(highestTier)])),
  redact: tool.redact,
  owner: tool.owner,
})

const parts = (text: string): string[] =>
  text
    .split(',')
    .map(each => each.trim())
    .filter(Boolean)
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The same as the server takes it; classes in the order of the list. */
export const changeOf = (tool: string, words: ChangeWords, dataClasses: DataClasses): PreviewToolChangeInput => ({
  tool,
  name: words.name,
  help: words.help,
  vendor: words.vendor,
  models: parts(words.models),
  features: parts(words.features),
  contract: orNull(words.contract),
  dataProcessing: orNull(words.dataProcessing),
  regions: parts(words.regions),
  trainsOnOurData: words.training,
  approvedFor: dataClasses.flatMap(({ id }) => {
    const tier = words.uses[id]
    return tier === undefined ? [] : [{ dataClass: id, highestTier: Number(tier) }]
  }),
  redact: words.redact.filter(id => words.uses[id] !== undefined),
  owner: words.owner?.id ?? null,
})
