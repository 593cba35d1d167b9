/**
 * Model vendors by the name of a component or provider, as Flowise (`chatMistralAI`), Dify (`langgenius/openai/openai`),
 * Langflow (`AnthropicModel`) and Node-RED's community nodes write them. The first that fits wins: hosts of other
 * makers' models stand before the makers.
 * Source: the component lists of Flowise, Dify and Langflow; checked 2026-11.
 */
export const vendors: readonly (readonly [RegExp, string])[] = [
  [/azure.?(?:chat.?)?open.?ai|azure_openai|azureopenai/i, 'azure-openai'],
  [
    /open.?ai.?(?:api)?.?compatible|openai_api_compatible|local.?ai|chatLocalAI|xinference|lm.?studio|litellm|vllm|nvidia|nim\b/i,
    'other-ai',
  ],
  [/open.?router/i, 'openrouter'],
  [/bedrock|sagemaker|\baws/i, 'aws-ai'],
  [/ollama/i, 'ollama'],
  [/groq/i, 'groq'],
  [/hugging.?face/i, 'huggingface'],
  [/replicate/i, 'replicate'],
  [/google|gemini|vertex|palm/i, 'google-ai'],
  [/anthropic|claude/i, 'anthropic'],
  [/mistral/i, 'mistral'],
  [/deep.?seek/i, 'deepseek'],
  [/cohere/i, 'cohere'],
  [/perplexity/i, 'perplexity'],
  [/\bx\.?ai\b|chatXAI|grok/i, 'xai'],
  [/eleven.?labs/i, 'elevenlabs'],
  [/open.?ai|chatgpt|gpt|dall.?e|whisper/i, 'openai'],
  [
    /watson|cerebras|fireworks|together|tongyi|qwen|dashscope|volcengine|moonshot|zhipu|minimax|\byi\b|baidu|wenxin|ernie|spark|hunyuan|siliconflow|stability|jina|voyage|sambanova|novita|baichuan|stepfun|upstage|maritalk|aiml/i,
    'other-ai',
  ],
]

export const vendorOf = (name: string): string => vendors.find(([pattern]) => pattern.test(name))?.[1] ?? 'other-ai'
