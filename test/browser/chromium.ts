import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import { unpackChromium } from './unpack.ts'

interface Program {
  executablePath: string
  environment?: Record<string, string>
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const onPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .flatMap(folder => names.map(name => join(folder, name)))
    .find(file => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })

/** The browser to test with: CHROMIUM_PATH, else the machine's own, else Playwright's, else the one that a package brings. */
const findChromium = async (): Promise<Program> => {
  const named = process.env['CHROMIUM_PATH']
  if (named) return { executablePath: named }
  const found = onPath() ?? [chromium.executablePath()].find(file => existsSync(file))
  if (found) return { executablePath: found }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium()
  throw new Error('No Chromium found. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test')
}

/**
 * A headless Chromium. Its own sandbox is off: it needs rights that root and most containers lack, and the only pages
 * it ever sees are ours.
 */
export const launchChromium = async (): Promise<Browser> => {
  const { executablePath, environment } = await findChromium()
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--font-render-hinting=none'],
    ...(environment ? { env: environment } : {}),
  })
}
