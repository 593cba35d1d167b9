import { useEffect } from 'react'

/** Paper is white: while the page is being printed it wears the light theme, whatever the reader's is. */
export const useLightPaper = (): void => {
  useEffect(() => {
    const page = document.documentElement
    let worn: string | null = null
    const before = (): void => {
      worn = page.getAttribute('data-mantine-color-scheme')
      page.setAttribute('data-mantine-color-scheme', 'light')
    }
    const after = (): void => {
      if (worn !== null) page.setAttribute('data-mantine-color-scheme', worn)
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
}
