import type { NodeRow } from './table.ts'

/**
 * Node-RED's own nodes by type, and community nodes by pattern; configuration nodes (brokers, accounts) never run.
 * Source: nodered.org/docs/user-guide/nodes and the flow library (flows.nodered.org); checked 2026-11.
 */
export const nodeRedNodes: readonly (readonly [RegExp, NodeRow])[] = [
  [/^(?:comment|group|tab|subflow|junction|debug|status|complete|global-config)$/, { kind: 'note' }],
  [/^inject$/, { trigger: 'manual' }], [/^(?:cronplus|bigtimer|schedex|light-scheduler|eztimer)$/, { trigger: 'schedule' }], [/^http in$/, { trigger: 'webhook' }], [/^ui[-_]button$/, { trigger: 'manual' }], [/^ui[-_]form$/, { trigger: 'form' }], [/^ui[-_]chat/, { trigger: 'chat' }],
  [/^(?:mqtt in|tcp in|udp in|websocket in|watch|tail|serial in|amqp[- ]in|kafka[- ]consumer|opcua.*|server-state-changed|events: all|trigger-state|twitter in|rss|feedparse|rpi-gpio in|homekit.*|alexa.*)$/, { trigger: 'app-event' }],
  [/^(?:function|python3?-function|python-function)$/, { kind: 'code' }], [/^(?:exec|daemon|pythonshell in|ssh.*)$/, { kind: 'shell' }], [/^http request$|^www-request$|^axios/, { kind: 'http' }],
  [/^subflow:|^link call$/, { kind: 'subflow' }],
  [/^e-mail$|^email$|smtp/, { system: 'smtp', default: 'message/send' }], [/^e-mail in$|^email in$/, { system: 'smtp', trigger: 'app-event' }],
  [/^telegram (?:sender|reply)|^chatbot-telegram-send$/, { system: 'telegram', default: 'message/send' }], [/^telegram (?:receiver|command|event)|^chatbot-telegram-receive$/, { system: 'telegram', trigger: 'app-event' }],
  [/^chatbot-(?:whatsapp|twilio)-send$|^chats-out$|^whatsapp.*(?:out|send)|^whin/i, { system: 'whatsapp', default: 'message/send' }], [/^chatbot-(?:whatsapp|twilio)-receive$|^chats-in$|^whatsapp.*in/i, { system: 'whatsapp', trigger: 'app-event' }],
  [/^chatbot-slack-send$|^slack-(?:web-out|rtm-out|message)$|^slack$/, { system: 'slack', default: 'message/send' }], [/^chatbot-slack-receive$|^slack-(?:rtm-in|events)/, { system: 'slack', trigger: 'app-event' }],
  [/^chatbot-facebook-send$/, { system: 'messenger', default: 'message/send' }], [/^chatbot-facebook-receive$/, { system: 'messenger', trigger: 'app-event' }], [/^chatbot-discord-send$|^discordMessageManager$|^discord.*send/i, { system: 'discord', default: 'message/send' }], [/^chatbot-\w+-receive$|^discordMessage$/, { trigger: 'app-event' }],
  [/^twilio out$/, { system: 'twilio', default: 'sms/send' }], [/^teams.*|.*microsoft-teams.*/i, { system: 'teams', default: 'message/send' }], [/^mattermost/i, { system: 'mattermost', default: 'message/send' }], [/^matrix-send|^matrix.*send/i, { system: 'matrix', default: 'message/send' }], [/^twitter out$/, { system: 'x', default: 'tweet/create' }], [/^mastodon-pub/, { system: 'mastodon', default: 'post/create' }],
  [/^mysql$/i, { system: 'mysql' }], [/^sqlite$/i, { system: 'sqlite' }], [/^(?:postgres|postgresql|postgrestor|postgres.*)$/i, { system: 'postgres' }], [/^MSSQL|^mssql/i, { system: 'mssql' }], [/^mongodb/i, { system: 'mongodb' }], [/^redis-/i, { system: 'redis' }], [/^influxdb/i, { system: 'influxdb' }], [/^(?:elastic|es-)/i, { system: 'elasticsearch' }], [/^firebase|^firestore/i, { system: 'firebase-rtdb' }], [/^dynamodb|dynamo/i, { system: 'dynamodb' }], [/^oracledb/i, { system: 'oracle' }], [/^snowflake/i, { system: 'snowflake' }], [/^bigquery|google-cloud-bigquery/i, { system: 'bigquery' }], [/^cassandra/i, { system: 'cassandra' }], [/^neo4j/i, { system: 'neo4j' }], [/^supabase/i, { system: 'supabase' }], [/^stackhero-(?:mysql)/i, { system: 'mysql' }], [/^couchdb|^cloudant/i, { system: 'couchdb' }],
  [/salesforce|^soql$|^dml$/i, { system: 'salesforce' }], [/hubspot/i, { system: 'hubspot' }], [/^sap|-sap-/i, { system: 'sap' }], [/odoo/i, { system: 'odoo' }], [/zendesk/i, { system: 'zendesk' }], [/servicenow/i, { system: 'servicenow' }], [/shopify/i, { system: 'shopify', default: 'order/get' }], [/stripe/i, { system: 'stripe' }],
  [/open.?ai|chatgpt|\bgpt|gemini|ollama|anthropic|claude|mistral|hugging|watson|groq|deepseek|bedrock|tensorflow|tfjs|rekognition|face-api|dialogflow|^chatbot-dialogflow|elevenlabs|langchain|cognitive|whisper/i, { kind: 'model' }],
]
