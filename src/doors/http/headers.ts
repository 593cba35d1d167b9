import { randomBytes } from 'node:crypto'

/** A year, as RFC 6797 counts; other hosts of the domain are not ours to speak for. */
const httpsOnly = 'max-age=31536000'

/**
 * Sent with every response, errors and files included. Nothing runs, loads, frames or submits anywhere but here; a page
 * carries a fresh nonce for the styles that its components write while it runs. Where the connection is `secure`, browsers
 * are told to come back over no other.
 */
export const securityHeaders = ({ secure = false, nonce }: { secure?: boolean; nonce?: string } = {}): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...(secure ? { 'strict-transport-security': httpsOnly } : {}),
})

export const newNonce = (): string => randomBytes(16).toString('base64url')
