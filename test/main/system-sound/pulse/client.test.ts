import { describe, expect, it } from 'vitest'
import { createPulseClient } from '../../../../main/system-sound/pulse/client'
import { commands } from '../../../../main/system-sound/pulse/messages'
import { createPacketReader, encodePacket } from '../../../../main/system-sound/pulse/packets'
import {
  createTagReader,
  createTagWriter,
  MalformedError,
  type TagWriter,
} from '../../../../main/system-sound/pulse/tags'

/** A server by hand: it collects what is asked, and answers what the test says. */
function setUp() {
  const cut = createPacketReader()
  const asked: { command: number; tag: number }[] = []
  let changes = 0
  const client = createPulseClient(
    (bytes) => {
      for (const { body } of cut(bytes)) {
        const read = createTagReader(body)
        asked.push({ command: read.u32(), tag: read.u32() })
      }
    },
    () => (changes += 1),
  )
  const packet = (
    command: number,
    tag: number,
    fill: (to: TagWriter) => void = () => undefined,
  ) => {
    const to = createTagWriter().u32(command).u32(tag)
    fill(to)
    return encodePacket(to.end())
  }
  const sound = (channel: number, text: string) => {
    const made = encodePacket(Buffer.from(text))
    made.writeUInt32BE(channel, 4)
    return made
  }
  const lastTag = () => asked.at(-1)?.tag ?? -1
  return { client, asked, packet, sound, lastTag, changes: () => changes }
}

function record({ client }: ReturnType<typeof setUp>) {
  const seen: string[] = []
  const stream = client.record(
    { sinkInput: 4 },
    { onSound: (pcm) => seen.push(pcm.toString()), onEnded: () => seen.push('ended') },
  )
  return { seen, stream }
}

describe('createPulseClient', () => {
  it('passes on the sound of a stream from its first piece, and its end in the same packet', async () => {
    const server = setUp()
    const { seen, stream } = record(server)
    server.client.receive(
      Buffer.concat([
        server.packet(commands.reply, server.lastTag(), (to) => to.u32(9)),
        server.sound(9, 'first'),
        server.sound(8, 'of nobody'),
        server.packet(commands.recordStreamKilled, 0xffffffff, (to) => to.u32(9)),
        server.sound(9, 'late'),
      ]),
    )
    await stream
    expect(seen).toEqual(['first', 'ended'])
  })

  it('ends a stream that the server moved, because it may hear the microphone now', async () => {
    const server = setUp()
    const { seen, stream } = record(server)
    const reply = server.packet(commands.reply, server.lastTag(), (to) => to.u32(9))
    const moved = server.packet(commands.recordStreamMoved, 0xffffffff, (to) =>
      to.u32(9).u32(1).text('desk'),
    )
    server.client.receive(Buffer.concat([reply, moved, server.sound(9, 'the microphone')]))
    await stream
    expect(seen).toEqual(['ended'])
    expect(server.asked.at(-1)?.command).toBe(commands.deleteRecordStream)
  })

  it('deletes a stream that is stopped, and hears nothing of it any more', async () => {
    const server = setUp()
    const { seen, stream } = record(server)
    server.client.receive(server.packet(commands.reply, server.lastTag(), (to) => to.u32(9)))
    ;(await stream).stop()
    server.client.receive(server.sound(9, 'late'))
    expect(seen).toEqual([])
    expect(server.asked.at(-1)?.command).toBe(commands.deleteRecordStream)
  })

  it('reports changes, refusals and the end of the connection', async () => {
    const server = setUp()
    server.client.receive(
      server.packet(commands.subscribeEvent, 0xffffffff, (to) => to.u32(2).u32(4)),
    )
    expect(server.changes()).toBe(1)
    const refused = server.client.sinks()
    server.client.receive(server.packet(commands.error, server.lastTag(), (to) => to.u32(5)))
    await expect(refused).rejects.toThrow('refused with 5')
    const malformed = server.client.sinkInputs()
    const odd = server.packet(commands.reply, server.lastTag(), (to) => to.text('?'))
    expect(() => server.client.receive(odd)).toThrow(MalformedError)
    const waiting = server.client.sources()
    server.client.closed()
    await expect(malformed).rejects.toThrow('over')
    await expect(waiting).rejects.toThrow('over')
    await expect(server.client.sinks()).rejects.toThrow('over')
  })
})
