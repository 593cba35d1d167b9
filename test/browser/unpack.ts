import { spawn } from 'node:child_process'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { z } from 'zod'

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
const packageFolder = dirname(dirname(entry))

/** Unpacks one of the package's `*.tar.br` into `folder`, or any other `*.br` to a file of that name. */
const unpack = async (name: string, folder: string): Promise<void> => {
  const packed = createReadStream(join(packageFolder, 'bin', `${name}.br`))
  if (!name.endsWith('.tar')) return pipeline(packed, createBrotliDecompress(), createWriteStream(join(folder, name)))
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise<number | null>((resolve, reject) => {
    tar.once('error', reject)
    tar.once('close', resolve)
  })
  await pipeline(packed, createBrotliDecompress(), tar.stdin)
  const code = await ended
  if (code !== 0) throw new Error(`tar could not unpack ${name} (code ${code})`)
}

/**
 * The Chromium that comes as a package, with the libraries that a bare machine lacks (its `al2023`: NSS) and fonts.
 * The package's own unpacking leaves the libraries out and uses one place for all users; this one unpacks once for
 * each user and version, about 2 s, and a place that is there is complete.
 */
export const unpackChromium = async (): Promise<{ executablePath: string; environment: Record<string, string> }> => {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')))
  const uid = process.getuid?.() ?? 0
  const home = join(realpathSync(tmpdir()), `guildhall-chromium-${version}-${uid}`)
  if (!existsSync(home)) {
    const draft = mkdtempSync(`${home}-`)
    await Promise.all(['chromium', 'al2023.tar', 'fonts.tar', 'swiftshader.tar'].map(name => unpack(name, draft)))
    chmodSync(join(draft, 'chromium'), 0o755)
    writeFileSync(join(draft, 'fonts.conf'), fontsBeside(home))
    try {
      renameSync(draft, home)
    } catch (error) {
      if (!existsSync(home)) throw error
      rmSync(draft, { recursive: true }) // another run was faster
    }
  }
  if (statSync(home).uid !== uid) throw new Error(`${home} belongs to another user; remove it, or set CHROMIUM_PATH.`)
  return {
    executablePath: join(home, 'chromium'),
    environment: { ...definite(process.env), LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  }
}

/** The machine's fonts, and the package's for a machine that has none. */
const fontsBeside = (home: string): string =>
  `<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`

const definite = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
