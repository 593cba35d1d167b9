import { useEffect } from 'react'
import { useTonight } from '../../data/findings.ts'

/** What tonight brings, looked through to its end, with how far that is; each page of it is a part of the sweep. */
export const useForeseen = (as?: string) => {
  const tonight = useTonight(as)
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = tonight
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && error === null) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage])
  const pages = tonight.data?.pages ?? []
  return {
    opens: pages.flatMap(page => page.opens),
    clears: pages.flatMap(page => page.clears),
    effects: pages[0]?.effects ?? [],
    moreEffects: pages[0]?.moreEffects ?? false,
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    whole: tonight.data !== undefined && !hasNextPage,
    error,
    retry: () => void tonight.refetch(),
  }
}
