import { useEffect } from 'react'
import { useTonight } from '../../data/findings.ts'

/** What tonight brings, looked through to its end, with how far that is; each page of it is a part of the sweep. */
export const useForeseen = (asks = true) => {
  const tonight = useTonight(asks)
  const { hasNextPage, isFetchingNextPage, error, fetchNextPage } = tonight
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && error === null) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, error, fetchNextPage])
  const pages = tonight.data?.pages ?? []
  return {
    opens: pages.flatMap(page => page.opens),
    clears: pages.flatMap(page => page.clears),
    looked: pages.reduce((sum, page) => sum + page.looked, 0),
    whole: tonight.data !== undefined && !hasNextPage,
    error,
    retry: () => void tonight.refetch(),
  }
}
