/*
 * Makes this checkout ready to run: its packages and its web pages, each only when they differ from what is wanted.
 * Needs nothing but Node 20 and npm; when all is ready it touches nothing, needs no network and takes milliseconds.
 * GUILDHALL_SETUP=off leaves everything alone: a container image has been set up when it was built.
 * This first file parses on old Nodes too, to be able to say that they are too old.
 */
const oldestNode = 20

const tell = text => process.stderr.write(`guildhall: ${text}\n`)

if (process.env.GUILDHALL_SETUP !== 'off') {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    tell(`needs Node ${oldestNode} or newer to set itself up, and this is ${process.version}. Install a newer Node, then start again.`)
    process.exitCode = 1
  } else {
    import('./setup/run.mjs')
      .then(({ setUp }) => setUp(tell))
      .catch(error => {
        if (error.name === 'Trouble') tell(error.message)
        else console.error(error)
        process.exitCode = 1
      })
  }
}
