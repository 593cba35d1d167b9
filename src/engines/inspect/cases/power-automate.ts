import { zipSync } from 'fflate'
import { call, flow, type Case } from './build.ts'

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
