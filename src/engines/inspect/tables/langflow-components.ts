import type { Effect } from '../model.ts'

/**
 * Langflow's components that reach a product, by a pattern of their type; models are found by name.
 * Source: docs.langflow.org/components-bundle-components; checked 2026-11.
 */
export const langflowComponents: readonly (readonly [RegExp, string, Effect])[] = [
  [/^(?:SQLDatabase|SQLExecutor|SQLAgent|SQLGenerator|SQLComponent)/, 'sql-database', 'writes'],
  [/^BigQuery/, 'bigquery', 'writes'],
  [/^PGVector/, 'postgres', 'remembers'],
  [/^SupabaseVectorStore/, 'supabase', 'remembers'],
  [/^(?:MongoDBAtlas|MongoVector)/, 'mongodb', 'remembers'],
  [/^Redis/, 'redis', 'remembers'],
  [/^Elasticsearch/, 'elasticsearch', 'remembers'],
  [/^OpenSearch/, 'opensearch', 'remembers'],
  [/^(?:Gmail|ComposioGmail)/, 'gmail', 'sends'],
  [/^(?:Slack|ComposioSlack)/, 'slack', 'sends'],
  [/^ComposioOutlook/, 'outlook', 'sends'],
  [/^ComposioDiscord/, 'discord', 'sends'],
  [/^Notion/, 'notion', 'writes'],
  [/^(?:HubSpot|ComposioHubspot)/i, 'hubspot', 'writes'],
  [/^ComposioSalesforce/, 'salesforce', 'writes'],
  [/^ComposioLinkedIn/i, 'linkedin', 'publishes'],
  [/^Confluence/, 'confluence', 'reads'],
  [/^GoogleDrive/, 'google-drive', 'reads'],
  [/^(?:Astra|Pinecone|Qdrant|Chroma|Milvus|Weaviate|FAISS)/, 'vector-store', 'remembers'],
]
