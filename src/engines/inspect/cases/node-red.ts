import { json, nodeRed, type Case } from './build.ts'

export const nodeRedCases: readonly Case[] = [
  {
    name: 'timer',
    why: 'an inject with an interval is a timer',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject', repeat: '60', wires: [['2']] },
      { id: '2', type: 'debug' },
    ]),
    facts: { triggers: ['schedule'] },
  },
  {
    name: 'button',
    why: 'an inject without one is a button',
    tier: 1,
    source: nodeRed('a', [{ id: '1', type: 'inject', repeat: '', crontab: '' }]),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'page switched off',
    why: 'nodes of a disabled page do not run',
    tier: 1,
    source: json('a', [
      { id: 'p', type: 'tab', disabled: true },
      { id: '1', z: 'p', type: 'mysql', wires: [] },
    ]),
    facts: {},
  },
  {
    name: 'node switched off',
    why: 'd is disabled',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject' },
      { id: '2', type: 'e-mail', name: '', d: true },
    ]),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'model by message',
    why: 'code sets the address that the request uses',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'http in', wires: [['2']] },
      {
        id: '2',
        type: 'function',
        func: "msg.url = 'https://api.openai.com/v1/chat/completions'; msg.method = 'POST'; return msg",
        wires: [['3']],
      },
      { id: '3', type: 'http request', method: 'use', url: '', wires: [[]] },
    ]),
    facts: { triggers: ['webhook'], runsCode: true, callsHttp: true, httpHosts: ['api.openai.com'], usesAI: true, aiVendors: ['openai'] },
  },
  {
    name: 'base by button, path by code',
    why: 'a literal in an earlier variable, though code adds the path; the code right before the call wins',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject', props: [{ p: 'server', v: 'https://doors.acme.example/api', vt: 'str' }], wires: [['2']] },
      { id: '2', type: 'function', func: "msg.url = 'https://login.acme.example/session'; return msg", wires: [['3']] },
      { id: '3', type: 'http request', method: 'use', url: '', wires: [['4']] },
      { id: '4', type: 'function', func: 'msg.url = msg.server + `/doors/${msg.payload.id}`; return msg', wires: [['5']] },
      { id: '5', type: 'http request', method: 'use', url: '' },
    ]),
    facts: { triggers: ['manual'], runsCode: true, callsHttp: true, httpHosts: ['doors.acme.example', 'login.acme.example'] },
  },
  {
    name: 'address by change',
    why: 'a change node sets msg.url',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject', wires: [['2']] },
      { id: '2', type: 'change', rules: [{ t: 'set', p: 'url', pt: 'msg', to: 'https://api.acme.example/x', tot: 'str' }], wires: [['3']] },
      { id: '3', type: 'http request', method: 'GET', url: '' },
    ]),
    facts: { triggers: ['manual'], callsHttp: true, httpHosts: ['api.acme.example'] },
  },
  {
    name: 'database and its account',
    why: 'the account alone never runs; the node does',
    source: json('a', [
      { id: 'p', type: 'tab' },
      { id: 'db', type: 'MySQLdatabase', host: 'db' },
      { id: '1', z: 'p', type: 'inject', wires: [['2']] },
      { id: '2', z: 'p', type: 'mysql', mydb: 'db', wires: [] },
    ]),
    facts: {
      triggers: ['manual'],
      directDatabaseAccess: true,
      databaseEngines: ['mysql'],
      prohibitedCandidates: ['direct-database-access'],
    },
  },
  {
    name: 'mail',
    why: 'e-mail goes out to whoever the message says',
    tier: 3,
    source: nodeRed('a', [
      { id: '1', type: 'mqtt in', wires: [['2']] },
      { id: '2', type: 'e-mail', name: '' },
    ]),
    facts: { triggers: ['app-event'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'subflow',
    why: 'an embedded flow runs, and counts',
    source: json('a', [
      { id: 'p', type: 'tab' },
      { id: 's', type: 'subflow', in: [{ wires: [{ id: 'm' }] }], out: [] },
      { id: 'm', z: 's', type: 'telegram sender', wires: [] },
      { id: '1', z: 'p', type: 'inject', wires: [['i']] },
      { id: 'i', z: 'p', type: 'subflow:s', wires: [] },
    ]),
    tier: 3,
    facts: {
      triggers: ['manual'],
      callsSubflow: true,
      messageChannels: ['telegram'],
      sendsExternally: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'address with a part from the message',
    why: 'the host is literal, the path is not',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject', crontab: '0 8 * * *', wires: [['2']] },
      { id: '2', type: 'http request', method: 'GET', url: 'https://api.acme.example/{{{topic}}}' },
    ]),
    facts: { triggers: ['schedule'], callsHttp: true, httpHosts: ['api.acme.example'] },
  },
  {
    name: 'prompt in a template',
    why: 'a template before the call tells the model to judge applicants',
    tier: 4,
    source: nodeRed('a', [
      { id: '1', type: 'http in', wires: [['2']] },
      { id: '2', type: 'template', field: 'payload', template: 'Rate the applicant for the job from 1 to 10: {{cv}}', wires: [['3']] },
      { id: '3', type: 'http request', method: 'POST', url: 'https://api.mistral.ai/v1/chat/completions' },
    ]),
    facts: {
      triggers: ['webhook'],
      callsHttp: true,
      httpHosts: ['api.mistral.ai'],
      usesAI: true,
      aiVendors: ['mistral'],
      sensitiveDomains: ['hiring'],
      prohibitedCandidates: ['decision-about-individual-employee-or-applicant'],
    },
  },
  {
    name: 'not a flow of pages',
    why: 'a subflow alone is a flow too',
    tier: 1,
    source: json('a', [
      { id: 's', type: 'subflow', in: [], out: [] },
      { id: 'm', z: 's', type: 'function', func: 'return msg', wires: [[]] },
    ]),
    facts: { runsCode: true },
  },
  {
    name: 'command',
    why: 'a shell command is code',
    tier: 1,
    source: nodeRed('a', [
      { id: '1', type: 'inject', wires: [['2']] },
      { id: '2', type: 'exec', command: 'curl https://hooks.acme.example/x' },
    ]),
    facts: { triggers: ['manual'], runsCode: true, callsHttp: true, httpHosts: ['hooks.acme.example'] },
  },
]
