/**
 * Which vendor stands behind a compatible endpoint, read from the name of the model or of the credential. The first that
 * fits wins, so brokers stand before the makers whose models they pass on.
 * Source: the vendors' model lists; checked 2026-11.
 */
export const modelNames: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:gpt|chatgpt|o[134](?:-|$)|text-embedding-|text-davinci|davinci|dall-e|whisper|tts-|ft:gpt|codex|omni-moderation|computer-use)/i,
    'openai',
  ],
  [/^[\w.-]+\/[\w.:-]+$/, 'broker'],
  [/^deepseek/i, 'deepseek'],
  [/^claude/i, 'anthropic'],
  [/^(?:models\/)?(?:gemini|gemma|palm|learnlm)/i, 'google'],
  [/^(?:mistral|codestral|ministral|pixtral|magistral)/i, 'mistral'],
  [/^grok/i, 'xai'],
  [/^(?:command-|embed-english|embed-multilingual)/i, 'cohere'],
  [/^sonar|^pplx/i, 'perplexity'],
  [/^(?:qwen|moonshot|kimi|glm-|ernie|doubao|yi-|abab|hunyuan)/i, 'other'],
]

export const credentialNames: readonly (readonly [RegExp, string])[] = [
  [/open\s?router/i, 'openrouter'],
  [/deep\s?seek/i, 'deepseek'],
  [/groq/i, 'groq'],
  [/\bazure\b/i, 'azure-openai'],
  [/anthropic|claude/i, 'anthropic'],
  [/gemini|google ai|vertex/i, 'google'],
  [/mistral/i, 'mistral'],
  [/ollama/i, 'ollama'],
  [/perplexity/i, 'perplexity'],
  [/\bx\.?ai\b|grok/i, 'xai'],
  [/cohere/i, 'cohere'],
  [/hugging\s?face/i, 'huggingface'],
  [/together|fireworks|siliconflow|moonshot|dashscope|qwen|volcengine|lm ?studio|local ?ai/i, 'other'],
]
