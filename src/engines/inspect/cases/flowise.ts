import { flowise, json, type Case } from './build.ts'

export const flowiseCases: readonly Case[] = [
  {
    name: 'chatflow',
    why: 'people talk to it; the model node names the vendor',
    tier: 1,
    source: flowise(
      'a',
      [
        { name: 'chatMistralAI', category: 'Chat Models', inputs: { modelName: 'mistral-small' } },
        { name: 'llmChain', category: 'Chains' },
      ],
      [['chatMistralAI', 'llmChain']],
    ),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['mistral'] },
  },
  {
    name: 'vendor as a value',
    why: 'newer agentflows keep the vendor in an input',
    tier: 1,
    source: flowise(
      'a',
      [
        { name: 'startAgentflow', inputs: { startInputType: 'formInput' } },
        { name: 'llmAgentflow', inputs: { llmModel: 'azureChatOpenAI', llmModelConfig: { modelName: 'gpt-4o' } } },
      ],
      [['startAgentflow', 'llmAgentflow']],
    ),
    facts: { triggers: ['form'], usesAI: true, aiVendors: ['azure-openai'] },
  },
  {
    name: 'person before the tool',
    why: 'a tool that asks first, a function that opens a database',
    source: flowise(
      'a',
      [
        { name: 'startAgentflow', inputs: { startInputType: 'chatInput' } },
        { name: 'humanInputAgentflow' },
        { name: 'customFunctionAgentflow', inputs: { customFunctionJavascriptFunction: "const { Client } = require('pg'); return 1" } },
      ],
      [
        ['startAgentflow', 'humanInputAgentflow'],
        ['humanInputAgentflow', 'customFunctionAgentflow'],
      ],
    ),
    facts: {
      triggers: ['chat'],
      hasHumanReviewStep: true,
      runsCode: true,
      directDatabaseAccess: true,
      databaseEngines: ['postgres'],
      prohibitedCandidates: ['direct-database-access'],
    },
  },
  {
    name: 'database chain',
    why: 'a chain over a database',
    source: flowise(
      'a',
      [
        { name: 'sqlDatabaseChain', category: 'Chains', inputs: { database: 'postgres', url: 'x' } },
        { name: 'chatOpenAI', category: 'Chat Models', inputs: { basepath: 'https://api.groq.com/openai/v1' } },
      ],
      [['chatOpenAI', 'sqlDatabaseChain']],
    ),
    facts: {
      triggers: ['chat'],
      usesAI: true,
      aiVendors: ['groq'],
      directDatabaseAccess: true,
      databaseEngines: ['postgres'],
      prohibitedCandidates: ['direct-database-access'],
    },
  },
  {
    name: 'state changed by code',
    why: 'the tab that is open names code, and that is the author’s',
    tier: 1,
    source: flowise(
      'a',
      [
        { name: 'seqStart', category: 'Sequential Agents' },
        { name: 'chatMistralAI', category: 'Chat Models' },
        {
          name: 'seqLLMNode',
          category: 'Sequential Agents',
          inputs: {
            updateStateMemory: 'updateStateMemoryUI',
            selectedUpdateStateMemoryTab_seqLLMNode_0: 'updateStateMemoryCode',
            updateStateMemoryCode: 'return { count: $flow.state.count + 1 }',
          },
        },
      ],
      [
        ['seqStart', 'seqLLMNode'],
        ['chatMistralAI', 'seqLLMNode'],
      ],
    ),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['mistral'], runsCode: true },
  },
  {
    name: 'code behind a closed tab',
    why: 'the table is open, so the code beside it never runs',
    tier: 1,
    source: flowise(
      'a',
      [
        { name: 'seqStart', category: 'Sequential Agents' },
        { name: 'chatMistralAI', category: 'Chat Models' },
        {
          name: 'seqCondition',
          category: 'Sequential Agents',
          inputs: { selectedConditionFunctionTab_seqCondition_0: 'conditionUI', conditionUI: '[]', conditionFunction: "return 'End'" },
        },
      ],
      [['seqStart', 'seqCondition']],
    ),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['mistral'] },
  },
  {
    name: 'another flow as a tool',
    why: 'what it does is not in the file',
    source: flowise(
      'a',
      [
        { name: 'ChatflowTool', category: 'Tools' },
        { name: 'chatOllama', category: 'Chat Models' },
        { name: 'toolAgent', category: 'Agents' },
      ],
      [
        ['ChatflowTool', 'toolAgent'],
        ['chatOllama', 'toolAgent'],
      ],
    ),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['ollama'], callsSubflow: true },
  },
  {
    name: 'HTTP step',
    why: 'an agentflow’s own request',
    tier: 1,
    source: flowise(
      'a',
      [
        { name: 'startAgentflow', inputs: { startInputType: 'chatInput' } },
        { name: 'httpAgentflow', inputs: { method: 'POST', url: '<p>https://hooks.acme.example/x</p>' } },
      ],
      [['startAgentflow', 'httpAgentflow']],
    ),
    facts: { triggers: ['chat'], callsHttp: true, httpHosts: ['hooks.acme.example'] },
  },
  {
    name: 'tool that asks first',
    why: 'a person before one tool guards that tool',
    tier: 3,
    source: flowise(
      'a',
      [
        { name: 'startAgentflow', inputs: { startInputType: 'chatInput' } },
        {
          name: 'agentAgentflow',
          inputs: {
            agentModel: 'chatAnthropic',
            agentModelConfig: { modelName: 'claude-sonnet-4' },
            agentTools: [
              {
                agentSelectedTool: 'gmail',
                agentSelectedToolRequiresHumanInput: true,
                agentSelectedToolConfig: { gmailType: 'messages', messageActions: '["sendMessage"]' },
              },
              { agentSelectedTool: 'requestsGet', agentSelectedToolConfig: { requestsGetUrl: '<p>https://api.acme.example/x</p>' } },
            ],
          },
        },
      ],
      [['startAgentflow', 'agentAgentflow']],
    ),
    facts: {
      triggers: ['chat'],
      usesAI: true,
      aiVendors: ['anthropic'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      callsHttp: true,
      httpHosts: ['api.acme.example'],
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'tool step, older names',
    why: 'an action of a chat server posts a message',
    tier: 2,
    source: flowise(
      'a',
      [
        { name: 'startAgentflow', inputs: { startInputType: 'chatInput' } },
        { name: 'toolAgentflow', inputs: { selectedTool: 'slackMCP', selectedToolConfig: { mcpActions: '["slack_post_message"]' } } },
      ],
      [['startAgentflow', 'toolAgentflow']],
    ),
    facts: { triggers: ['chat'], messageChannels: ['slack'] },
  },
  {
    name: 'documentation is not configuration',
    why: 'inputParams list every option with examples',
    tier: 1,
    source: json('a', {
      nodes: [
        {
          id: '1',
          data: {
            name: 'calculator',
            category: 'Tools',
            inputs: {},
            inputParams: [{ name: 'url', placeholder: 'https://api.stripe.com' }],
          },
        },
      ],
      edges: [],
    }),
    facts: { triggers: ['chat'] },
  },
  {
    name: 'marketplace tool',
    why: 'code that an agent elsewhere calls',
    tier: 3,
    source: json('a', {
      name: 'send',
      description: 'x',
      color: 'y',
      schema: '[]',
      func: "const r = await fetch('https://api.sendgrid.com/v3/mail/send', { method: 'POST' }); return r.text()",
    }),
    facts: {
      triggers: ['subflow'],
      runsCode: true,
      callsHttp: true,
      httpHosts: ['api.sendgrid.com'],
      messageChannels: ['email'],
      sendsExternally: true,
      externalSendsReviewed: 'none',
    },
  },
]
