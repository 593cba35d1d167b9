import type { Credential } from '#src/kernel/operation.ts'

export interface Message {
  id: string
  changes: { topic: string; id: string; version?: number }[]
  missed: boolean
}

/** A page that listens, without a browser: hears messages one after the other, and when the stream ends. */
export const listenAt = async (address: string, credential: Credential, headers: Record<string, string> = {}) => {
  const stop = new AbortController()
  const shown = 'secret' in credential ? { cookie: `guildhall-session=${credential.secret}` } : {}
  const response = await fetch(`${address}/api/events`, { headers: { ...shown, ...headers }, signal: stop.signal })
  if (response.body === null || !response.ok) return { response, refused: (await response.json()) as { code: string; remedy: string } }
  const heard: Message[] = []
  let last = ''
  let wake = (): void => undefined
  const woken = () => new Promise<void>(resolve => (wake = resolve))
  const ended = (async () => {
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) {
        last = /^id: (.*)$/m.exec(part)?.[1] ?? last
        const data = /^data: (.*)$/m.exec(part)?.[1]
        if (data !== undefined) heard.push({ id: last, ...(JSON.parse(data) as Omit<Message, 'id'>) })
      }
      wake()
    }
  })().catch(() => undefined)
  return {
    response,
    refused: null,
    /** Where it is, as the next thing that comes says. */
    async place(): Promise<string> {
      await woken()
      return last
    },
    ended,
    /** The next message, once it is there. */
    async next(): Promise<Message> {
      for (;;) {
        const message = heard.shift()
        if (message) return message
        await woken()
      }
    },
    close: () => stop.abort(),
  }
}

export type Listening = Extract<Awaited<ReturnType<typeof listenAt>>, { refused: null }>
