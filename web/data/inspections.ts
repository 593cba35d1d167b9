import { useMutation } from '@tanstack/react-query'
import { client } from '../client.generated.ts'
import { useSolutionStep } from './solutions.ts'

/** The most that the server reads. */
export const mostBytes = 5_000_000

/** A file as it is sent. */
interface Sent {
  name: string
  content: string
}

const sent = (file: File): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve({ name: file.name, content: address.slice(address.indexOf(',') + 1) })
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The browser could not read the file.')))
    reader.readAsDataURL(file)
  })

/** What a file shows and would come to; nothing is stored. */
export const usePreviewInspection = (key: string) =>
  useMutation({ mutationFn: async (file: File) => client.previewInspection({ key, file: await sent(file) }) })

export const useInspect = (key: string) =>
  useSolutionStep(async ({ file, version }: { file: File; version: number }) =>
    client.inspectSolution({ key, version, file: await sent(file) }),
  )

export const useRemoveInspection = (key: string) => useSolutionStep((version: number) => client.removeInspection({ key, version }))
