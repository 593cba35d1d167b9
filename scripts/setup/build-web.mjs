/*
 * Builds web/ into the folder given and prints, as JSON, which files of this checkout outside web/ went in.
 * Runs on the bundled Node; set-up itself can't import vite, which needs the packages and a newer Node than 20.
 */
import { relative, sep } from 'node:path'
import { build } from 'vite'
import { root } from './folder.mjs'

const [outDir] = process.argv.slice(2)
/** @type {Set<string>} */
const used = new Set()

try {
  await build({
    root: `${root}web`,
    logLevel: 'silent',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'guildhall-used-files',
        buildEnd() {
          for (const id of this.getModuleIds()) used.add(relative(root, id.split('?')[0]).split(sep).join('/'))
        },
      },
    ],
  })
  const outside = [...used].filter(path => !/^(?:\.\.|web\/|node_modules\/)|\0|^\//.test(path))
  process.stdout.write(JSON.stringify(outside.sort()))
} catch (error) {
  // A mistake in the pages, for whoever made it: what and where, without the builder's own stack.
  process.stderr.write(`${error.message.replaceAll(/^ +at .*\n?/gm, '')}\n`)
  process.exitCode = 1
}
