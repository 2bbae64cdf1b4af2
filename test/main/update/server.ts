import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of releases for the generic provider. */
export interface UpdateServer {
  readonly url: string
  /** Its release: the version and the content of the AppImage. */
  release(version: string, program: string, change?: ReleaseChange): void
  /** The public key that signs the checksums of each release. */
  readonly publicKey: string
  /** The requested paths, with their headers. */
  readonly asked: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[]
  /** From now on downloads start but never end. */
  stall(): void
  close(): Promise<void>
}

/** What is not as it should be. */
export interface ReleaseChange {
  readonly sha512?: string
  /** Stands in the list of checksums in the place of the program's name. */
  readonly listedAs?: string
  /** Signs in the place of the project. */
  readonly signer?: Signer
}

/** Signs as `minisign -S -l` does. */
export interface Signer {
  readonly publicKey: string
  sign(text: string): string
}

export function createSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const id = randomBytes(8)
  const head = Buffer.concat([Buffer.from('Ed'), id])
  const bare = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const comment = 'timestamp:1764374400'
  return {
    publicKey: Buffer.concat([head, bare]).toString('base64'),
    sign: (text) => {
      const signature = sign(null, Buffer.from(text), privateKey)
      const both = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey)
      return [
        'untrusted comment: signature',
        Buffer.concat([head, signature]).toString('base64'),
        `trusted comment: ${comment}`,
        `${both.toString('base64')}\n`,
      ].join('\n')
    },
  }
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const asked: UpdateServer['asked'] = []
  let files = new Map<string, string>()
  let stalled = false
  const project = createSigner()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://server').pathname
    asked.push({ path, headers: request.headers })
    const file = files.get(path)
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-length': Buffer.byteLength(file) })
    if (stalled && path.endsWith('.AppImage')) response.write(file.slice(0, 10))
    else response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    publicKey: project.publicKey,
    release: (version, program, { sha512, listedAs, signer = project } = {}) => {
      const name = `Parley-${version}-linux-x86_64.AppImage`
      const hash = sha512 ?? createHash('sha512').update(program).digest('base64')
      const size = Buffer.byteLength(program)
      const about = `version: ${version}
files:
  - url: ${name}
    sha512: ${hash}
    size: ${size}
path: ${name}
sha512: ${hash}
releaseDate: '2026-11-25T00:00:00.000Z'
`
      const sum = createHash('sha256').update(program).digest('hex')
      const sums = `${sum}  ${listedAs ?? name}\n`
      // Each architecture requests its own name.
      files = new Map([
        ['/latest-linux.yml', about],
        ['/latest-linux-arm64.yml', about],
        [`/${name}`, program],
        ['/SHA256SUMS', sums],
        ['/SHA256SUMS.minisig', signer.sign(sums)],
      ])
    },
    stall: () => {
      stalled = true
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
