/**
 * Packages that code imports, and the product they reach. A Python name also stands for the packages below it.
 * Source: the packages' pages on npm and PyPI; checked 2026-11.
 */
export const drivers: Readonly<Record<string, string>> = {
  // JavaScript
  pg: 'postgres', 'pg-promise': 'postgres', postgres: 'postgres', mysql: 'mysql', mysql2: 'mysql', 'mysql2/promise': 'mysql', mssql: 'mssql', tedious: 'mssql', sqlite3: 'sqlite', sqlite: 'sqlite', 'better-sqlite3': 'sqlite',
  mongodb: 'mongodb', mongoose: 'mongodb', redis: 'redis', ioredis: 'redis', 'snowflake-sdk': 'snowflake', '@google-cloud/bigquery': 'bigquery', '@supabase/supabase-js': 'supabase', '@elastic/elasticsearch': 'elasticsearch', '@google-cloud/firestore': 'firestore', 'firebase-admin': 'firestore',
  '@aws-sdk/client-dynamodb': 'dynamodb', '@aws-sdk/lib-dynamodb': 'dynamodb', oracledb: 'oracle', '@azure/cosmos': 'cosmosdb', 'neo4j-driver': 'neo4j', '@clickhouse/client': 'clickhouse', knex: 'sql-database', typeorm: 'sql-database', sequelize: 'sql-database',
  openai: 'openai', '@azure/openai': 'azure-openai', '@anthropic-ai/sdk': 'anthropic', '@google/generative-ai': 'google-ai', '@google/genai': 'google-ai', '@google-cloud/vertexai': 'google-ai', '@mistralai/mistralai': 'mistral', 'groq-sdk': 'groq', 'cohere-ai': 'cohere', '@huggingface/inference': 'huggingface', '@aws-sdk/client-bedrock-runtime': 'aws-ai', ollama: 'ollama', replicate: 'replicate',
  '@langchain/openai': 'openai', '@langchain/anthropic': 'anthropic', '@langchain/google-genai': 'google-ai', '@langchain/mistralai': 'mistral', '@langchain/ollama': 'ollama', '@langchain/groq': 'groq', '@langchain/cohere': 'cohere', '@ai-sdk/openai': 'openai', '@ai-sdk/anthropic': 'anthropic',
  nodemailer: 'smtp', '@sendgrid/mail': 'sendgrid', 'mailgun.js': 'mailgun', 'node-mailjet': 'mailjet', resend: 'resend', postmark: 'postmark', twilio: 'twilio', 'node-telegram-bot-api': 'telegram', telegraf: 'telegram', '@slack/web-api': 'slack', '@slack/webhook': 'slack', 'discord.js': 'discord',
  jsforce: 'salesforce', '@hubspot/api-client': 'hubspot', 'shopify-api-node': 'shopify', stripe: 'stripe', 'twitter-api-v2': 'x',
  // Python
  psycopg2: 'postgres', psycopg: 'postgres', asyncpg: 'postgres', pymysql: 'mysql', 'mysql.connector': 'mysql', MySQLdb: 'mysql', pyodbc: 'sql-database', pymssql: 'mssql', pymongo: 'mongodb', motor: 'mongodb', 'snowflake.connector': 'snowflake', 'google.cloud.bigquery': 'bigquery', supabase: 'supabase',
  elasticsearch: 'elasticsearch', 'google.cloud.firestore': 'firestore', firebase_admin: 'firestore', cx_Oracle: 'oracle', sqlalchemy: 'sql-database', neo4j: 'neo4j', clickhouse_driver: 'clickhouse', duckdb: 'duckdb',
  anthropic: 'anthropic', 'google.generativeai': 'google-ai', 'google.genai': 'google-ai', vertexai: 'google-ai', mistralai: 'mistral', groq: 'groq', cohere: 'cohere', huggingface_hub: 'huggingface', transformers: 'huggingface', langchain_openai: 'openai', langchain_anthropic: 'anthropic', langchain_google_genai: 'google-ai', langchain_ollama: 'ollama', langchain_groq: 'groq', langchain_mistralai: 'mistral', deepl: 'deepl', pytesseract: 'ocr',
  smtplib: 'smtp', aiosmtplib: 'smtp', sendgrid: 'sendgrid', slack_sdk: 'slack', telegram: 'telegram', simple_salesforce: 'salesforce', hubspot: 'hubspot', tweepy: 'x',
}

/** Schemes of connection strings. */
export const schemes: Readonly<Record<string, string>> = {
  postgres: 'postgres', postgresql: 'postgres', mysql: 'mysql', mariadb: 'mariadb', sqlserver: 'mssql', mssql: 'mssql', mongodb: 'mongodb', 'mongodb+srv': 'mongodb', redis: 'redis', rediss: 'redis', oracle: 'oracle', snowflake: 'snowflake', sqlite: 'sqlite', 'postgresql+psycopg2': 'postgres', 'mysql+pymysql': 'mysql', smtp: 'smtp', smtps: 'smtp', neo4j: 'neo4j', clickhouse: 'clickhouse',
}
