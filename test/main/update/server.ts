import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of releases, as the generic provider wants it. */
export interface UpdateServer {
  readonly url: string
  /** The release that it has: its version and what stands in its AppImage. */
  release(version: string, program: string, sha512?: string): void
  /** The paths that were asked for, with their headers. */
  readonly asked: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[]
  /** From now on programs are begun and never brought to their end. */
  stall(): void
  close(): Promise<void>
}

export async function startUpdateServer(): Promise<UpdateServer> {
  const asked: UpdateServer['asked'] = []
  let files = new Map<string, string>()
  let stalled = false
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://server').pathname
    asked.push({ path, headers: request.headers })
    const file = files.get(path)
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-length': Buffer.byteLength(file) })
    if (stalled && !path.endsWith('.yml')) response.write(file.slice(0, 10))
    else response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    release: (version, program, sha512) => {
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
      // Each architecture asks by its own name.
      files = new Map([
        ['/latest-linux.yml', about],
        ['/latest-linux-arm64.yml', about],
        [`/${name}`, program],
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
