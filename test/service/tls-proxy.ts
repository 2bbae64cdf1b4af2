import { readFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'

/** TLS in front of a server of this computer, for clients that insist on it. */
export interface TlsProxy {
  readonly host: string
  close(): void
}

const folder = join(import.meta.dirname, 'tls')

/** A certificate for this computer alone; anybody has its key, so nothing may trust it outside tests. */
const options = {
  key: readFileSync(join(folder, 'localhost.key')),
  cert: readFileSync(join(folder, 'localhost.crt')),
}

/** `origin` is added to each request, for a server that serves one page. */
export async function startTlsProxy(port: number, origin?: string): Promise<TlsProxy> {
  const clients = new Set<TLSSocket>()
  const server = createServer(options, (client) => {
    const target = connect(port, '127.0.0.1')
    clients.add(client)
    client.on('close', () => clients.delete(client) && target.destroy())
    target.on('close', () => client.destroy())
    client.on('error', () => target.destroy())
    target.on('error', () => client.destroy())
    client.once('data', (first: Buffer) => {
      target.write(withOrigin(first, origin))
      client.pipe(target)
    })
    target.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const client of clients) client.destroy()
      server.close()
    },
  }
}

function withOrigin(request: Buffer, origin: string | undefined): Buffer {
  if (origin === undefined) return request
  return Buffer.from(
    request.toString('latin1').replace('\r\n', `\r\nOrigin: ${origin}\r\n`),
    'latin1',
  )
}
