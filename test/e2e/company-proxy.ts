import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, request as forward, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { createSecureContext, TLSSocket } from 'node:tls'

export interface ProxyAccount {
  readonly user: string
  readonly password: string
}

/** A proxy of a company: it may ask for a password, and it inspects what is encrypted. */
export interface CompanyProxy {
  readonly port: number
  /** Every host that was let through or refused, once, in order; `host:port`. */
  hosts(): string[]
  /** Questions for a password so far. */
  asked(): number
  /** Lets in whoever has this account, or everybody. */
  setAccount(account: ProxyAccount | null): void
  /** From now on, no WebSocket passes. */
  blockSockets(): void
  close(): Promise<void>
}

/** The switches with which the app uses it and accepts its certificates. */
export const proxySwitches = (proxy: CompanyProxy) => [
  `--proxy-server=http://127.0.0.1:${proxy.port}`,
  '--ignore-certificate-errors',
]

const serviceHost = /(^|\.)assemblyai\.com:443$/

/** Answers in the place of the service's hosts with the simulator at `serviceUrl`; others get 502. */
export async function startCompanyProxy(
  folder: string,
  serviceUrl: string,
  first: ProxyAccount | null = null,
): Promise<CompanyProxy> {
  const [key, cert] = ['proxy-key.pem', 'proxy-certificate.pem'].map((name) => join(folder, name))
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=company'].concat(
      ...['-keyout', key ?? '', '-out', cert ?? ''],
    ),
    { stdio: 'ignore' },
  )
  const secureContext = createSecureContext({
    key: readFileSync(key ?? ''),
    cert: readFileSync(cert ?? ''),
  })
  const seen = new Set<string>()
  const sockets = new Set<Socket>()
  let account = first
  let asked = 0
  let socketsBlocked = false

  function letsIn({ headers }: IncomingMessage): boolean {
    if (account === null) return true
    const wanted = Buffer.from(`${account.user}:${account.password}`).toString('base64')
    return headers['proxy-authorization'] === `Basic ${wanted}`
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://none')
    seen.add(url.host)
    if (!letsIn(request)) {
      asked += 1
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Company"' }).end()
      return
    }
    const { method, headers } = request
    const onward = forward(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const host = request.url ?? ''
    seen.add(host)
    if (!letsIn(request)) {
      asked += 1
      const question = 'HTTP/1.1 407 Proxy Authentication Required\r\n'
      socket.end(
        `${question}Proxy-Authenticate: Basic realm="Company"\r\nContent-Length: 0\r\n\r\n`,
      )
      return
    }
    if (!serviceHost.test(host)) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
      return
    }
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    inspect(socket)
  })

  /** Ends the encryption here and passes on what was inside. */
  function inspect(socket: Socket): void {
    const inside = new TLSSocket(socket, { isServer: true, secureContext })
    const onward = connect(Number(new URL(serviceUrl).port), '127.0.0.1')
    const end = () => {
      inside.destroy()
      onward.destroy()
    }
    for (const each of [inside, onward]) each.on('error', end).on('close', end)
    inside.once('data', (head: Buffer) => {
      if (socketsBlocked && /^upgrade: websocket/im.test(head.toString('latin1'))) {
        inside.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
        return
      }
      onward.write(head)
      inside.pipe(onward)
      onward.pipe(inside)
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    hosts: () => [...seen],
    asked: () => asked,
    setAccount: (next) => {
      account = next
      for (const socket of sockets) socket.destroy()
    },
    blockSockets: () => {
      socketsBlocked = true
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
