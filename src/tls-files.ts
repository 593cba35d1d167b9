import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync, statSync, unwatchFile, watchFile } from 'node:fs'
import { refuse } from '#src/kernel/refusal.ts'
import type { DoorSettings } from './door-settings.ts'

type TlsFiles = NonNullable<DoorSettings['tls']>

/** Certificate and key as the files hold them. */
export interface TlsPair {
  cert: Buffer
  key: Buffer
}

/**
 * Reads certificate and key.
 * @throws Refusal `tls-unreadable` where a file can't be read, others may read the key, or the two don't belong together;
 *   it names the setting and never what the file holds.
 */
export const readTls = ({ cert, key }: TlsFiles): TlsPair => {
  const pair = { cert: read(cert, 'GUILDHALL_TLS_CERT'), key: read(key, 'GUILDHALL_TLS_KEY') }
  if (process.platform !== 'win32' && (statSync(key).mode & 0o077) !== 0)
    throw unreadable('GUILDHALL_TLS_KEY', 'Other accounts of this machine may read the key.', 'Keep it to the server’s account: chmod 600.')
  if (!belongTogether(pair))
    throw unreadable(
      'GUILDHALL_TLS_KEY',
      'Certificate and key don’t belong together, or are no PEM.',
      'Name the key that the certificate was made for, without a passphrase.',
    )
  return pair
}

/**
 * Tells of each readable new pair, so that a renewed certificate needs no restart. What is half written or doesn't fit
 * yet goes to `onTrouble`, and the pair before stays in use. Files are looked at twice a minute: that also works on file
 * systems that announce nothing.
 */
export const watchTls = (files: TlsFiles, onNew: (pair: TlsPair) => void, onTrouble: (error: unknown) => void): (() => void) => {
  const look = () => {
    try {
      onNew(readTls(files))
    } catch (error) {
      onTrouble(error)
    }
  }
  const paths = [files.cert, files.key]
  for (const path of paths) watchFile(path, { interval: 30_000, persistent: false }, look)
  return () => paths.forEach(path => unwatchFile(path, look))
}

const read = (path: string, setting: string): Buffer => {
  try {
    return readFileSync(path)
  } catch {
    throw unreadable(setting, 'The file that it names can’t be read.', 'Name a file that exists and that the server’s account may read.')
  }
}

const belongTogether = ({ cert, key }: TlsPair): boolean => {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

const unreadable = (setting: string, reason: string, remedy: string) => refuse('invalid', 'tls-unreadable', reason, remedy, setting)
