import { errors } from 'undici'
import { errorCode } from '#src/kernel/error-code.ts'
import { Refusal, refuse } from '#src/kernel/refusal.ts'

/**
 * What went wrong on the network, as a refusal of kind `unavailable`: `tls-not-trusted`, `target-silent`, `answer-broken`.
 * Says nothing that the other side sent. What is no failure of the network is given back as it is: a bug.
 * @param whom `api.example.com:443`, or `the proxy 10.0.0.1:3128`.
 */
export const explainFailure = (error: unknown, whom: string): Error => {
  if (error instanceof Refusal) return error
  const code = errorCode(error)
  const trust = distrust[code]
  if (trust !== undefined)
    return refuse('unavailable', 'tls-not-trusted', `${capital(whom)} can’t prove who it is: ${trust.reason}.`, trust.remedy, 'url')
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return refuse(
      'unavailable',
      'tls-not-trusted',
      `With ${whom} no encryption could be agreed on that is still safe.`,
      'The other side needs TLS 1.2 or later. Check that this port speaks https at all.',
      'url',
    )
  if (isTooLate(error, code))
    return refuse(
      'unavailable',
      'target-silent',
      `${capital(whom)} took longer than it was given.`,
      'Try again later, or allow more time.',
      'url',
    )
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || error instanceof errors.HTTPParserError || code.startsWith('HPE_') || brokenOff.has(code))
    return refuse(
      'unavailable',
      'answer-broken',
      `${capital(whom)} sent an answer that breaks the rules of HTTP, or broke it off.`,
      'Ask its operator what stands in between.',
      'url',
    )
  if (code !== '' && /^(?:E[A-Z]+|UND_ERR_[A-Z_]+|ERR_STREAM_\w+)$/.test(code))
    return refuse(
      'unavailable',
      'target-silent',
      `No connection to ${whom} (${code}).`,
      'Check that it runs, and that the firewall lets this machine through. Behind a proxy, set HTTPS_PROXY or GUILDHALL_PROXY.',
      'url',
    )
  return error instanceof Error ? error : new Error('Something that is no error was thrown.', { cause: error })
}

/** Whether a code says that somebody could not prove who they are, or that no safe encryption came about. */
export const isDistrust = (code: string): boolean => code in distrust || code.startsWith('ERR_SSL_') || code === 'EPROTO'

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const isTooLate = (error: unknown, code: string): boolean =>
  lateCodes.has(code) || (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))

const lateCodes = new Set([
  'ETIMEDOUT',
  'ABORT_ERR',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_ABORTED',
])
const brokenOff = new Set([
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'ERR_STREAM_PREMATURE_CLOSE',
  'Z_DATA_ERROR',
  'Z_BUF_ERROR',
  'ERR_BROTLI_DECODER_ERROR',
])

interface Distrust {
  readonly reason: string
  readonly remedy: string
}

const unknownAuthority: Distrust = {
  reason: 'its certificate was issued by nobody whom this machine trusts',
  remedy: 'If the certificate is your company’s, put its authority’s certificate into the file that GUILDHALL_CA_FILE names.',
}
const expired: Distrust = {
  reason: 'its certificate is not valid at this time',
  remedy: 'Have its operator renew the certificate, and check this machine’s clock.',
}

/** OpenSSL's names for why a certificate was refused (X509_V_ERR_…), as Node gives them. */
const distrust: Readonly<Record<string, Distrust>> = {
  CERT_HAS_EXPIRED: expired,
  CERT_NOT_YET_VALID: expired,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_UNTRUSTED: unknownAuthority,
  INVALID_CA: unknownAuthority,
  CERT_SIGNATURE_FAILURE: unknownAuthority,
  PATH_LENGTH_EXCEEDED: unknownAuthority,
  INVALID_PURPOSE: {
    reason: 'its certificate is not meant for a web server',
    remedy: 'Have its operator install a certificate for servers.',
  },
  CERT_REVOKED: { reason: 'its certificate was revoked', remedy: 'Have its operator install a new one, and ask why.' },
  HOSTNAME_MISMATCH: { reason: 'its certificate is for another name', remedy: 'Use the name that is in its certificate.' },
  ERR_TLS_CERT_ALTNAME_INVALID: { reason: 'its certificate is for another name', remedy: 'Use the name that is in its certificate.' },
  EE_KEY_TOO_SMALL: { reason: 'the key of its certificate is too short to be safe', remedy: 'Have its operator install a stronger one.' },
  CA_MD_TOO_WEAK: { reason: 'its certificate is signed in a way that is no longer safe', remedy: 'Have its operator install a new one.' },
}
