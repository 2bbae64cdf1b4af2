import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { killAll, processTree } from '../../e2e/process-tree'
import { goodKey } from '../../e2e/service-key'
import { startTlsProxy } from '../../service/tls-proxy'
import type { Peer } from './peer'

/** The official SDK for Node, which insists on TLS. */
export const sdkPeer: Peer = {
  name: 'Node SDK',
  start: async ({ service, sound }) => {
    const proxy = await startTlsProxy(Number(new URL(service.url).port))
    const script = join(import.meta.dirname, 'sdk-client.ts')
    const client = spawn(
      process.execPath,
      ['--import', 'tsx', script, proxy.host, goodKey, 'desk'],
      {
        // The certificate of the proxy is nobody's.
        env: { ...process.env, ...sound.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const printed = text(client.stdout)
    const ended = once(client, 'exit')
    return {
      pid: client.pid ?? 0,
      settled: () => Promise.resolve(),
      stop: async () => {
        client.stdin.end()
        return JSON.parse(await printed) as number[]
      },
      kill: async () => {
        killAll(processTree(client.pid ?? 0))
        await ended
        proxy.close()
      },
    }
  },
}
