import { zipSync } from 'fflate'
import { call, yaml, type Case } from './build.ts'

const text = (source: string): Uint8Array => new TextEncoder().encode(source)

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
