import { useTexts } from '../texts/language.tsx'

/** A file with the dates of what stands at a page's address, for the reader's own calendar. */
export const CalendarLink = ({ of, children }: { of: `/solutions/${string}` | `/reviews/${string}`; children: string }) => {
  const { language } = useTexts()
  return (
    <a href={`/api${of}/calendar?language=${language}`} download>
      {children}
    </a>
  )
}
