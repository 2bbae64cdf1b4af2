import { createServer, type Server, type Socket } from 'node:net'
import { rmSync } from 'node:fs'
import type { Log } from '../platform'
import { verbNames, type Verb } from '../../common/verbs'

/** A verb is short. SECURITY: nobody makes main hold more than this, in characters. */
const longestLine = 64
/** How long a verb may take to arrive, in ms. */
const lineMs = 5_000

export interface ControlOptions {
  readonly address: string
  /** Does what the verb says; the answer is written as JSON. */
  readonly answer: (verb: Verb) => Promise<unknown>
  readonly log: Log
}

/**
 * Listens for the verbs of the command line, one on each connection. The app is the only instance of
 * its data folder, so a socket that is there already is left over from one that was killed.
 */
export function listenForVerbs({ address, answer, log }: ControlOptions): Server {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    void readLine(socket).then(async (line) => {
      const verb = verbNames.find((name) => name === line)
      if (verb === undefined) return socket.destroy()
      log.info('asked', { verb })
      const answered = await answer(verb)
      return socket.end(`${JSON.stringify(answered)}\n`)
    })
  })
  server.on('error', (cause) => log.warn('not listening', { cause }))
  if (!address.startsWith('\\\\')) rmSync(address, { force: true })
  server.listen(address)
  return server
}

/** The first line, or null if it is too long, too slow, or the connection ends before it. */
function readLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.setTimeout(lineMs, () => resolve(null))
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(null))
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\n')
      if (end >= 0) {
        socket.setTimeout(0)
        resolve(text.slice(0, end))
      } else if (text.length > longestLine) resolve(null)
    })
  })
}
