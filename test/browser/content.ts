import type { Page } from 'playwright'
import { answers, forTeam } from '../db/solutions-world.ts'
import { ask, speakAs } from './reviewing.ts'

export interface ContentThere {
  solution: string
  /** Submits a text as its owner's flow would; answers its id. The page speaks as the owner afterwards. */
  submit(content: string, callback?: string): Promise<string>
}

const named = () => ({ 'idempotency-key': crypto.randomUUID() })

/** A solution of Priya Raman's in its sandbox, whose content Daniel Okoye and she herself look at. */
export const openContent = async (page: Page): Promise<ContentThere> => {
  await speakAs(page, 'priya-raman')
  const facts = { ...forTeam, externalContent: true, humanReview: { present: true, by: 'Daniel', where: 'Before it is sent' } }
  const body = { name: 'Claims letters', purpose: 'Writes letters about claims.', facts, answers }
  const { key, version } = await ask<{ key: string; version: number }>(page, 'POST', '/api/solutions', body, named())
  await ask(page, 'POST', `/api/solutions/${key}/sandbox`, {}, { 'if-match': `"${version}"` })
  const step = { reviewers: ['daniel-okoye', 'priya-raman'], deadlineMinutes: 480 }
  await ask(page, 'PUT', `/api/solutions/${key}/content-step`, step, { 'if-match': '"0"' })
  return {
    solution: key,
    async submit(content, callback) {
      await speakAs(page, 'priya-raman')
      const input = { solution: key, content, kind: 'mail', recipient: 'customer', callback }
      return (await ask<{ id: string }>(page, 'POST', '/api/content-reviews', input, named())).id
    },
  }
}
