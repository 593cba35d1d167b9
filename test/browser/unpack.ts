import { execFile } from 'node:child_process'
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
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { z } from 'zod'

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
const packageFolder = dirname(dirname(entry))
const run = promisify(execFile)

/**
 * Unpacks one of the package's `*.tar.br` into `folder`, or any other `*.br` to a file of that name. tar reads from a file: it stops
 * at the archive's end mark, and whoever still pipes the padding behind it would find nobody there.
 */
const unpack = async (name: string, folder: string): Promise<void> => {
  const unpacked = join(folder, name)
  await pipeline(createReadStream(join(packageFolder, 'bin', `${name}.br`)), createBrotliDecompress(), createWriteStream(unpacked))
  if (!name.endsWith('.tar')) return
  await run('tar', ['-x', '-f', unpacked, '-C', folder])
  await rm(unpacked)
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
