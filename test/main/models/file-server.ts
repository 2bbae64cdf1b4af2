import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import type { Get } from '../../../main/models/fetch-file'

export interface ServerBehaviour {
  /** Ends the connection after so many bytes of a body, once for each number. */
  cuts: number[]
  /** Serves in pieces of 10 kB, with so many ms between them. */
  pauseMs: number
  /** Sends this ETag; null for none. */
  etag: string | null
  /** Answers ranges. */
  ranges: boolean
  status: number
  /** Redirects `/moved/NAME` there. */
  redirectTo: string
}

/** A server of files by name, which behaves as a test says. */
export async function startFileServer(files: Readonly<Record<string, Uint8Array>>) {
  const behaviour: ServerBehaviour = {
    cuts: [],
    pauseMs: 0,
    etag: '"one"',
    ranges: true,
    status: 200,
    redirectTo: '/',
  }
  const asked: { readonly url: string; readonly range: string | undefined }[] = []

  async function answer(query: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = query.url ?? ''
    const { range, 'if-range': ifRange } = query.headers
    asked.push({ url, range })
    if (url.startsWith('/moved/')) {
      response.writeHead(302, { location: behaviour.redirectTo + url.slice('/moved/'.length) })
      return void response.end()
    }
    const content = files[decodeURIComponent(url.slice(1))]
    if (!content || behaviour.status !== 200) {
      response.writeHead(content ? behaviour.status : 404)
      return void response.end()
    }
    const wanted = /^bytes=(\d+)-$/.exec(range ?? '')?.[1]
    const isSame = ifRange === undefined || ifRange === behaviour.etag
    const from = behaviour.ranges && wanted !== undefined && isSame ? Number(wanted) : 0
    const body = content.subarray(from)
    response.writeHead(from > 0 ? 206 : 200, {
      'content-length': body.length,
      ...(behaviour.etag === null ? {} : { etag: behaviour.etag }),
      ...(from > 0 && {
        'content-range': `bytes ${from}-${content.length - 1}/${content.length}`,
      }),
    })
    const cut = behaviour.cuts.shift()
    if (cut !== undefined) {
      response.write(body.subarray(0, cut), () => setTimeout(() => response.destroy(), 20))
      return
    }
    if (behaviour.pauseMs === 0) return void response.end(body)
    for (let at = 0; at < body.length && !response.destroyed; at += 10_000) {
      response.write(body.subarray(at, at + 10_000))
      await new Promise((resolve) => setTimeout(resolve, behaviour.pauseMs))
    }
    response.end()
  }

  const server: Server = createServer((query, response) => void answer(query, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    behaviour,
    asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Requests as Electron's net sends them, with Node's http. */
export const nodeGet: Get = (url, headers, signal) =>
  new Promise((resolve, reject) => {
    const query = request(url, { headers, signal }, (response) => {
      const { statusCode: status = 0, headers: values } = response
      const flat = Object.entries(values).map(([name, value]) => [name, String(value)])
      resolve({ status, headers: Object.fromEntries(flat), body: response })
    })
    query.on('error', reject)
    query.end()
  })
