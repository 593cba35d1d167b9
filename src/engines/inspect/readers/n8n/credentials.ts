import type { Tables } from '../../tables/index.ts'

/** Types that are not named after a block. */
const otherCredentials: Readonly<Record<string, string>> = {
  openAiApi: 'openai',
  azureOpenAiApi: 'azure-openai',
  anthropicApi: 'anthropic',
  googlePalmApi: 'google-ai',
  huggingFaceApi: 'huggingface',
  mistralCloudApi: 'mistral',
  groqApi: 'groq',
  openRouterApi: 'openrouter',
  deepSeekApi: 'deepseek',
  xAiApi: 'xai',
  cohereApi: 'cohere',
  ollamaApi: 'ollama',
  zohoOAuth2Api: 'zoho-crm',
  microsoftTeamsOAuth2Api: 'teams',
}

const suffix = /^(?:api|oauth|token|app|developer|basic|service|pat|access|$)/

/** A credential's type begins with the name of the block it belongs to (`hubspotAppToken`); the longest name wins. */
export const systemOfCredential = (credential: string, tables: Tables): string | undefined => {
  if (credential === '') return undefined
  if (Object.hasOwn(otherCredentials, credential)) return otherCredentials[credential]
  const lower = credential.toLowerCase()
  const block = Object.keys(tables.n8nNodes)
    .filter(
      key => tables.n8nNodes[key]?.system !== undefined && lower.startsWith(key.toLowerCase()) && suffix.test(lower.slice(key.length)),
    )
    .toSorted((a, b) => b.length - a.length)[0]
  return block === undefined ? undefined : tables.n8nNodes[block]?.system
}
