import { lazy, Suspense, useState } from 'react'
import { AccountButton } from './account-button.tsx'

const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }))

/** Who is signed in. The menu behind the button is fetched when somebody first asks for it. */
export const Account = () => {
  const [wanted, setWanted] = useState(false)
  const button = <AccountButton aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} />
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu />
    </Suspense>
  ) : (
    button
  )
}
