import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** What precedes the 32 bytes of an Ed25519 key in the form that Node reads (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
/** Two letters for the algorithm, then the id of the key. */
const algorithm = 'Ed'
const idLength = 8

interface KeyParts {
  readonly algorithm: string
  readonly id: string
  readonly rest: Buffer
}

function partsOf(base64: string): KeyParts {
  const bytes = Buffer.from(base64, 'base64')
  return {
    algorithm: bytes.toString('latin1', 0, 2),
    id: bytes.toString('hex', 2, 2 + idLength),
    rest: bytes.subarray(2 + idLength),
  }
}

/**
 * Whether `signature`, a file of minisign in its legacy form (`minisign -S -l`), signs this text with
 * this public key. The form is described at https://jedisct1.github.io/minisign/; the legacy one needs
 * no hash that Electron lacks.
 */
export function isSigned(text: string, signature: string, publicKey: string): boolean {
  const [, signed = '', comment = '', signedComment = ''] = signature.split('\n')
  const key = partsOf(publicKey)
  const parts = partsOf(signed)
  const trusted = comment.startsWith('trusted comment: ') ? comment.slice(17) : null
  if (key.algorithm !== algorithm || key.rest.length !== 32) return false
  if (parts.algorithm !== algorithm || parts.id !== key.id || trusted === null) return false
  const pem = { key: Buffer.concat([spkiPrefix, key.rest]), format: 'der', type: 'spki' } as const
  const spki = createPublicKey(pem)
  const comments = Buffer.concat([parts.rest, Buffer.from(trusted)])
  return (
    verify(null, Buffer.from(text), spki, parts.rest) &&
    verify(null, comments, spki, Buffer.from(signedComment, 'base64'))
  )
}

/** The name of the file with this SHA-256 in the list that `sha256sum` wrote, or null. */
function nameOf(sha256: string, sums: string): string | null {
  const line = sums.split('\n').find((each) => each.startsWith(`${sha256} `))
  return line?.slice(sha256.length).replace(/^ [ *]/, '') ?? null
}

export interface ReleaseCheck {
  readonly publicKey: string
  /** Fetches a file of the release as text; rejects if there is none. */
  readonly fetchText: (name: string) => Promise<string>
}

/** Thrown where a download is not a file of a release that the project signed. */
export class NotSigned extends Error {}

/**
 * Rejects unless each of these downloaded files is in the signed SHA256SUMS of the release, as a file
 * of this version.
 * SECURITY: whoever can replace the files at the update address has no key to sign them. The version
 * is in each name, so an old release is not taken for a new one.
 */
export async function checkRelease(
  { publicKey, fetchText }: ReleaseCheck,
  files: readonly string[],
  version: string,
): Promise<void> {
  const [sums, signature] = await Promise.all(['SHA256SUMS', 'SHA256SUMS.minisig'].map(fetchText))
  if (!isSigned(sums ?? '', signature ?? '', publicKey)) {
    throw new NotSigned('The checksums are not signed with the key of the project')
  }
  if (files.length === 0) throw new NotSigned('Nothing was downloaded')
  for (const file of files) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    const name = nameOf(hash.digest('hex'), sums ?? '')
    if (name?.includes(`-${version}-`) !== true) {
      throw new NotSigned('The download is no file of this version')
    }
  }
}
