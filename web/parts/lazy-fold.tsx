import { type ReactNode, Suspense, useState } from 'react'
import { Fold } from './fold.tsx'

/** A fold with what is fetched by those alone who open it. */
export const LazyFold = ({ title, children }: { title: string; children: ReactNode }) => {
  const [opened, setOpened] = useState(false)
  return (
    <Fold title={title} onOpen={() => setOpened(true)}>
      {opened && <Suspense>{children}</Suspense>}
    </Fold>
  )
}
