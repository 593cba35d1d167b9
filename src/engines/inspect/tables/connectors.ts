import type { NodeRow } from './table.ts'

/**
 * Power Platform connectors by id without the prefix `shared_`; Copilot Studio's connector actions use the same ids.
 * `human` names the operations that stop the run until a person answers.
 * Source: Microsoft's connector reference (learn.microsoft.com/connectors/connector-reference); checked 2026-11.
 */
export const connectors: Readonly<Record<string, NodeRow>> = {
  // Models and agents
  microsoftcopilotstudio: { system: 'microsoft-ai', kind: 'model' }, agentnode: { system: 'microsoft-ai', kind: 'model' }, aibuilder: { system: 'microsoft-ai', kind: 'model' }, powervirtualagents: { system: 'microsoft-ai', kind: 'model' },
  openai: { system: 'openai', kind: 'model' }, openaiip: { system: 'openai', kind: 'model' }, openaigptip: { system: 'openai', kind: 'model' }, azureopenai: { system: 'azure-openai', kind: 'model' }, anthropicip: { system: 'anthropic', kind: 'model' }, mistralip: { system: 'mistral', kind: 'model' }, perplexityip: { system: 'perplexity', kind: 'model' }, huggingfaceip: { system: 'huggingface', kind: 'model' }, cohereip: { system: 'cohere', kind: 'model' },
  cognitiveservicestextanalytics: { system: 'microsoft-ai', kind: 'model' }, cognitiveservicescomputervision: { system: 'microsoft-ai', kind: 'model' }, cognitiveservicescontentmoderator: { system: 'microsoft-ai', kind: 'model' }, cognitiveservicescustomvision: { system: 'microsoft-ai', kind: 'model' }, cognitiveservicesqnamaker: { system: 'microsoft-ai', kind: 'model' }, cognitiveservicesspe: { system: 'microsoft-ai', kind: 'model' }, faceapi: { system: 'microsoft-ai', kind: 'model' }, luis: { system: 'microsoft-ai', kind: 'model' }, azureml: { system: 'microsoft-ai', kind: 'model' },
  formrecognizer: { system: 'ocr', kind: 'model' }, microsofttranslator: { system: 'microsoft-translator', kind: 'model' }, translatorv2: { system: 'microsoft-translator', kind: 'model' }, deepl: { system: 'deepl', kind: 'model' }, googlegeminiip: { system: 'google-ai', kind: 'model' },

  // Messages
  office365: { system: 'outlook', effects: { SendEmail: 'sends', SendEmailV2: 'sends', SharedMailboxSendEmail: 'sends', SharedMailboxSendEmailV2: 'sends', DraftEmail: 'drafts', UpdateDraftEmail: 'drafts', SendDraftEmail: 'sends' }, human: ['SendMailWithOptions', 'SendApprovalMail', 'SendApprovalEmail'] },
  outlook: { system: 'outlook', effects: { DraftEmail: 'drafts', DraftEmailV2: 'drafts', UpdateDraftEmailV2: 'drafts' }, human: ['SendMailWithOptions', 'SendApprovalMail'] }, gmail: { system: 'gmail' }, sendmail: { system: 'smtp' }, smtp: { system: 'smtp' }, sendgrid: { system: 'sendgrid' }, mailjet: { system: 'mailjet' }, mandrill: { system: 'mandrill' },
  flowpush: { system: 'owner-notification', effects: { SendEmailNotification: 'sends', SendNotification: 'writes', SendPushNotification: 'writes' } },
  teams: { system: 'teams', effects: { PostMessageToConversation: 'sends', PostCardToConversation: 'sends', PostMessageToChannel: 'sends', PostMessageToChannelV2: 'sends', PostMessageToChannelV3: 'sends', PostUserNotification: 'sends', PostChannelNotification: 'sends', PostUserAdaptiveCard: 'sends', PostChannelAdaptiveCard: 'sends', PostFeedNotification: 'sends', ReplyWithMessageToConversation: 'sends', ReplyWithCardToConversation: 'sends', ReplyToConversation: 'sends', CreateAChat: 'writes', SubscribeUserFlowContinuation: 'sends', SubscribeChannelFlowContinuation: 'sends', PostCardAndWaitForResponse: 'sends' }, human: ['SubscribeUserFlowContinuation', 'SubscribeChannelFlowContinuation', 'SubscribeUserMessageWithOptions', 'PostCardAndWaitForResponse', 'PostChoicesAndWait'] },
  slack: { system: 'slack' }, twilio: { system: 'twilio', effects: { SendMessage: 'sends' } }, whatsappip: { system: 'whatsapp' }, telegramip: { system: 'telegram' }, discordip: { system: 'discord' }, webex: { system: 'webex' }, googlechat: { system: 'google-chat' },

  // Approvals
  approvals: { system: 'approvals', human: ['StartAndWaitForAnApproval', 'WaitForAnApproval', 'StartAndWaitForApproval', 'StartAndWaitForAnApprovalFromProcess'] },
  advancedapprovals: { system: 'approvals', human: ['RequestForInformation', 'StartAndWaitForAnApproval', 'WaitForAnApproval', 'StartAndWaitForMultistageApproval'] },

  // Publishing
  twitter: { system: 'x', effects: { PostTweet: 'publishes' } }, linkedinv2: { system: 'linkedin', effects: { SharePost: 'publishes', PostShare: 'publishes' } }, linkedin: { system: 'linkedin' }, youtube: { system: 'youtube' }, wordpress: { system: 'wordpress' }, medium: { system: 'medium' }, facebook: { system: 'facebook', effects: { PostToOwnTimeline: 'publishes', PostToPage: 'publishes' } }, instagram: { system: 'facebook' }, buffer: { system: 'social-scheduler' }, tumblr: { system: 'social-scheduler' }, webflow: { system: 'webflow' },
  github: { system: 'code-hosting' }, githubip: { system: 'code-hosting' }, gitlab: { system: 'code-hosting' },

  // Databases
  sql: { system: 'mssql' }, sqldw: { system: 'mssql' }, postgresql: { system: 'postgres' }, mysql: { system: 'mysql' }, oracle: { system: 'oracle' }, documentdb: { system: 'cosmosdb' }, db2: { system: 'db2' }, snowflake: { system: 'snowflake' }, snowflakev2: { system: 'snowflake' }, bigquery: { system: 'bigquery' }, databricks: { system: 'databricks' }, azuredatabricks: { system: 'databricks' }, mongodb: { system: 'mongodb' }, informix: { system: 'sql-database' }, teradata: { system: 'sql-database' }, kusto: { system: 'sql-database' }, elasticsearchip: { system: 'elasticsearch' }, redis: { system: 'redis' },

  // Enterprise systems. Dataverse counts by its table: see `customerTables`.
  commondataserviceforapps: { system: 'dataverse' }, commondataservice: { system: 'dataverse' }, dynamicscrmonline: { system: 'dynamics365' }, dynamicscrmonlinev2: { system: 'dynamics365' }, dynamicsax: { system: 'dynamics-finance' }, dynamicssmbsaas: { system: 'business-central' }, dynamicsnav: { system: 'business-central' },
  salesforce: { system: 'salesforce' }, hubspotcrm: { system: 'hubspot' }, hubspotcrmv2ip: { system: 'hubspot' }, pipedrive: { system: 'pipedrive' }, zohocrm: { system: 'zoho-crm' }, insightly: { system: 'insightly' }, sap: { system: 'sap' }, saperp: { system: 'sap' }, sapodata: { system: 'sap' }, netsuite: { system: 'netsuite' }, bamboohr: { system: 'bamboohr' }, workday: { system: 'workday' }, workdaysoap: { system: 'workday' }, successfactors: { system: 'successfactors' }, personio: { system: 'personio' }, recruitee: { system: 'recruitee' },
  'service-now': { system: 'servicenow' }, servicenow: { system: 'servicenow' }, zendesk: { system: 'zendesk' }, freshdesk: { system: 'freshdesk' }, freshservice: { system: 'freshservice' }, intercom: { system: 'intercom' }, shopify: { system: 'shopify' }, woocommerce: { system: 'woocommerce' }, mailchimp: { system: 'mailchimp' }, klaviyo: { system: 'klaviyo' }, campaignmonitor: { system: 'campaign-monitor' },
  stripe: { system: 'stripe' }, paypal: { system: 'paypal' }, quickbooks: { system: 'quickbooks' }, xero: { system: 'xero' }, freshbooks: { system: 'freshbooks' }, plaid: { system: 'plaid' }, moneybird: { system: 'moneybird' },

  // Shared lists, files, directories, administration
  sharepointonline: { system: 'sharepoint' }, excelonlinebusiness: { system: 'excel' }, excelonline: { system: 'excel' }, onedriveforbusiness: { system: 'onedrive' }, onedrive: { system: 'onedrive' }, planner: { system: 'planner' }, todo: { system: 'todoist' }, office365users: { system: 'directory' }, azuread: { system: 'directory' }, office365groups: { system: 'office365-groups' }, office365groupsmail: { system: 'outlook' }, microsoftforms: { system: 'forms' }, googlesheet: { system: 'google-sheets' }, googledrive: { system: 'google-drive' }, googlecalendar: { system: 'google-calendar' },
  jira: { system: 'jira' }, asana: { system: 'asana' }, trello: { system: 'trello' }, monday: { system: 'monday' }, notionip: { system: 'notion' }, airtableip: { system: 'airtable' }, smartsheet: { system: 'smartsheet' }, dropbox: { system: 'dropbox' }, box: { system: 'box' },
  powerplatformforadmins: { system: 'platform-admin' }, powerplatformadminv2: { system: 'platform-admin' }, powerappsforadmins: { system: 'platform-admin' }, powerappsforappmakers: { system: 'platform-admin' }, flowmanagement: { system: 'platform-admin' }, microsoftflowforadmins: { system: 'platform-admin' },
  logicflows: { kind: 'subflow' }, webcontents: { kind: 'http' }, webcontentsv2: { kind: 'http' },
}

/** Dataverse tables that hold customers, by logical and by set name (learn.microsoft.com: Dataverse table reference). */
export const customerTables: ReadonlySet<string> = new Set([
  'account', 'accounts', 'contact', 'contacts', 'lead', 'leads', 'opportunity', 'opportunities', 'quote', 'quotes', 'salesorder', 'salesorders', 'order', 'orders', 'invoice', 'invoices', 'incident', 'incidents', 'opportunityproducts', 'quotedetails', 'salesorderdetails', 'invoicedetails', 'entitlements', 'competitors',
])

/** Tables of an organisation's own people. */
export const peopleTables: ReadonlySet<string> = new Set(['systemuser', 'systemusers', 'team', 'teams', 'aaduser', 'aadusers', 'users'])
