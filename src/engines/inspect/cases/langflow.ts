import { json, type Case } from './build.ts'

export const langflowCases: readonly Case[] = [
  {
    name: 'chat with an agent',
    why: 'the provider is a setting; the component’s own source is not the author’s code',
    tier: 1,
    source: json('a', {
      name: 'a',
      data: {
        nodes: [
          { id: '1', data: { type: 'ChatInput', node: { template: { code: { value: 'import requests' } } } } },
          {
            id: '2',
            data: { type: 'Agent', node: { template: { agent_llm: { value: 'Anthropic' }, code: { value: 'import psycopg2' } } } },
          },
        ],
        edges: [{ source: '1', target: '2' }],
      },
    }),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['anthropic'] },
  },
  {
    name: 'person before the mail',
    why: 'a human input stands before what leaves',
    tier: 3,
    source: json('a', {
      data: {
        nodes: [
          { id: '1', data: { type: 'ChatInput', node: { template: {} } } },
          { id: '2', data: { type: 'HumanInput', node: { template: {} } } },
          { id: '3', data: { type: 'ComposioGmailAPIComponent', node: { template: {} } } },
        ],
        edges: [
          { source: '1', target: '2' },
          { source: '2', target: '3' },
        ],
      },
    }),
    facts: {
      triggers: ['chat'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'component that its author changed',
    why: 'an edited component is the author’s code',
    source: json('a', {
      data: {
        nodes: [
          {
            id: '1',
            data: {
              type: 'TextInput',
              node: { edited: true, template: { code: { value: 'import sqlalchemy\nfrom openai import OpenAI' } } },
            },
          },
        ],
        edges: [],
      },
    }),
    facts: {
      runsCode: true,
      usesAI: true,
      aiVendors: ['openai'],
      directDatabaseAccess: true,
      databaseEngines: ['other'],
      prohibitedCandidates: ['direct-database-access'],
    },
  },
  {
    name: 'request',
    why: 'an API request with a literal address',
    tier: 1,
    source: json('a', {
      data: {
        nodes: [
          {
            id: '1',
            data: {
              type: 'APIRequest',
              node: { template: { url_input: { value: 'https://api.acme.example/x' }, method: { value: 'POST' } } },
            },
          },
        ],
        edges: [],
      },
    }),
    facts: { callsHttp: true, httpHosts: ['api.acme.example'] },
  },
]
