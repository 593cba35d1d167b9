import { z } from 'zod'

/** What an operation declares that answers with dates: HTTP hands them out as a file that calendars open. */
export const calendarAnswer = {
  output: z.object({ name: z.string(), content: z.string().describe('The file itself (RFC 5545).') }),
  file: {
    type: 'text/calendar; charset=utf-8',
    of: (answer: { name: string; content: string }) => answer,
  },
}
