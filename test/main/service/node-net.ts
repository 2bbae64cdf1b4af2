import { EventEmitter } from 'node:events'
import { request as nodeRequest, type ClientRequest as NodeRequest } from 'node:http'
import type { ClientRequest } from 'electron'
import type { RequestMaker } from '../../../main/service/http'

/**
 * Electron's `net.request` on Node's HTTP: the same events in the same order for what main uses,
 * including redirects in manual mode (a redirect that nobody follows ends with an error).
 */
class NodeBackedRequest extends EventEmitter {
  private readonly inner: NodeRequest
  private aborted = false

  constructor(url: string, method: string) {
    super()
    this.inner = nodeRequest(url, { method })
    this.inner.on('response', (response) => {
      const status = response.statusCode ?? 0
      const { location } = response.headers
      if (status >= 300 && status < 400 && location !== undefined) {
        const target = new URL(location, url).href
        this.emit('redirect', status, method, target, response.headers)
        if (!this.aborted) this.emit('error', new Error('Redirect was cancelled'))
        this.inner.destroy()
        return
      }
      this.emit('response', response)
    })
    this.inner.on('error', (cause) => {
      if (!this.aborted) this.emit('error', cause)
    })
  }

  setHeader(name: string, value: string): void {
    this.inner.setHeader(name, value)
  }

  end(body?: Buffer): void {
    this.inner.end(body)
  }

  abort(): void {
    if (this.aborted) return
    this.aborted = true
    this.inner.destroy()
    process.nextTick(() => this.emit('abort'))
  }
}

export const nodeNet: RequestMaker = {
  request: ({ url, method }) =>
    new NodeBackedRequest(url ?? '', method ?? 'GET') as unknown as ClientRequest,
}
