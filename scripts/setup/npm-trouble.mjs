/** Said before npm begins, where it is plain, and after it failed, where its cache lies on the disk that is full. */
export const noRoom = 'Too little room on the disk: installing takes about 1 GB. Free some space, then start again.'

const registry = () => process.env.npm_config_registry ?? 'the one that `npm config get registry` names'

/** What npm's error codes mean to someone who only wanted to start the program. First match wins. */
const meanings = [
  [/ENOSPC/, () => noRoom],
  [
    /(?<!connect )(?:EACCES|EPERM)|EROFS/,
    () => 'This user may not write here. Give it the folder (and its npm cache), or start as the user who owns it.',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|CERT_|DEPTH_ZERO/,
    () =>
      `The certificate of the package registry (${registry()}) is not trusted.\n` +
      '  Behind a company proxy, name its certificate: NODE_EXTRA_CA_CERTS=/path/to/ca.pem npm start',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET|network/,
    () =>
      `The package registry (${registry()}) can't be reached.\n` +
      '  Check the network; behind a proxy set HTTPS_PROXY; for a mirror: npm config set registry https://…',
  ],
  [
    /\bE40[0-9]\b|ETARGET|ENOVERSIONS|EINTEGRITY|EINVALIDTAGNAME|\bE5\d\d\b|invalid json/i,
    () =>
      `The package registry (${registry()}) does not give the packages that the lockfile names.\n` +
      '  Check that it is a full mirror, that you are signed in to it, and its address: npm config get registry',
  ],
  [
    /EUSAGE/,
    () =>
      'package.json and package-lock.json do not belong together. Take both from the same version of Guildhall;\n' +
      '  if you changed one yourself, run `npm install` and commit the lockfile.',
  ],
]

/** npm's failure in words, with npm's own last lines below them. */
export const npmTrouble = (code, said) => {
  const meaning = meanings.find(([sign]) => sign.test(said))?.[1]() ?? `npm ended with code ${code}.`
  const lines = said.split('\n').filter(line => line.trim() !== '')
  // What went wrong stands first; last stands where npm wrote all of it down.
  const telling = lines.length > 8 ? [...lines.slice(0, 6), '…', ...lines.slice(-1)] : lines
  return ['The packages could not be installed.', `  ${meaning}`, ...telling.map(line => `  | ${line}`)].join('\n')
}
