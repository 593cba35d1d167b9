import type { NodeRow } from './table.ts'

/**
 * Dify's tools by provider, the last part of `langgenius/slack/slack`.
 * Source: marketplace.dify.ai and docs.dify.ai/plugins; checked 2026-11.
 */
export const difyTools: Readonly<Record<string, NodeRow>> = {
  dalle: { kind: 'model', system: 'openai' }, openai_tool: { kind: 'model', system: 'openai' }, azuredalle: { kind: 'model', system: 'azure-openai' }, stability: { kind: 'model', system: 'other-ai' }, stablediffusion: { kind: 'model', system: 'other-ai' }, comfyui: { kind: 'model', system: 'other-ai' }, siliconflow: { kind: 'model', system: 'other-ai' }, replicate: { kind: 'model', system: 'replicate' }, perplexity: { kind: 'model', system: 'perplexity' }, audio: { kind: 'model', system: 'other-ai' }, vanna: { kind: 'model', system: 'other-ai' }, huggingface: { kind: 'model', system: 'huggingface' }, fal: { kind: 'model', system: 'other-ai' }, novitaai: { kind: 'model', system: 'other-ai' }, cogview: { kind: 'model', system: 'other-ai' }, tongyi: { kind: 'model', system: 'other-ai' }, gemini_image: { kind: 'model', system: 'google-ai' },
  deepl: { kind: 'model', system: 'deepl' }, google_translate: { kind: 'model', system: 'google-translate' },
  email: { system: 'smtp', default: 'mail/send' }, smtp: { system: 'smtp', default: 'mail/send' }, gmail: { system: 'gmail', default: 'mail/send' }, sendgrid: { system: 'sendgrid', default: 'mail/send' }, slack: { system: 'slack', default: 'message/send' }, discord: { system: 'discord', default: 'message/send' }, telegram: { system: 'telegram', default: 'message/send' }, twilio: { system: 'twilio', default: 'sms/send' }, line: { system: 'line', default: 'message/send' }, whatsapp: { system: 'whatsapp', default: 'message/send' }, teams: { system: 'teams', default: 'message/send' },
  code: { kind: 'code' }, database: { system: 'sql-database' }, rookie_text2data: { system: 'sql-database' }, mysql: { system: 'mysql' }, postgresql: { system: 'postgres' }, mongodb: { system: 'mongodb' }, hubspot: { system: 'hubspot' }, salesforce: { system: 'salesforce' }, zendesk: { system: 'zendesk' }, twitter: { system: 'x', default: 'tweet/create' }, wordpress: { system: 'wordpress', default: 'post/create' }, stripe: { system: 'stripe' }, notion: { system: 'notion' }, github: { system: 'code-hosting', default: 'repository/get' },
  google_sheets: { system: 'google-sheets' }, google_drive: { system: 'google-drive' }, google_calendar: { system: 'google-calendar' }, airtable: { system: 'airtable' }, jira: { system: 'jira' },
}
