import { type ReactNode, Suspense, useState } from 'react'
import { Fold } from './fold.tsx'

/** A fold with what is fetched by those alone who open it. */
export const LazyFold = ({ title, children, id }: { title: string; children: ReactNode; id?: string }) => {
  const [opened, setOpened] = useState(false)
  return (
    <Fold {...(id !== undefined && { id })} title={title} onOpen={() => setOpened(true)}>
      {opened && <Suspense>{children}</Suspense>}
    </Fold>
  )
}
