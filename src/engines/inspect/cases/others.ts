import { zipSync } from 'fflate'
import { call, flow, flowise, json, nodeRed, yaml, type Case } from './build.ts'

const text = (source: string): Uint8Array => new TextEncoder().encode(source)
const mail = (to: string, after: string[] = []) =>
  call('office365', 'SendEmailV2', { 'emailMessage/To': to, 'emailMessage/Subject': 'x' }, after)
const recurrence = { Recurrence: { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } } }

export const powerAutomateCases: readonly Case[] = [
  {
    name: 'mail to the data',
    why: 'recipients from the data',
    tier: 3,
    source: flow('a', { Mail: mail("@triggerBody()?['email']") }),
    facts: { triggers: ['manual'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'mail to myself',
    why: 'the profile mail of whoever runs it',
    tier: 1,
    source: flow('a', { Me: call('office365users', 'MyProfile_V2'), Mail: mail("@outputs('Me')?['body/mail']", ['Me']) }),
    facts: { triggers: ['manual'], messageChannels: ['email'] },
  },
  {
    name: 'mail to the caller',
    why: 'x-ms-user-email is the person who pressed the button',
    tier: 1,
    source: flow('a', { Mail: mail("@{triggerOutputs()['headers']['x-ms-user-email']}") }),
    facts: { triggers: ['manual'], messageChannels: ['email'] },
  },
  {
    name: 'mail to myself by variable',
    why: 'followed through a variable',
    tier: 1,
    source: flow('a', {
      Me: call('office365users', 'MyProfile_V2'),
      Var: {
        type: 'InitializeVariable',
        runAfter: { Me: ['Succeeded'] },
        inputs: { variables: [{ name: 'to', type: 'string', value: "@outputs('Me')?['body/mail']" }] },
      },
      Mail: mail("@variables('to')", ['Var']),
    }),
    facts: { triggers: ['manual'], messageChannels: ['email'] },
  },
  {
    name: 'mail to myself and to another',
    why: 'one other recipient is enough',
    source: flow('a', {
      Me: call('office365users', 'MyProfile_V2'),
      Mail: mail("@{outputs('Me')?['body/mail']};@{triggerBody()?['cc']}", ['Me']),
    }),
    tier: 3,
    facts: { triggers: ['manual'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'chat with myself',
    why: 'two fields of one’s own profile are still one’s own',
    tier: 1,
    source: flow('a', {
      Me: call('office365users', 'MyProfile_V2'),
      Say: call(
        'teams',
        'PostMessageToConversation',
        {
          location: 'Chat with Flow bot',
          'body/recipient': "@{coalesce(outputs('Me')?['body/mail'], outputs('Me')?['body/userPrincipalName'])}",
        },
        ['Me'],
      ),
    }),
    facts: { triggers: ['manual'], messageChannels: ['teams'] },
  },
  {
    name: 'mail to the author of an item',
    why: 'a person field of a list is a colleague: doubtful',
    tier: 2,
    source: flow('a', { Mail: mail("@triggerOutputs()?['body/Author/Email']") }),
    facts: { triggers: ['manual'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'notice to the owner',
    why: 'this connector reaches the owner only',
    tier: 1,
    source: flow(
      'a',
      { Tell: call('flowpush', 'SendEmailNotification', { 'NotificationEmailDefinition/notificationSubject': 'x' }) },
      recurrence,
    ),
    facts: { triggers: ['schedule'], messageChannels: ['email'] },
  },
  {
    name: 'approval then mail',
    why: 'an approval on the only path',
    tier: 3,
    source: flow('a', {
      Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook'),
      Mail: mail("@triggerBody()?['email']", ['Ask']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'mail when the approval failed',
    why: 'an approval that timed out is no review',
    tier: 3,
    source: flow('a', {
      Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook'),
      Mail: { ...mail("@triggerBody()?['email']"), runAfter: { Ask: ['TimedOut', 'Failed'] } },
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'approval in one branch',
    why: 'the other branch goes past it',
    tier: 3,
    source: flow('a', {
      If: {
        type: 'If',
        runAfter: {},
        expression: {},
        actions: { Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook') },
        else: { actions: {} },
      },
      Mail: mail("@triggerBody()?['email']", ['If']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'approval inside a scope',
    why: 'the scope ends only when the approval did',
    tier: 3,
    source: flow('a', {
      Scope: {
        type: 'Scope',
        runAfter: {},
        actions: { Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook') },
      },
      Mail: mail("@triggerBody()?['email']", ['Scope']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'older call form',
    why: 'no operation id: method and path say it',
    tier: 3,
    source: flow(
      'a',
      {
        Send: {
          type: 'ApiConnection',
          runAfter: {},
          inputs: {
            host: { connection: { name: "@parameters('$connections')['shared_office365_1']['connectionId']" } },
            method: 'post',
            path: '/v2/Mail',
            body: { To: "@triggerBody()?['who']", Subject: 'x' },
          },
        },
      },
      recurrence,
      { shared_office365_1: { api: { name: 'shared_office365' } } },
    ),
    facts: { triggers: ['schedule'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'alias of the author',
    why: 'the alias is resolved through the references',
    tier: 2,
    source: flow(
      'a',
      {
        Say: {
          type: 'OpenApiConnection',
          runAfter: {},
          inputs: { host: { connectionName: 'our chat', operationId: 'PostMessageToConversation' }, parameters: { location: 'Channel' } },
        },
      },
      manual(),
      { 'our chat': { api: { name: 'shared_teams' } } },
    ),
    facts: { triggers: ['manual'], messageChannels: ['teams'] },
  },
  {
    name: 'prompt that looks like Dataverse',
    why: 'AI Builder runs under the Dataverse connection',
    tier: 1,
    source: flow('a', {
      Ask: {
        type: 'OpenApiConnection',
        runAfter: {},
        inputs: {
          host: {
            apiId: '/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps/operationGroups/aibuilder',
            connectionName: 'shared_commondataserviceforapps',
            operationId: 'aibuilderpredict_customprompt',
          },
          parameters: { recordId: 'x' },
        },
      },
    }),
    facts: { triggers: ['manual'], usesAI: true, aiVendors: ['microsoft'] },
  },
  {
    name: 'Dataverse, customers',
    why: 'accounts are the customer system',
    tier: 3,
    source: flow('a', { List: call('commondataserviceforapps', 'ListRecords', { entityName: 'accounts' }) }),
    facts: { triggers: ['manual'], integratesEnterpriseSystem: true, enterpriseSystems: ['dynamics365'] },
  },
  {
    name: 'Dataverse, older call form',
    why: 'the table’s name stands inside an encoding expression',
    tier: 3,
    source: flow('a', {
      Get: {
        type: 'ApiConnection',
        runAfter: {},
        inputs: {
          host: { connection: { name: "@parameters('$connections')['shared_commondataservice']['connectionId']" } },
          method: 'get',
          path: "/v2/datasets/@{encodeURIComponent('x')}/tables/@{encodeURIComponent(encodeURIComponent('leads'))}/items",
        },
      },
    }),
    facts: { triggers: ['manual'], integratesEnterpriseSystem: true, enterpriseSystems: ['dynamics365'] },
  },
  {
    name: 'Dataverse, own table',
    why: 'a custom table is no customer system',
    tier: 1,
    source: flow('a', { List: call('commondataserviceforapps', 'ListRecords', { entityName: 'cr_holidays' }) }),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'address in a variable',
    why: 'a literal in an earlier variable',
    tier: 1,
    source: flow('a', {
      Var: {
        type: 'InitializeVariable',
        runAfter: {},
        inputs: { variables: [{ name: 'base', type: 'string', value: 'https://api.acme.example:8443' }] },
      },
      Get: { type: 'Http', runAfter: { Var: ['Succeeded'] }, inputs: { method: 'GET', uri: "@{variables('base')}/orders" } },
    }),
    facts: { triggers: ['manual'], callsHttp: true, httpHosts: ['api.acme.example:8443'] },
  },
  {
    name: 'SharePoint’s own HTTP',
    why: 'a connector’s scoped HTTP is not a general client',
    tier: 1,
    source: flow('a', {
      Get: call('sharepointonline', 'HttpRequest', { dataset: 'https://acme.sharepoint.com', 'parameters/uri': '_api/web' }),
    }),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'child flow',
    why: 'what it calls is not in the file',
    source: flow(
      'a',
      { Child: { type: 'Workflow', runAfter: {}, inputs: { host: { workflowReferenceName: 'x' } } } },
      { manual: { type: 'Request', kind: 'Skills' } },
    ),
    facts: { triggers: ['subflow'], callsSubflow: true },
  },
  {
    name: 'office script',
    why: 'an Office Script is the author’s code',
    tier: 1,
    source: flow('a', { Run: call('excelonlinebusiness', 'RunScriptProdV2', {}) }),
    facts: { triggers: ['manual'], runsCode: true },
  },
  {
    name: 'exported package',
    why: 'a legacy package is read from its definition',
    tier: 1,
    source: {
      name: 'p.zip',
      bytes: zipSync({
        'manifest.json': text('{"details":{"displayName":"P"}}'),
        'Microsoft.Flow/flows/1/definition.json': text(
          JSON.stringify({ properties: { definition: { triggers: recurrence, actions: { Get: call('sql', 'GetItems_V2', {}) } } } }),
        ),
      }),
    },
    facts: {
      triggers: ['schedule'],
      directDatabaseAccess: true,
      databaseEngines: ['mssql'],
      prohibitedCandidates: ['direct-database-access'],
    },
  },
  {
    name: 'card that waits',
    why: 'a card in a chat stops the run until it is answered',
    tier: 3,
    source: flow('a', {
      Ask: call('teams', 'SubscribeUserFlowContinuation', { 'body/recipient': 'lead@acme.example' }, [], 'OpenApiConnectionWebhook'),
      Mail: mail("@triggerBody()?['email']", ['Ask']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email', 'teams'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'mail with options',
    why: 'the mail that asks is the review',
    tier: 3,
    source: flow('a', {
      Ask: call('office365', 'SendMailWithOptions', { 'optionsEmailSubscription/To': 'lead@acme.example' }, [], 'OpenApiConnectionWebhook'),
      Tweet: call('twitter', 'PostTweet', {}, ['Ask']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      publishesExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'approval in a loop',
    why: 'a loop over nothing asks nobody',
    tier: 3,
    source: flow('a', {
      Each: {
        type: 'Foreach',
        runAfter: {},
        foreach: '@triggerBody()',
        actions: { Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook') },
      },
      Mail: mail("@triggerBody()?['email']", ['Each']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'approval in a repetition',
    why: 'a repetition runs at least once',
    tier: 3,
    source: flow('a', {
      Until: {
        type: 'Until',
        runAfter: {},
        expression: 'x',
        actions: { Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook') },
      },
      Mail: mail("@triggerBody()?['email']", ['Until']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'approval in every case but the default',
    why: 'a switch may fall through',
    tier: 3,
    source: flow('a', {
      Which: {
        type: 'Switch',
        runAfter: {},
        expression: 'x',
        cases: { A: { case: 'a', actions: { Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook') } } },
        default: { actions: {} },
      },
      Mail: mail("@triggerBody()?['email']", ['Which']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'approval beside other work',
    why: 'what runs after both waits for both',
    tier: 3,
    source: flow('a', {
      Ask: call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook'),
      Get: call('sharepointonline', 'GetItems', {}),
      Mail: mail("@triggerBody()?['email']", ['Ask', 'Get']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'all',
    },
  },
  {
    name: 'approval only after a failure',
    why: 'where the first step succeeds nobody is asked',
    tier: 3,
    source: flow('a', {
      Scope: {
        type: 'Scope',
        runAfter: {},
        actions: {
          Get: call('sharepointonline', 'GetItems', {}),
          Ask: { ...call('approvals', 'StartAndWaitForAnApproval', {}, [], 'OpenApiConnectionWebhook'), runAfter: { Get: ['Failed'] } },
        },
      },
      Mail: mail("@triggerBody()?['email']", ['Scope']),
    }),
    facts: {
      triggers: ['manual'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'older approval',
    why: 'the older form waits by a subscription',
    tier: 2,
    source: flow('a', {
      Ask: {
        type: 'ApiConnectionWebhook',
        runAfter: {},
        inputs: {
          host: { connection: { name: "@parameters('$connections')['shared_approvals']['connectionId']" } },
          path: "/types/@{encodeURIComponent('x')}/approvals/environments/$subscriptions",
          method: 'post',
        },
      },
    }),
    facts: { triggers: ['manual'], hasHumanReviewStep: true },
  },
  {
    name: 'form',
    why: 'a Forms trigger is a form',
    tier: 1,
    source: flow(
      'a',
      { Get: call('microsoftforms', 'GetFormResponseById', {}) },
      {
        New: {
          type: 'OpenApiConnectionWebhook',
          inputs: { host: { apiId: '/x/shared_microsoftforms', connectionName: 'f', operationId: 'CreateFormWebhook' } },
        },
      },
    ),
    facts: { triggers: ['form'] },
  },
  {
    name: 'selected item',
    why: 'a person starts it from a list',
    tier: 1,
    source: flow(
      'a',
      { Wait: { type: 'Wait', runAfter: {}, inputs: {} } },
      { manual: { type: 'Request', kind: 'ApiConnection', inputs: {} } },
    ),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'text message',
    why: 'an SMS reaches anybody',
    tier: 3,
    source: flow(
      'a',
      { Say: call('twilio', 'SendMessage', { 'body/to': "@triggerBody()?['phone']" }) },
      { manual: { type: 'Request', kind: 'Http' } },
    ),
    facts: { triggers: ['webhook'], messageChannels: ['sms'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'custom connector',
    why: 'what stands behind it is not in the file: doubtful',
    source: flow('a', { Get: call('claims-5f0a1b2c-5fdd', 'GetClaim') }),
    facts: { triggers: ['manual'] },
  },
  {
    name: 'model by HTTP',
    why: 'a plain call to a vendor',
    tier: 1,
    source: flow('a', {
      Ask: {
        type: 'Http',
        runAfter: {},
        inputs: { method: 'POST', uri: "@concat('https://acme.openai.azure.com/openai/deployments/', variables('d'))" },
      },
    }),
    facts: { triggers: ['manual'], callsHttp: true, httpHosts: ['acme.openai.azure.com'], usesAI: true, aiVendors: ['azure-openai'] },
  },
  {
    name: 'mail by Graph',
    why: 'Graph’s sendMail behind a connector that keeps the base address',
    tier: 3,
    source: flow('a', { Send: call('webcontents', 'InvokeHttp', { 'request/method': 'POST', 'request/url': '/v1.0/me/sendMail' }) }),
    facts: { triggers: ['manual'], callsHttp: true, messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'unpacked solution',
    why: 'the flows of a solution are one artifact',
    tier: 3,
    source: {
      name: 's',
      members: [
        { path: 'solution.xml', bytes: text('<x/>') },
        {
          path: 'Workflows/A.json',
          bytes: text(
            JSON.stringify({ properties: { definition: { triggers: recurrence, actions: { Get: call('salesforce', 'GetItems') } } } }),
          ),
        },
        {
          path: 'Workflows/B.json',
          bytes: text(
            JSON.stringify({
              properties: {
                definition: {
                  triggers: { manual: { type: 'Request', kind: 'Button' } },
                  actions: { Say: call('teams', 'PostMessageToConversation', { location: 'Channel' }) },
                },
              },
            }),
          ),
        },
      ],
    },
    facts: {
      triggers: ['manual', 'schedule'],
      integratesEnterpriseSystem: true,
      enterpriseSystems: ['salesforce'],
      messageChannels: ['teams'],
    },
  },
]

function manual(): Record<string, unknown> {
  return { manual: { type: 'Request', kind: 'Button' } }
}

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

const topic = (actions: string): string =>
  `kind: AdaptiveDialog\nbeginDialog:\n  kind: OnRecognizedIntent\n  id: main\n  actions:\n${actions}`

export const copilotCases: readonly Case[] = [
  {
    name: 'topic alone',
    why: 'a topic without an AI action is no AI',
    tier: 1,
    source: yaml('a', topic('    - kind: SendActivity\n      activity: Hello\n')),
    facts: { triggers: ['chat'] },
  },
  {
    name: 'topic with an AI action',
    why: 'answers by a model',
    tier: 1,
    source: yaml('a', topic('    - kind: AnswerQuestionWithAI\n      userInput: =System.Activity.Text\n')),
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['microsoft'] },
  },
  {
    name: 'topic that calls',
    why: 'a formula that begins with a literal address',
    tier: 1,
    source: yaml('a', topic('    - kind: HttpRequestAction\n      url: ="https://api.acme.example/v1/" & Topic.Id\n')),
    facts: { triggers: ['chat'], callsHttp: true, httpHosts: ['api.acme.example'] },
  },
  {
    name: 'topic in front of the HR system',
    why: 'a shared topic with a Workday scenario',
    tier: 3,
    source: yaml(
      'a',
      topic(
        '    - kind: BeginDialog\n      input:\n        binding:\n          scenarioName: msdyn_HRWorkdayHCMEmployeeGetBalance\n      dialog: shared.topic.WorkdaySystemGetCommonExecution\n',
      ),
    ),
    facts: { triggers: ['chat'], integratesEnterpriseSystem: true, enterpriseSystems: ['workday'], callsSubflow: true },
  },
  {
    name: 'topic that mails',
    why: 'a connector action of a topic sends',
    tier: 3,
    source: yaml(
      'a',
      topic('    - kind: InvokeConnectorAction\n      connectionReference: bot.shared_office365.1\n      operationId: SendEmailV2\n'),
    ),
    facts: { triggers: ['chat'], messageChannels: ['email'], sendsExternally: true, externalSendsReviewed: 'none' },
  },
  {
    name: 'topic that runs a flow',
    why: 'the flow is not in the file',
    source: yaml('a', topic('    - kind: InvokeFlowAction\n      flowId: 1\n')),
    facts: { triggers: ['chat'], callsSubflow: true },
  },
  {
    name: 'approval in a condition of a topic',
    why: 'a condition may lead past it',
    tier: 3,
    source: yaml(
      'a',
      topic(
        '    - kind: ConditionGroup\n      conditions:\n        - condition: =true\n          actions:\n            - kind: InvokeConnectorAction\n              connectionReference: b.shared_approvals.1\n              operationId: StartAndWaitForAnApproval\n    - kind: InvokeConnectorAction\n      connectionReference: b.shared_office365.1\n      operationId: SendEmailV2\n',
      ),
    ),
    facts: {
      triggers: ['chat'],
      messageChannels: ['email'],
      sendsExternally: true,
      hasHumanReviewStep: true,
      externalSendsReviewed: 'none',
    },
  },
  {
    name: 'topic called by another',
    why: 'a redirect is no trigger of people',
    tier: 1,
    source: yaml('a', 'kind: AdaptiveDialog\nbeginDialog:\n  kind: OnRedirect\n  actions: []\n'),
    facts: { triggers: ['subflow'] },
  },
  {
    name: 'address in a variable of a topic',
    why: 'a variable set before the call',
    tier: 1,
    source: yaml(
      'a',
      topic(
        '    - kind: SetVariable\n      variable: Topic.Base\n      value: https://api.acme.example\n    - kind: HttpRequestAction\n      url: =Topic.Base & "/x"\n',
      ),
    ),
    facts: { triggers: ['chat'], callsHttp: true, httpHosts: ['api.acme.example'] },
  },
  {
    name: 'agent solution',
    why: 'components without extension, a configuration, a flow',
    tier: 3,
    source: {
      name: 'a.zip',
      bytes: zipSync({
        'solution.xml': text('<x/>'),
        'bots/a/configuration.json': text('{"$kind":"BotConfiguration","agentSettings":{"model":{"series":"X"}}}'),
        'botcomponents/a.action.b/data': text('kind: TaskDialog\naction:\n  kind: InvokeFlowTaskAction\n  flowId: 1\n'),
        'Workflows/b.json': text(
          JSON.stringify({
            properties: {
              definition: {
                triggers: { manual: { type: 'Request', kind: 'Skills' } },
                actions: { Get: call('service-now', 'GetRecords') },
              },
            },
          }),
        ),
      }),
    },
    facts: {
      triggers: ['chat'],
      usesAI: true,
      aiVendors: ['microsoft'],
      callsSubflow: true,
      integratesEnterpriseSystem: true,
      enterpriseSystems: ['servicenow'],
    },
  },
  {
    name: 'agent folder',
    why: 'an agent with a connector tool and its flow',
    tier: 2,
    source: {
      name: 'agent',
      members: [
        {
          path: 'agent.mcs.yml',
          bytes: text('kind: GptComponentMetadata\ndisplayName: Helper\ninstructions: Help people with their trips\n'),
        },
        { path: 'settings.mcs.yml', bytes: text('displayName: Helper\n') },
        {
          path: 'actions/post.mcs.yml',
          bytes: text(
            'kind: TaskDialog\naction:\n  kind: InvokeConnectorTaskAction\n  connectionReference: x.shared_teams.1\n  operationId: PostMessageToConversation\n',
          ),
        },
      ],
    },
    facts: { triggers: ['chat'], usesAI: true, aiVendors: ['microsoft'], messageChannels: ['teams'] },
  },
]

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
