import { writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import type { SoundServer } from './sound-server'

/** What a sound server does not let Parley's own client do; other clients notice nothing. */
export type Refusal =
  /** It records no single program, as servers before 2009, and some that only look like PulseAudio. */
  | 'programs'
  /** It does not speak with it at all. */
  | 'everything'

export interface SoundProxy {
  readonly env: Readonly<Record<string, string>>
  close(): void
}

const headerBytes = 20
const commands = { error: 0, createRecordStream: 5, auth: 8 }
/** The version of the protocol that Parley's client names, and no other that is alive. */
const versionOfParley = 20
const notSupported = 19

/** Stands between clients and a sound server. */
export async function startSoundProxy(
  folder: string,
  { env }: SoundServer,
  refusal: Refusal,
): Promise<SoundProxy> {
  const path = join(folder, 'proxy.sock')
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect((env['PULSE_SERVER'] ?? '').replace('unix:', ''))
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => other.destroy())
    }
    upstream.pipe(client)
    let rest = Buffer.alloc(0)
    let isParley = false
    client.on('data', (bytes: Buffer) => {
      rest = Buffer.concat([rest, bytes])
      while (rest.length >= headerBytes) {
        const end = headerBytes + rest.readUInt32BE(0)
        if (rest.length < end) return
        const packet = rest.subarray(0, end)
        rest = rest.subarray(end)
        const [command, tag, third] = numbersOf(packet)
        if (command === commands.auth) isParley = ((third ?? 0) & 0xffff) === versionOfParley
        if (isParley && refusal === 'everything') return client.destroy()
        const isRecord = command === commands.createRecordStream
        if (isParley && isRecord && !packet.includes('.monitor')) client.write(refused(tag ?? 0))
        else upstream.write(packet)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  // The memory that clients and servers share does not pass through a proxy.
  const config = join(folder, 'client.conf')
  writeFileSync(config, 'enable-shm = no\nenable-memfd = no\nautospawn = no\n')
  return {
    env: { ...env, PULSE_SERVER: `unix:${path}`, PULSE_CLIENTCONFIG: config },
    close: () => {
      server.close()
      sockets.forEach((socket) => socket.destroy())
    },
  }
}

/** The first numbers of a command: itself, its tag, and what follows. */
function numbersOf(packet: Buffer): readonly number[] {
  const isCommand = packet.readUInt32BE(4) === 0xffffffff
  if (!isCommand || packet.length < headerBytes + 15) return []
  return [1, 6, 11].map((at) => packet.readUInt32BE(headerBytes + at))
}

function refused(tag: number): Buffer {
  const numbers = [commands.error, tag, notSupported]
  const packet = Buffer.alloc(headerBytes + 5 * numbers.length)
  packet.writeUInt32BE(packet.length - headerBytes, 0)
  packet.writeUInt32BE(0xffffffff, 4)
  for (const [index, value] of numbers.entries()) {
    packet.write('L', headerBytes + 5 * index, 'latin1')
    packet.writeUInt32BE(value, headerBytes + 5 * index + 1)
  }
  return packet
}
