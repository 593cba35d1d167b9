import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './client.generated.ts'
import { ArrivalProvider } from './parts/page.tsx'
import { router } from './router.tsx'
import { LanguageProvider, loadTexts, preferredLanguage } from './texts/language.tsx'
import { theme, variables } from './theme/theme.ts'

// The page's policy lets no style run without this visit's nonce; react-remove-scroll reads it from the global.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
Object.assign(globalThis, { __webpack_nonce__: nonce })

// A sign-in that ended shows on the page at once, whichever request met it first.
const onError = (error: Error): void => {
  if (error instanceof ApiProblem && error.status === 401) void queries.invalidateQueries({ queryKey: ['me'] })
}

// An expected "no" stays a "no": only what never reached an answer is asked again.
const mayTryAgain = (failures: number, error: Error): boolean => failures < 2 && (!(error instanceof ApiProblem) || error.status === 0)

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: { queries: { retry: mayTryAgain } },
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
