import { createSecureContext, getCACertificates } from 'node:tls'
import type { SecureContext } from 'node:tls'

/**
 * Whom we believe who a server is: the authorities that Node brings, those of this machine, those of NODE_EXTRA_CA_CERTS,
 * and the company's own. TLS 1.2 is the least (RFC 8996 retires what came before). Nothing turns this off: neither a
 * setting of ours nor NODE_TLS_REJECT_UNAUTHORIZED.
 * @returns a function, because reading the machine's store takes some 70 ms that only a first call should pay.
 */
export const createTrust = (ca: readonly string[]): (() => SecureContext) => {
  let context: SecureContext | undefined
  return () =>
    (context ??= createSecureContext({
      ca: [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...ca])],
      minVersion: 'TLSv1.2',
    }))
}
