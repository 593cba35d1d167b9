import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'

/** Sign-offs of a review, fallen ones included: without it each page of the queue reads every sign-off that there ever was. */
export const registryIndexes: Migration = {
  async up(db) {
    await sql`create index sign_off_review on sign_off (review_id, place)`.execute(db)
  },
}
