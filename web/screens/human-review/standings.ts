import type { Standing } from '../../data/content.ts'

export interface ContentSearch {
  standing?: Standing | undefined
  view?: 'all' | undefined
}

/** What the address of the list says. */
export const readContentSearch = (search: Record<string, unknown>): ContentSearch => ({
  standing: search['standing'] === 'over' ? 'over' : undefined,
  view: search['view'] === 'all' ? 'all' : undefined,
})
