import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { QueryKey } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { asksWhoIsHere, mayTryAgain, waitBefore } from './data/asking.ts'
import { ArrivalProvider } from './parts/page.tsx'
import { router } from './router.tsx'
import { LanguageProvider, loadTexts, preferredLanguage } from './texts/language.tsx'
import { theme, variables } from './theme/theme.ts'

// The page's policy lets no style run without this visit's nonce; react-remove-scroll reads it from the global.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
Object.assign(globalThis, { __webpack_nonce__: nonce })

const askWhoIsHere = (error: Error, key?: QueryKey): void => {
  if (asksWhoIsHere(error, key)) void queries.invalidateQueries({ queryKey: ['me'] })
}

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => askWhoIsHere(error, queryKey) }),
  mutationCache: new MutationCache({ onError: error => askWhoIsHere(error) }),
  defaultOptions: { queries: { retry: mayTryAgain, retryDelay: waitBefore } },
})

const start = async (): Promise<void> => {
  const language = preferredLanguage()
  const texts = await loadTexts(language)
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html has no #root')
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <LanguageProvider first={language} texts={texts}>
          <QueryClientProvider client={queries}>
            <ArrivalProvider>
              <RouterProvider router={router} />
            </ArrivalProvider>
          </QueryClientProvider>
        </LanguageProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

await start()
