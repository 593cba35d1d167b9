import type { System } from './table.ts'

const warehouses = new Set(['snowflake', 'bigquery', 'databricks', 'redshift'])

/**
 * Products that automations reach, and what reaching one means. Sorted by what they mean, then by name.
 * Sources: the products' own pages for what they are; the edge cases (what counts as a database, an enterprise or a
 * finance system) follow the fact definitions in docs/readers.md. Checked 2026-11.
 */
export const systems: Readonly<Record<string, System>> = {
  // Model vendors: named by where the data goes
  openai: { name: 'OpenAI', ai: 'openai' },
  'azure-openai': { name: 'Azure OpenAI', ai: 'azure-openai' },
  anthropic: { name: 'Anthropic', ai: 'anthropic' },
  'google-ai': { name: 'Google AI', ai: 'google' },
  mistral: { name: 'Mistral', ai: 'mistral' },
  groq: { name: 'Groq', ai: 'groq' },
  openrouter: { name: 'OpenRouter', ai: 'openrouter' },
  ollama: { name: 'Ollama', ai: 'ollama' },
  deepseek: { name: 'DeepSeek', ai: 'deepseek' },
  cohere: { name: 'Cohere', ai: 'cohere' },
  huggingface: { name: 'Hugging Face', ai: 'huggingface' },
  perplexity: { name: 'Perplexity', ai: 'perplexity' },
  xai: { name: 'xAI', ai: 'xai' },
  'aws-ai': { name: 'AWS AI services', ai: 'aws' },
  'microsoft-ai': { name: 'AI Builder / Copilot Studio', ai: 'microsoft' },
  elevenlabs: { name: 'ElevenLabs', ai: 'elevenlabs' },
  replicate: { name: 'Replicate', ai: 'replicate' },
  'other-ai': { name: 'another model vendor', ai: 'other' },
  'google-translate': { name: 'Google Translate', ai: 'google', doubt: 'machine translation' },
  deepl: { name: 'DeepL', ai: 'other', doubt: 'machine translation' },
  'microsoft-translator': { name: 'Microsoft Translator', ai: 'microsoft', doubt: 'machine translation' },
  'aws-textract': { name: 'AWS Textract', ai: 'aws', doubt: 'text recognition (OCR)' },
  ocr: { name: 'a text recognition service', ai: 'other', doubt: 'text recognition (OCR)' },

  // Channels that can reach anybody
  gmail: { name: 'Gmail', channel: 'email' },
  smtp: { name: 'e-mail (SMTP)', channel: 'email' },
  outlook: { name: 'Outlook', channel: 'email' },
  sendgrid: { name: 'SendGrid', channel: 'email' },
  mailgun: { name: 'Mailgun', channel: 'email' },
  mailjet: { name: 'Mailjet', channel: 'email' },
  mandrill: { name: 'Mandrill', channel: 'email' },
  'aws-ses': { name: 'Amazon SES', channel: 'email' },
  postmark: { name: 'Postmark', channel: 'email' },
  resend: { name: 'Resend', channel: 'email' },
  sparkpost: { name: 'SparkPost', channel: 'email' },
  'owner-notification': { name: 'notification to the flow owner', channel: 'email' },
  twilio: { name: 'Twilio', channel: 'sms' },
  vonage: { name: 'Vonage', channel: 'sms' },
  messagebird: { name: 'MessageBird', channel: 'sms' },
  plivo: { name: 'Plivo', channel: 'sms' },
  sms: { name: 'an SMS service', channel: 'sms' },
  whatsapp: { name: 'WhatsApp', channel: 'whatsapp' },
  telegram: { name: 'Telegram', channel: 'telegram' },
  messenger: { name: 'Facebook Messenger', channel: 'messenger' },
  line: { name: 'LINE', channel: 'line' },
  viber: { name: 'Viber', channel: 'viber' },
  signal: { name: 'Signal', channel: 'signal' },

  // Team chat
  slack: { name: 'Slack', channel: 'slack' },
  teams: { name: 'Microsoft Teams', channel: 'teams' },
  discord: { name: 'Discord', channel: 'discord' },
  mattermost: { name: 'Mattermost', channel: 'mattermost' },
  'google-chat': { name: 'Google Chat', channel: 'google-chat' },
  rocketchat: { name: 'Rocket.Chat', channel: 'rocketchat' },
  matrix: { name: 'Matrix', channel: 'matrix' },
  zulip: { name: 'Zulip', channel: 'zulip' },
  webex: { name: 'Webex', channel: 'webex' },

  // Public networks and sites
  x: { name: 'X', publishes: true },
  linkedin: { name: 'LinkedIn', publishes: true },
  facebook: { name: 'Facebook or Instagram', publishes: true },
  youtube: { name: 'YouTube', publishes: true },
  reddit: { name: 'Reddit', publishes: true },
  wordpress: { name: 'WordPress', publishes: true },
  ghost: { name: 'Ghost', publishes: true },
  medium: { name: 'Medium', publishes: true },
  webflow: { name: 'Webflow', publishes: true },
  tiktok: { name: 'TikTok', publishes: true },
  pinterest: { name: 'Pinterest', publishes: true },
  mastodon: { name: 'Mastodon', publishes: true },
  bluesky: { name: 'Bluesky', publishes: true },
  'google-business': { name: 'Google Business Profile', publishes: true },
  threads: { name: 'Threads', publishes: true },
  'dev-to': { name: 'DEV', publishes: true },
  'social-scheduler': { name: 'a social media scheduler', publishes: true },
  drupal: { name: 'Drupal', publishes: true },
  strapi: { name: 'Strapi', publishes: true, publishesDoubt: 'a content store; whether a public site shows it is not in the file', publishesConfidence: 0.6 },
  contentful: { name: 'Contentful', publishes: true, publishesDoubt: 'a content store; whether a public site shows it is not in the file', publishesConfidence: 0.6 },
  storyblok: { name: 'Storyblok', publishes: true, publishesDoubt: 'a content store; whether a public site shows it is not in the file', publishesConfidence: 0.6 },
  discourse: { name: 'Discourse', publishes: true, publishesDoubt: 'a forum that may be closed', publishesConfidence: 0.6 },
  'code-hosting': { name: 'code hosting', publishes: true, publishesDoubt: 'a repository that may be private', publishesConfidence: 0.35 },

  // Databases
  ...engines('postgres', 'mysql', 'mssql', 'sqlite', 'mongodb', 'redis', 'snowflake', 'bigquery', 'supabase', 'elasticsearch', 'cratedb',
    'questdb', 'timescaledb', 'firestore', 'firebase-rtdb', 'dynamodb', 'oracle', 'cosmosdb', 'clickhouse', 'databricks', 'mariadb', 'neo4j',
    'cassandra', 'db2', 'redshift', 'influxdb', 'opensearch', 'duckdb', 'couchbase', 'couchdb', 'arangodb', 'surrealdb', 'athena', 'spanner', 'singlestore', 'planetscale', 'neon', 'turso'),
  'sql-database': { name: 'an SQL database', database: 'other' },

  // Enterprise systems: customers, resources, people, service, commerce
  ...enterprise('crm', 'salesforce', 'hubspot', 'pipedrive', 'zoho-crm', 'dynamics365', 'copper', 'agilecrm', 'affinity', 'keap', 'highlevel',
    'activecampaign', 'salesmate', 'freshworks-crm', 'monica-crm', 'attio', 'close', 'capsule', 'insightly', 'sugarcrm', 'streak', 'folk'),
  ...enterprise('erp', 'sap', 'netsuite', 'odoo', 'erpnext', 'unleashed', 'business-central', 'oracle-erp', 'acumatica', 'epicor', 'infor', 'dynamics-finance'),
  ...enterprise('hr-system', 'bamboohr', 'workday', 'personio', 'successfactors', 'gusto', 'rippling', 'hibob', 'greenhouse', 'lever', 'workable', 'adp', 'factorial', 'recruitee', 'ashby'),
  ...enterprise('service-desk', 'servicenow', 'zendesk', 'freshdesk', 'freshservice', 'intercom', 'helpscout', 'zammad', 'drift', 'front', 'gorgias', 'halopsa', 'syncromsp', 'chatwoot', 'crisp', 'jira-service-management'),
  ...enterprise('other-enterprise', 'woocommerce', 'magento', 'bigcommerce', 'prestashop', 'amazon-seller', 'ebay', 'etsy'),
  shopify: { name: 'Shopify', enterprise: 'shopify', integration: 'other-enterprise', publishes: true, publishesDoubt: 'a shop product, which may not be on sale', publishesConfidence: 0.35, publishesOnly: /product/i },
  'hr-front': { name: 'an HR system behind a shared topic', enterprise: 'workday', integration: 'hr-system' },
  ...marketing('mailchimp', 'mailerlite', 'convertkit', 'getresponse', 'klicktipp', 'brevo', 'klaviyo', 'customer-io', 'iterable', 'vero', 'sendy',
    'emelia', 'lemlist', 'mautic', 'autopilot', 'action-network', 'constant-contact', 'campaign-monitor', 'e-goi', 'instantly', 'smartlead', 'beehiiv', 'aweber', 'mailshake', 'apollo', 'marketo', 'eloqua', 'segment', 'orbit'),
  'custom-connector': { name: 'a custom connector', enterpriseDoubt: 'a custom connector; what stands behind it is not in the file' },

  // Payment, billing, accounting, banking
  ...financial('payment', 'stripe', 'paypal', 'wise', 'chargebee', 'paddle', 'profitwell', 'gumroad', 'square', 'plaid', 'mollie', 'adyen', 'braintree', 'razorpay', 'recurly', 'gocardless', 'lemonsqueezy', 'brex', 'ramp', 'mercury', 'revolut'),
  ...financial('erp', 'quickbooks', 'xero', 'invoiceninja', 'freshbooks', 'sage', 'zoho-books', 'bill-com', 'lexoffice', 'sevdesk', 'datev', 'moneybird', 'wave', 'zoho-invoice', 'expensify', 'concur'),

  // Reached by many, and no fact follows but reach: shared lists, files, calendars, directories
  ...shared('office-suite', 'google-sheets', 'google-drive', 'google-calendar', 'google-docs', 'google-contacts', 'google-forms', 'sharepoint', 'excel', 'onedrive', 'office365-groups', 'microsoft-graph', 'forms', 'directory', 'dropbox', 'box'),
  ...shared('work-management', 'airtable', 'notion', 'nocodb', 'baserow', 'planner', 'jira', 'asana', 'trello', 'monday', 'clickup', 'todoist', 'confluence', 'linear', 'coda', 'smartsheet', 'seatable', 'grist'),
  ...shared('collaboration', 'approvals', 'zoom', 'calendly'),
  'vector-store': { name: 'a vector-only store' }, exchange: { name: 'a trading exchange' }, dataverse: { name: 'Dataverse' }, 'platform-admin': { name: 'administration of the platform' }, mcp: { name: 'an MCP server', enterpriseDoubt: 'an MCP server; what stands behind it is not in the file' },
}

function engines(...ids: string[]): Record<string, System> {
  return Object.fromEntries(ids.map(id => [id, { name: id, database: id, ...(warehouses.has(id) ? { integration: 'data-warehouse' } : {}) }]))
}
function enterprise(integration: string, ...ids: string[]): Record<string, System> {
  return Object.fromEntries(ids.map(id => [id, { name: id, enterprise: id, integration }]))
}
function financial(integration: string, ...ids: string[]): Record<string, System> {
  return Object.fromEntries(ids.map(id => [id, { name: id, financial: id, integration }]))
}
function marketing(...ids: string[]): Record<string, System> {
  return Object.fromEntries(ids.map(id => [id, { name: id, channel: 'email', enterpriseDoubt: 'a mailing or marketing tool, which may hold customer records' }]))
}
function shared(integration: string, ...ids: string[]): Record<string, System> {
  return Object.fromEntries(ids.map(id => [id, { name: id, integration }]))
}

/** Channels on which a message can reach people outside the organisation, whoever it is addressed to. */
export const outsideChannels: ReadonlySet<string> = new Set(['email', 'sms', 'whatsapp', 'telegram', 'messenger', 'line', 'viber', 'signal'])
