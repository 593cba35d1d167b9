/** The first signal to stop, or the end of the launcher; later ones change nothing. */
export const stopSignals = (): { asked: Promise<void>; isAsked(): boolean } => {
  let told = false
  const asked = new Promise<void>(resolve => {
    const tell = () => {
      told = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, tell)
    process.on('disconnect', tell)
  })
  return { asked, isAsked: () => told }
}
