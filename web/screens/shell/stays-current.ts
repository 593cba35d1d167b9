import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useMe } from '../../data/me.ts'

/** The first view comes first: what is listened with is fetched when that is there. */
const AFTER_THE_FIRST_VIEW = 1_000

/** Whoever is signed in sees what others change without asking for it. */
export const useStaysCurrent = (): void => {
  const queries = useQueryClient()
  const { data: me } = useMe()
  const person = me?.person != null && !me.needs.includes('second-factor') ? me.person.id : null
  useEffect(() => {
    if (person === null) return undefined
    let stop: (() => void) | null = null
    let left = false
    const start = async () => {
      const { listen } = await import('../../data/live.ts')
      if (!left) stop = listen(queries)
    }
    const begin = setTimeout(() => void start(), AFTER_THE_FIRST_VIEW)
    return () => {
      left = true
      clearTimeout(begin)
      stop?.()
    }
  }, [person, queries])
}
