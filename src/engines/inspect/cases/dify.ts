import { yaml, type Case } from './build.ts'

const dify = (nodes: string, mode = 'workflow'): string =>
  `kind: app\napp:\n  name: a\n  mode: ${mode}\nworkflow:\n  graph:\n    edges: []\n    nodes:\n${nodes}`

export const difyCases: readonly Case[] = [
  {
    name: 'model and code',
    why: 'the provider names the vendor; Python is read',
    tier: 1,
    source: yaml(
      'a',
      dify(
        '    - id: "1"\n      data: {type: start, title: s}\n    - id: "2"\n      data: {type: llm, title: l, model: {provider: langgenius/openai/openai, name: gpt-4o}}\n    - id: "3"\n      data: {type: code, title: c, code_language: python3, code: "import json\\nx = 1"}\n',
      ),
    ),
    facts: { triggers: ['manual'], usesAI: true, aiVendors: ['openai'], runsCode: true },
  },
  {
    name: 'chat that calls',
    why: 'an HTTP node with a literal host',
    tier: 3,
    source: yaml(
      'a',
      dify(
        '    - id: "1"\n      data: {type: start, title: s}\n    - id: "2"\n      data: {type: http-request, title: h, method: get, url: "https://acme.zendesk.com/api/v2/tickets/{{#1.id#}}"}\n',
        'advanced-chat',
      ),
    ),
    facts: {
      triggers: ['chat'],
      callsHttp: true,
      httpHosts: ['acme.zendesk.com'],
      integratesEnterpriseSystem: true,
      enterpriseSystems: ['zendesk'],
    },
  },
  {
    name: 'assistant without a graph',
    why: 'older apps keep the model in their configuration',
    tier: 1,
    source: yaml(
      'a',
      'kind: app\napp: {name: a, mode: agent-chat}\nmodel_config:\n  model: {provider: anthropic, name: claude-3}\n  pre_prompt: Help people\n  agent_mode:\n    tools:\n      - {provider_id: google, tool_name: google_search, enabled: true}\n      - {provider_id: email, tool_name: send_mail, enabled: false}\n',
    ),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['anthropic'] },
  },
  {
    name: 'tools that send and paint',
    why: 'a mail tool sends, an image tool is a model',
    tier: 3,
    source: yaml(
      'a',
      dify(
        '    - id: "1"\n      data: {type: start, title: s}\n    - id: "2"\n      data: {type: tool, title: t, provider_id: langgenius/email/email, tool_name: send_mail}\n    - id: "3"\n      data: {type: tool, title: p, provider_id: dalle, tool_name: dalle3}\n',
      ).replace('edges: []', 'edges: [{source: "1", target: "3"}, {source: "3", target: "2"}]'),
    ),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      usesAI: true,
      aiVendors: ['openai'],
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'person in a workflow',
    why: 'a human input stops the run',
    tier: 2,
    source: yaml(
      'a',
      dify('    - id: "1"\n      data: {type: start, title: s}\n    - id: "2"\n      data: {type: human-input, title: h}\n'),
    ),
    facts: { triggers: ['manual'], hasHumanReviewStep: true },
  },
  {
    name: 'note',
    why: 'a note is a comment',
    tier: 1,
    source: yaml('a', dify('    - id: "1"\n      data: {type: "", text: "call https://api.openai.com"}\n')),
    facts: {},
  },
]
