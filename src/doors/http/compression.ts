import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** The shortest encoding that a request takes (RFC 9110 §12.5.3), null where it takes none of ours. */
export const encodingFor = (accepted: string | undefined): Encoding | null => {
  const taken = (accepted ?? '')
    .split(',')
    .map(each => each.split(';').map(part => part.trim().toLowerCase()))
    .filter(([, ...parameters]) => !parameters.some(parameter => /^q=0(?:\.0*)?$/.test(parameter)))
    .map(([name]) => name)
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null
}

/** Less is sent as it is: a packet holds it anyway. */
export const WORTH_IT = 1_024

/** Hard, for a file that is compressed once and sent often. */
export const compressOnce = (content: Buffer, encoding: Encoding): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } })
    : gzipSync(content, { level: 9 })

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]

/** Lightly and off the main thread, for an answer that is sent once. */
export const compressAnswer = (content: string, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : gzipped(content, { level: 5 })
