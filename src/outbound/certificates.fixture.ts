import { generate } from 'selfsigned'

/** A key and its certificate, in PEM. */
export interface Identity {
  readonly key: string
  readonly cert: string
}

const day = 24 * 60 * 60 * 1000
const name = (commonName: string) => [{ name: 'commonName', value: commonName }]

/** A certificate authority of one's own, as a company has it. */
export const makeAuthority = async (commonName: string): Promise<Identity> => {
  const made = await generate(name(commonName), {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 400 * day),
    notAfterDate: new Date(Date.now() + day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  return { key: made.private, cert: made.cert }
}

/** A server's certificate for these names and addresses; signed by itself where no authority is given. */
export const makeIdentity = async (
  names: { dns?: readonly string[]; ip?: readonly string[] },
  { authority, expired = false }: { authority?: Identity; expired?: boolean } = {},
): Promise<Identity> => {
  const made = await generate(name(names.dns?.[0] ?? names.ip?.[0] ?? 'nobody'), {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 20 * day),
    notAfterDate: new Date(Date.now() + (expired ? -day : day)),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...(names.dns ?? []).map(value => ({ type: 2 as const, value })),
          ...(names.ip ?? []).map(ip => ({ type: 7 as const, ip })),
        ],
      },
    ],
    ...(authority ? { ca: authority } : {}),
  })
  return { key: made.private, cert: made.cert }
}
