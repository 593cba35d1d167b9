import type { NodeRow } from './table.ts'

/**
 * Flowise components by name, where the name or the category alone does not say it. Models are found by category.
 * Source: docs.flowiseai.com/integrations; checked 2026-11.
 */
export const flowiseNodes: Readonly<Record<string, NodeRow>> = {
  stickyNote: { kind: 'note' }, stickyNoteAgentflow: { kind: 'note' },
  customFunction: { kind: 'code' }, customTool: { kind: 'code' }, customFunctionAgentflow: { kind: 'code' }, csvAgent: { kind: 'code' }, seqCustomFunction: { kind: 'code' }, ifElseFunction: { kind: 'code' },
  requestsGet: { kind: 'http' }, requestsPost: { kind: 'http' }, requestsPut: { kind: 'http' }, requestsDelete: { kind: 'http' }, httpAgentflow: { kind: 'http' }, openAPIToolkit: { kind: 'http' }, getApiChain: { kind: 'http' }, postApiChain: { kind: 'http' }, openApiChain: { kind: 'http' },
  executeFlowAgentflow: { kind: 'subflow' }, ChatflowTool: { kind: 'subflow' }, chatflowTool: { kind: 'subflow' }, agentAsTool: { kind: 'subflow' }, seqExecuteFlow: { kind: 'subflow' },
  humanInputAgentflow: { kind: 'human' }, customMCP: { kind: 'mcp', system: 'mcp' },
  openAIAssistant: { kind: 'model', system: 'openai' }, replicate: { kind: 'model', system: 'replicate' }, openAIFunctionAgent: { kind: 'runs-model' }, supervisor: { kind: 'runs-model' }, worker: { kind: 'runs-model' }, seqAgent: { kind: 'runs-model' }, seqLLMNode: { kind: 'runs-model' }, seqConditionAgent: { kind: 'runs-model' },

  gmail: { system: 'gmail', default: 'message/send' }, microsoftOutlook: { system: 'outlook', default: 'message/send' }, sendgrid: { system: 'sendgrid', default: 'message/send' }, slackMCP: { system: 'slack', default: 'message/send' }, slack: { system: 'slack', default: 'message/send' }, microsoftTeams: { system: 'teams', default: 'message/send' }, teamsMCP: { system: 'teams', default: 'message/send' }, discord: { system: 'discord', default: 'message/send' }, telegram: { system: 'telegram', default: 'message/send' },
  postgreSQLMCP: { system: 'postgres' }, supabaseMCP: { system: 'supabase' }, mysqlMCP: { system: 'mysql' }, RedisBackedChatMemory: { kind: 'memory', system: 'redis' }, upstashRedisBackedChatMemory: { kind: 'memory', system: 'redis' }, MongoDBAtlasChatMemory: { kind: 'memory', system: 'mongodb' }, DynamoDBChatMemory: { kind: 'memory', system: 'dynamodb' },
  postgresRecordManager: { kind: 'vectors', system: 'postgres' }, MySQLRecordManager: { kind: 'vectors', system: 'mysql' }, SQLiteRecordManager: { kind: 'vectors', system: 'sqlite' }, postgres: { kind: 'vectors', system: 'postgres' }, supabase: { kind: 'vectors', system: 'supabase' }, redis: { kind: 'vectors', system: 'redis' }, mongoDBAtlas: { kind: 'vectors', system: 'mongodb' }, elasticsearch: { kind: 'vectors', system: 'elasticsearch' }, singlestore: { kind: 'vectors', system: 'singlestore' }, opensearch: { kind: 'vectors', system: 'opensearch' },
  stripeTool: { system: 'stripe' }, stripe: { system: 'stripe' }, githubMCP: { system: 'code-hosting', default: 'repository/get' }, jiraTool: { system: 'jira' }, jira: { system: 'jira' }, googleSheetsTool: { system: 'google-sheets' }, googleCalendarTool: { system: 'google-calendar' }, googleDriveTool: { system: 'google-drive' }, googleDocsTool: { system: 'google-docs' }, airtable: { system: 'airtable' }, notionFolder: { system: 'notion' },
}
