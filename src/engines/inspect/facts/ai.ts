import { PLAIN, type Evidence } from '../inspection.ts'
import { COMPUTED, type ModelUse } from '../model.ts'
import { hostFinder, literalHost, nameOf, type Resolved, type ResolvedStep } from '../resolve.ts'
import { credentialNames, modelNames } from '../tables/model-names.ts'
import type { Tables } from '../tables/index.ts'
import type { FactRule } from './rule.ts'

/** usesAI and aiVendors. Vendors are named by where the data goes, not by who made the model. */
export const aiRule: FactRule = artifact => artifact.steps.flatMap(step => [...ofModel(step, artifact), ...ofUses(step, artifact)])

const ofModel = ({ step }: ResolvedStep, { tables }: Resolved): Evidence[] => {
  const { model, where } = step
  if (!model) return []
  const confidence = model.confidence ?? PLAIN
  const uses: Evidence = {
    fact: 'usesAI',
    value: true,
    where,
    why: `${step.type} runs a model${model.doubt ? `; doubtful: ${model.doubt}` : ''}`,
    confidence,
  }
  const vendor = vendorOf(model, tables)
  return vendor === null
    ? [uses]
    : [uses, { fact: 'aiVendors', value: vendor.id, where, why: vendor.why, confidence: Math.min(confidence, vendor.confidence) }]
}

const ofUses = ({ step, uses }: ResolvedStep, { tables }: Resolved): Evidence[] =>
  uses.flatMap((use): Evidence[] => {
    const system = tables.systems[use.system]
    if (!system?.ai || use.effect === 'listens') return []
    const confidence = Math.min(use.confidence ?? PLAIN, system.doubt ? 0.5 : PLAIN)
    const why = system.doubt ? `${use.why}; doubtful: ${system.doubt}` : use.why
    return [
      { fact: 'usesAI', value: true, where: step.where, why, confidence },
      { fact: 'aiVendors', value: system.ai, where: step.where, why, confidence },
    ]
  })

interface Vendor {
  id: string
  why: string
  confidence: number
}

/** A base address decides; then, for endpoints that many vendors imitate, the credential's label and the model's name. */
const vendorOf = (model: ModelUse, tables: Tables): Vendor | null => {
  if (model.vendor === null) return null
  const own: Vendor = { id: model.vendor, why: `the model node belongs to ${model.vendor}`, confidence: PLAIN }
  if (model.baseUrl !== undefined && model.baseUrl !== '' && !model.baseUrl.startsWith(COMPUTED))
    return byAddress(model.baseUrl, own, tables)
  if (model.vendor !== 'openai') return own
  const label = credentialNames.find(([pattern]) => pattern.test(model.credentialLabel ?? ''))
  if (label) return { id: label[1], why: `an OpenAI-compatible node with a credential named after ${label[1]}`, confidence: 0.85 }
  const name = modelNames.find(([pattern]) => pattern.test(model.name ?? ''))
  if (!name || name[1] === 'openai') return own
  return name[1] === 'broker'
    ? { id: 'openrouter', why: `the model name "${model.name ?? ''}" has the form that OpenRouter uses`, confidence: 0.7 }
    : { id: name[1], why: `the model "${model.name ?? ''}" is not OpenAI's`, confidence: 0.85 }
}

const byAddress = (address: string, own: Vendor, tables: Tables): Vendor => {
  const row = hostFinder(tables.hosts)(address)
  const ai = row ? tables.systems[row.system]?.ai : undefined
  if (row && ai) return { id: ai, why: `its base address is ${nameOf(tables, row.system)}`, confidence: 0.9 }
  const host = literalHost(address)
  if (host === null) return own
  return { id: host.endsWith(':11434') ? 'ollama' : 'other', why: `its base address is ${host}, not the vendor's own`, confidence: 0.85 }
}
