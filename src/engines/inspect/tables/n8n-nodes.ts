import type { NodeRow } from './table.ts'

/**
 * n8n's building blocks by type name: without package prefix for `n8n-nodes-base`, with `lc:` for the LangChain family.
 * A suffix `Tool` is the same block offered to an agent, `Trigger` the one that starts a run; both find their row by the
 * name without it. Defaults are those that n8n leaves out of the file.
 * Source: n8n's node documentation (docs.n8n.io/integrations/builtin) and exported workflows; checked 2026-11.
 */
export const n8nNodes: Readonly<Record<string, NodeRow>> = {
  stickyNote: { kind: 'note' },

  // Starting a run
  manualTrigger: { trigger: 'manual' }, start: { trigger: 'manual' }, evaluationTrigger: { trigger: 'manual' },
  scheduleTrigger: { trigger: 'schedule' }, cron: { trigger: 'schedule' }, interval: { trigger: 'schedule' },
  webhook: { trigger: 'webhook' }, formTrigger: { trigger: 'form' },
  'lc:chatTrigger': { trigger: 'chat' }, 'lc:manualChatTrigger': { trigger: 'chat' },
  executeWorkflowTrigger: { trigger: 'subflow' }, errorTrigger: { trigger: 'error' }, 'lc:mcpTrigger': { trigger: 'mcp' },
  emailReadImap: { trigger: 'app-event' }, typeformTrigger: { trigger: 'form' }, jotFormTrigger: { trigger: 'form' },
  formIoTrigger: { trigger: 'form' }, formstackTrigger: { trigger: 'form' }, wufooTrigger: { trigger: 'form' }, surveyMonkeyTrigger: { trigger: 'form' },

  // Code, HTTP, other flows
  code: { kind: 'code' }, function: { kind: 'code' }, functionItem: { kind: 'code' }, executeCommand: { kind: 'shell' }, ssh: { kind: 'shell' },
  'lc:toolCode': { kind: 'code' }, 'lc:code': { kind: 'code' },
  httpRequest: { kind: 'http' }, graphql: { kind: 'http' }, 'lc:toolHttpRequest': { kind: 'http' },
  executeWorkflow: { kind: 'subflow' }, 'lc:toolWorkflow': { kind: 'subflow' }, 'lc:retrieverWorkflow': { kind: 'subflow' },
  'lc:mcpClientTool': { kind: 'mcp', system: 'mcp' }, 'lc:mcpClient': { kind: 'mcp', system: 'mcp' },

  // Models. A row with a system sends the data to that vendor; `runs-model` uses whichever model is wired to it.
  'lc:agent': { kind: 'runs-model' }, 'lc:agentTool': { kind: 'runs-model' }, 'lc:chainLlm': { kind: 'runs-model' }, 'lc:chainSummarization': { kind: 'runs-model' },
  'lc:chainRetrievalQa': { kind: 'runs-model' }, 'lc:informationExtractor': { kind: 'runs-model' }, 'lc:textClassifier': { kind: 'runs-model' },
  'lc:sentimentAnalysis': { kind: 'runs-model' }, 'lc:outputParserAutofixing': { kind: 'runs-model' }, 'lc:guardrails': { kind: 'runs-model' },
  'lc:toolVectorStore': { kind: 'runs-model' }, 'lc:rerankerCohere': { kind: 'model', system: 'cohere' }, 'lc:toolThink': { kind: 'plain' },
  'lc:modelSelector': { kind: 'plain' },
  'lc:lmChatOpenAi': { kind: 'model', system: 'openai' }, 'lc:lmOpenAi': { kind: 'model', system: 'openai' }, 'lc:openAi': { kind: 'model', system: 'openai' },
  'lc:openAiAssistant': { kind: 'model', system: 'openai' }, 'lc:embeddingsOpenAi': { kind: 'model', system: 'openai' }, openAi: { kind: 'model', system: 'openai' },
  'lc:lmChatAzureOpenAi': { kind: 'model', system: 'azure-openai' }, 'lc:embeddingsAzureOpenAi': { kind: 'model', system: 'azure-openai' },
  'lc:lmChatAnthropic': { kind: 'model', system: 'anthropic' }, 'lc:anthropic': { kind: 'model', system: 'anthropic' },
  'lc:lmChatGoogleGemini': { kind: 'model', system: 'google-ai' }, 'lc:lmChatGoogleVertex': { kind: 'model', system: 'google-ai' }, 'lc:googleGemini': { kind: 'model', system: 'google-ai' },
  'lc:lmChatGooglePalm': { kind: 'model', system: 'google-ai' }, 'lc:lmGooglePalm': { kind: 'model', system: 'google-ai' },
  'lc:embeddingsGoogleGemini': { kind: 'model', system: 'google-ai' }, 'lc:embeddingsGoogleVertex': { kind: 'model', system: 'google-ai' }, 'lc:embeddingsGooglePalm': { kind: 'model', system: 'google-ai' },
  'lc:lmChatMistralCloud': { kind: 'model', system: 'mistral' }, 'lc:embeddingsMistralCloud': { kind: 'model', system: 'mistral' }, mistralAi: { kind: 'model', system: 'mistral' },
  'lc:lmChatGroq': { kind: 'model', system: 'groq' }, 'lc:lmChatOpenRouter': { kind: 'model', system: 'openrouter' },
  'lc:lmChatOllama': { kind: 'model', system: 'ollama' }, 'lc:lmOllama': { kind: 'model', system: 'ollama' }, 'lc:embeddingsOllama': { kind: 'model', system: 'ollama' }, 'lc:ollama': { kind: 'model', system: 'ollama' },
  'lc:lmChatDeepSeek': { kind: 'model', system: 'deepseek' }, 'lc:lmChatXAiGrok': { kind: 'model', system: 'xai' },
  'lc:lmChatCohere': { kind: 'model', system: 'cohere' }, 'lc:lmCohere': { kind: 'model', system: 'cohere' }, 'lc:embeddingsCohere': { kind: 'model', system: 'cohere' },
  'lc:lmOpenHuggingFaceInference': { kind: 'model', system: 'huggingface' }, 'lc:embeddingsHuggingFaceInference': { kind: 'model', system: 'huggingface' },
  'lc:lmChatAwsBedrock': { kind: 'model', system: 'aws-ai' }, 'lc:embeddingsAwsBedrock': { kind: 'model', system: 'aws-ai' },
  'lc:lmChatVercelAiGateway': { kind: 'model', system: 'other-ai' }, 'lc:lmChatMoonshot': { kind: 'model', system: 'other-ai' }, 'lc:lmChatMinimax': { kind: 'model', system: 'other-ai' }, 'lc:lmChatLemonade': { kind: 'model', system: 'other-ai' },
  perplexity: { kind: 'model', system: 'perplexity' },
  awsRekognition: { kind: 'model', system: 'aws-ai' }, awsComprehend: { kind: 'model', system: 'aws-ai' }, awsTranscribe: { kind: 'model', system: 'aws-ai' },
  googleCloudNaturalLanguage: { kind: 'model', system: 'google-ai' }, googlePerspective: { kind: 'model', system: 'google-ai' }, humanticAi: { kind: 'model', system: 'other-ai' },
  awsTextract: { kind: 'model', system: 'aws-textract' }, mindee: { kind: 'model', system: 'ocr' }, deepL: { kind: 'model', system: 'deepl' }, googleTranslate: { kind: 'model', system: 'google-translate' },
  lingvaNex: { kind: 'model', system: 'deepl' },
  aiTransform: { kind: 'doubtful-ai' },

  // Memory and vector stores: databases only in a sense
  'lc:memoryPostgresChat': { kind: 'memory', system: 'postgres' }, 'lc:memoryRedisChat': { kind: 'memory', system: 'redis' }, 'lc:memoryMongoDbChat': { kind: 'memory', system: 'mongodb' },
  'lc:vectorStorePGVector': { kind: 'vectors', system: 'postgres' }, 'lc:vectorStoreSupabase': { kind: 'vectors', system: 'supabase' },
  'lc:vectorStoreMongoDBAtlas': { kind: 'vectors', system: 'mongodb' }, 'lc:vectorStoreRedis': { kind: 'vectors', system: 'redis' },

  // Messages
  gmail: { system: 'gmail', default: 'message/send draft/create thread/getAll label/getAll messageLabel/add', effects: { 'draft/create': 'drafts', 'thread/reply': 'sends' } },
  emailSend: { system: 'smtp', default: 'email/send' },
  microsoftOutlook: { system: 'outlook', default: 'message/send draft/create event/getAll contact/getAll calendar/getAll folder/getAll folderMessage/getAll messageAttachment/add', effects: { 'draft/create': 'drafts', 'draft/send': 'sends', 'message/move': 'writes' } },
  sendGrid: { system: 'sendgrid', default: 'list/create contact/upsert mail/send', effects: { 'mail/send': 'sends', 'list/create': 'writes', 'contact/upsert': 'writes' } },
  mailgun: { system: 'mailgun', default: 'email/send' }, mailjet: { system: 'mailjet', default: 'email/send' }, mandrill: { system: 'mandrill', default: 'message/sendTemplate' },
  awsSes: { system: 'aws-ses', default: 'email/send' }, postmark: { system: 'postmark' }, sendInBlue: { system: 'brevo', default: 'email/send' }, brevo: { system: 'brevo', default: 'email/send' },
  twilio: { system: 'twilio', default: 'sms/send', effects: { 'call/make': 'writes' } }, vonage: { system: 'vonage', default: 'sms/send' }, messageBird: { system: 'messagebird', default: 'sms/send' },
  plivo: { system: 'plivo', default: 'sms/send' }, msg91: { system: 'sms', default: 'sms/send' }, mocean: { system: 'sms', default: 'sms/send' }, sms77: { system: 'sms', default: 'sms/send' }, seven: { system: 'sms', default: 'sms/send' },
  whatsApp: { system: 'whatsapp', default: 'message/send media/upload', effects: { 'media/upload': 'writes' } }, line: { system: 'line', default: 'notification/send' },
  telegram: { system: 'telegram', default: 'message/sendMessage chat/get callback/answerQuery file/get', effects: { 'message/sendChatAction': 'writes', 'message/editMessageText': 'sends', 'callback/answerQuery': 'sends' } },
  slack: { system: 'slack', default: 'message/post channel/create file/upload user/info reaction/add userProfile/get userGroup/create', effects: { 'message/post': 'sends', 'message/postEphemeral': 'sends', 'message/update': 'sends', 'message/delete': 'writes', 'file/upload': 'sends', 'channel/create': 'writes', 'channel/open': 'writes', 'channel/invite': 'writes', 'reaction/add': 'writes' } },
  microsoftTeams: { system: 'teams', default: 'channel/create channelMessage/create chatMessage/create task/create', effects: { 'channel/create': 'writes', 'task/create': 'writes', 'channelMessage/create': 'sends', 'chatMessage/create': 'sends' } },
  discord: { system: 'discord', default: 'channel/create message/send member/getAll', effects: { 'channel/create': 'writes', 'message/react': 'writes' } },
  mattermost: { system: 'mattermost', default: 'message/post channel/create user/create reaction/create', effects: { 'message/post': 'sends', 'message/postEphemeral': 'sends', 'channel/create': 'writes', 'user/invite': 'writes', 'user/create': 'writes', 'reaction/create': 'writes' } },
  googleChat: { system: 'google-chat', default: 'message/create', effects: { 'message/create': 'sends' } },
  rocketchat: { system: 'rocketchat', default: 'chat/postMessage', effects: { 'chat/postMessage': 'sends' } },
  matrix: { system: 'matrix', default: 'account/me', effects: { 'message/create': 'sends', 'media/upload': 'sends', 'room/create': 'writes' } },
  zulip: { system: 'zulip', default: 'message/sendPrivate' }, ciscoWebex: { system: 'webex', default: 'message/create', effects: { 'message/create': 'sends' } },

  // Publishing
  googleBusinessProfile: { system: 'google-business', default: 'post/create review/getAll', effects: { 'review/reply': 'publishes' } },
  twitter: { system: 'x', default: 'tweet/create directMessage/create list/add user/searchUser', effects: { 'tweet/search': 'reads', 'directMessage/create': 'writes', 'list/add': 'writes', 'tweet/like': 'writes', 'tweet/delete': 'writes' } },
  linkedIn: { system: 'linkedin', default: 'post/create' }, facebookGraphApi: { system: 'facebook' }, youTube: { system: 'youtube', default: 'channel/getAll playlist/getAll playlistItem/add video/getAll videoCategory/getAll', effects: { 'video/rate': 'writes' } },
  reddit: { system: 'reddit', default: 'post/create postComment/create profile/get subreddit/get user/get' }, wordpress: { system: 'wordpress', default: 'post/create page/create user/create', effects: { 'user/create': 'writes', 'user/update': 'writes' } },
  ghost: { system: 'ghost', default: 'post/get' }, medium: { system: 'medium', default: 'post/create publication/getAll' }, webflow: { system: 'webflow', default: 'item/get' }, discourse: { system: 'discourse', default: 'post/create', effects: { 'user/create': 'writes', 'group/create': 'writes', 'userGroup/add': 'writes', 'category/create': 'publishes' } },
  strapi: { system: 'strapi', default: 'entry/get' }, contentful: { system: 'contentful', default: 'entry/get' }, storyblok: { system: 'storyblok', default: 'story/get' }, cockpit: { system: 'strapi', default: 'collection/get' },
  github: { system: 'code-hosting', default: 'issue/create file/create release/create repository/getIssues review/create user/getRepositories' }, gitlab: { system: 'code-hosting', default: 'issue/create' },

  // Databases
  postgres: { system: 'postgres' }, mySql: { system: 'mysql' }, microsoftSql: { system: 'mssql' }, mongoDb: { system: 'mongodb' }, redis: { system: 'redis' }, snowflake: { system: 'snowflake' },
  googleBigQuery: { system: 'bigquery' }, supabase: { system: 'supabase' }, elasticsearch: { system: 'elasticsearch' }, crateDb: { system: 'cratedb' }, questDb: { system: 'questdb' }, timescaleDb: { system: 'timescaledb' },
  googleFirebaseCloudFirestore: { system: 'firestore' }, googleFirebaseRealtimeDatabase: { system: 'firebase-rtdb' }, awsDynamoDb: { system: 'dynamodb' }, oracleDatabase: { system: 'oracle' }, azureCosmosDb: { system: 'cosmosdb' }, databricks: { system: 'databricks' },

  // Enterprise systems
  salesforce: { system: 'salesforce' }, hubspot: { system: 'hubspot' }, pipedrive: { system: 'pipedrive' }, zohoCrm: { system: 'zoho-crm' }, microsoftDynamicsCrm: { system: 'dynamics365' }, copper: { system: 'copper' }, agileCrm: { system: 'agilecrm' },
  affinity: { system: 'affinity' }, keap: { system: 'keap' }, highLevel: { system: 'highlevel' }, activeCampaign: { system: 'activecampaign' }, salesmate: { system: 'salesmate' }, freshworksCrm: { system: 'freshworks-crm' }, monicaCrm: { system: 'monica-crm' },
  odoo: { system: 'odoo' }, erpNext: { system: 'erpnext' }, unleashedSoftware: { system: 'unleashed' }, bambooHr: { system: 'bamboohr' }, workable: { system: 'workable' },
  serviceNow: { system: 'servicenow' }, zendesk: { system: 'zendesk' }, freshdesk: { system: 'freshdesk' }, freshservice: { system: 'freshservice' }, intercom: { system: 'intercom' }, helpScout: { system: 'helpscout' }, zammad: { system: 'zammad' }, drift: { system: 'drift' }, haloPSA: { system: 'halopsa' }, syncroMsp: { system: 'syncromsp' },
  shopify: { system: 'shopify', default: 'order/create' }, wooCommerce: { system: 'woocommerce' }, magento2: { system: 'magento' },
  mailchimp: { system: 'mailchimp', default: 'member/create', effects: { 'campaign/send': 'sends', 'campaign/resend': 'sends', 'member/create': 'writes' } }, mailerLite: { system: 'mailerlite' }, convertKit: { system: 'convertkit' }, getResponse: { system: 'getresponse' }, customerIo: { system: 'customer-io' }, iterable: { system: 'iterable' }, vero: { system: 'vero' }, sendy: { system: 'sendy', default: 'subscriber/add' }, emelia: { system: 'emelia' }, lemlist: { system: 'lemlist' }, mautic: { system: 'mautic', effects: { 'campaignContact/create': 'writes', 'contact/sendEmail': 'sends', 'segmentEmail/send': 'sends' } }, autopilot: { system: 'autopilot' }, actionNetwork: { system: 'action-network' }, klicktipp: { system: 'klicktipp' }, egoi: { system: 'e-goi' }, segment: { system: 'segment' }, orbit: { system: 'orbit' },

  // Payment, billing, accounting, banking
  stripe: { system: 'stripe', default: 'balance/get', effects: { 'charge/create': 'pays' } }, payPal: { system: 'paypal', default: 'payout/create', effects: { 'payout/create': 'pays' } }, wise: { system: 'wise', effects: { 'transfer/execute': 'pays' } },
  quickbooks: { system: 'quickbooks' }, xero: { system: 'xero' }, chargebee: { system: 'chargebee' }, paddle: { system: 'paddle' }, invoiceNinja: { system: 'invoiceninja' }, profitWell: { system: 'profitwell' }, gumroad: { system: 'gumroad' },

  // Shared lists, files and calendars
  googleSheets: { system: 'google-sheets', default: 'sheet/read spreadsheet/create' }, googleDrive: { system: 'google-drive' }, googleCalendar: { system: 'google-calendar' }, googleDocs: { system: 'google-docs' }, googleContacts: { system: 'google-contacts' }, airtable: { system: 'airtable', default: 'record/get' }, notion: { system: 'notion', default: 'block/append database/get databasePage/create page/create user/get' }, nocoDb: { system: 'nocodb' }, baserow: { system: 'baserow' },
  microsoftExcel: { system: 'excel' }, microsoftOneDrive: { system: 'onedrive' }, microsoftSharePoint: { system: 'sharepoint' }, jira: { system: 'jira', default: 'issue/create' }, asana: { system: 'asana', default: 'task/create' }, trello: { system: 'trello', default: 'card/create' }, mondayCom: { system: 'monday', default: 'board/create boardItem/create' }, clickUp: { system: 'clickup', default: 'task/create' }, todoist: { system: 'todoist' }, linear: { system: 'linear' }, coda: { system: 'coda' }, dropbox: { system: 'dropbox' }, box: { system: 'box' }, seaTable: { system: 'seatable' }, grist: { system: 'grist' }, zoom: { system: 'zoom' }, calendly: { system: 'calendly' },
  microsoftEntra: { system: 'directory' }, microsoftGraphSecurity: { system: 'microsoft-graph' },
}

/**
 * Blocks that other packages bring, by a part of their type: read the same way, with less certainty about what each
 * operation does.
 */
export const n8nPatterns: readonly (readonly [RegExp, NodeRow])[] = [
  [/whats?app|evolution-?api|wppconnect|\bzapi\b|waha|ultramsg|wassenger/i, { system: 'whatsapp', default: 'message/send' }], [/blotato|upload-?post|ayrshare|bufferapp|postiz|getlate/i, { system: 'social-scheduler', default: 'post/create' }], [/instagram|facebook/i, { system: 'facebook' }], [/tiktok/i, { system: 'tiktok' }], [/bluesky/i, { system: 'bluesky' }], [/mastodon/i, { system: 'mastodon' }],
  [/discord/i, { system: 'discord' }], [/chatwoot/i, { system: 'chatwoot' }], [/odoo/i, { system: 'odoo' }], [/netsuite/i, { system: 'netsuite' }], [/\bsap\b|saphana/i, { system: 'sap' }], [/klicktipp/i, { system: 'klicktipp' }], [/resend/i, { system: 'resend', default: 'email/send' }], [/brevo/i, { system: 'brevo', default: 'email/send' }],
  [/clickhouse/i, { system: 'clickhouse' }], [/neo4j/i, { system: 'neo4j' }], [/duckdb/i, { system: 'duckdb' }], [/sqlite/i, { system: 'sqlite' }], [/mongo/i, { system: 'mongodb' }], [/supabase/i, { system: 'supabase' }],
  [/deepseek/i, { kind: 'model', system: 'deepseek' }], [/anthropic|claude/i, { kind: 'model', system: 'anthropic' }], [/gemini|vertex/i, { kind: 'model', system: 'google-ai' }], [/openrouter/i, { kind: 'model', system: 'openrouter' }], [/ollama/i, { kind: 'model', system: 'ollama' }], [/elevenlabs/i, { kind: 'model', system: 'elevenlabs' }], [/replicate/i, { kind: 'model', system: 'replicate' }], [/groq/i, { kind: 'model', system: 'groq' }], [/openai|chatgpt/i, { kind: 'model', system: 'openai' }], [/stability|dalle|midjourney|runway|leonardo|\bfal\b|assemblyai|deepgram/i, { kind: 'model', system: 'other-ai' }],
]
