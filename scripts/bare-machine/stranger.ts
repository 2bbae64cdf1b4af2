import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isRoot } from '../setup/cache'
import { run } from '../setup/run-command.mjs'

/** Another account of this computer, which tests ask what it can read. */
export interface Stranger {
  readonly env: Readonly<Record<string, string>>
  close(): void
}

/** The account `nobody` and its group. */
const ids = ['--reuid=65534', '--regid=65534', '--clear-groups']

/**
 * Answers a POST of a path on loopback with everything at and below it that the account can list or
 * read, a path on each line. Returns null if this process is not root, because only root can act as
 * another account.
 */
export async function openStranger(): Promise<Stranger | null> {
  if (process.platform !== 'linux' || !isRoot()) return null
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const path = Buffer.concat(parts).toString('utf8')
      const find = ['find', path, '-mindepth', '1', '-readable']
      void run('setpriv', [...ids, '--', ...find]).then(({ output }) => response.end(output))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { PARLEY_STRANGER: `http://127.0.0.1:${port}/` },
    close: () => server.close(),
  }
}
