import {
  commands,
  fullVolume,
  protocolVersion,
  readClients,
  readRecordStream,
  readServerName,
  readSinkInputs,
  readSinks,
  readSourceOutputs,
  readSources,
  subscriptions,
  writeRecordStream,
  type ClientInfo,
  type Heard,
  type Sink,
  type SinkInput,
  type SourceInfo,
  type SourceOutput,
} from './messages'
import { createPacketReader, encodePacket } from './packets'
import { createTagReader, createTagWriter, type TagReader, type TagWriter } from './tags'

/** The bytes of a cookie, which the server asks for. */
export const cookieBytes = 256

export interface RecordHandlers {
  /** Little-endian s16, left and right in turn, 48 kHz. Valid until the call returns. */
  readonly onSound: (pcm: Buffer) => void
  /** The stream is over: its program or its output is gone, or was moved. */
  readonly onEnded: () => void
}

/** A record stream; `stop` ends it, and none of its handlers runs any more. */
export interface RecordStream {
  stop(): void
}

/** A connection to a sound server. Each request fails with a text if the server refuses it. */
export interface PulseClient {
  /** Introduces Parley and asks for events of this mask. Returns the name of the server. */
  start(cookie: Uint8Array, events?: number): Promise<string>
  sinkInputs(): Promise<SinkInput[]>
  sinks(): Promise<Sink[]>
  sources(): Promise<SourceInfo[]>
  sourceOutputs(): Promise<SourceOutput[]>
  clients(): Promise<ClientInfo[]>
  record(heard: Heard, handlers: RecordHandlers): Promise<RecordStream>
  /** Unmutes a source and sets it to its full volume. */
  openUp(source: SourceInfo): Promise<void>
  /** Takes what arrives. Throws a MalformedError if it is not of this protocol. */
  receive(arrived: Buffer): void
  /** The connection is over: requests that wait fail. */
  closed(): void
}

interface Pending {
  readonly resolve: (reply: TagReader) => void
  readonly reject: (cause: Error) => void
}

/** `send` writes to the server; `onChange` runs when its programs or devices have changed. */
export function createPulseClient(
  send: (bytes: Buffer) => void,
  onChange: () => void,
): PulseClient {
  const cut = createPacketReader()
  const pending = new Map<number, Pending>()
  const streams = new Map<number, RecordHandlers>()
  let lastTag = 0
  let isClosed = false

  /** `read` runs before anything that arrived after the reply. */
  function request<T>(
    command: number,
    write: (to: TagWriter) => void,
    read: (reply: TagReader) => T,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error('the connection is over'))
      lastTag += 1
      const body = createTagWriter().u32(command).u32(lastTag)
      write(body)
      pending.set(lastTag, {
        resolve: (reply) => {
          try {
            resolve(read(reply))
          } catch (cause) {
            reject(new Error('the connection is over', { cause }))
            throw cause
          }
        },
        reject,
      })
      send(encodePacket(body.end()))
    })
  }

  const list = <T>(command: number, read: (reply: TagReader) => T) =>
    request(command, () => undefined, read)
  const order = (command: number, write: (to: TagWriter) => void) =>
    request(command, write, () => undefined)

  function settle(tag: number): Pending | undefined {
    const waiting = pending.get(tag)
    pending.delete(tag)
    return waiting
  }

  function endStream(channel: number): void {
    const ended = streams.get(channel)
    streams.delete(channel)
    ended?.onEnded()
  }

  function deleteStream(channel: number): void {
    streams.delete(channel)
    // The server may have ended it already.
    order(commands.deleteRecordStream, (to) => to.u32(channel)).catch(() => undefined)
  }

  function receiveCommand(from: TagReader): void {
    const command = from.u32()
    const tag = from.u32()
    switch (command) {
      case commands.reply:
        return settle(tag)?.resolve(from)
      case commands.error:
        return settle(tag)?.reject(new Error(`refused with ${from.u32()}`))
      case commands.subscribeEvent:
        return onChange()
      case commands.recordStreamKilled:
        return endStream(from.u32())
      case commands.recordStreamMoved: {
        // It may hear the microphone from now on.
        const channel = from.u32()
        endStream(channel)
        return deleteStream(channel)
      }
    }
  }

  return {
    start: async (cookie, events = subscriptions) => {
      await order(commands.auth, (to) => to.u32(protocolVersion).bytes(cookie))
      const name = { 'application.name': 'Parley', 'application.process.binary': 'parley' }
      await order(commands.setClientName, (to) => to.properties(name))
      await order(commands.subscribe, (to) => to.u32(events))
      return list(commands.getServerInfo, readServerName)
    },
    sinkInputs: () => list(commands.getSinkInputs, readSinkInputs),
    sinks: () => list(commands.getSinks, readSinks),
    sources: () => list(commands.getSources, readSources),
    sourceOutputs: () => list(commands.getSourceOutputs, readSourceOutputs),
    clients: () => list(commands.getClients, readClients),
    record: (heard, handlers) =>
      request(
        commands.createRecordStream,
        (to) => writeRecordStream(to, heard),
        (reply) => {
          const channel = readRecordStream(reply)
          streams.set(channel, handlers)
          return {
            stop: () => {
              if (streams.get(channel) === handlers) deleteStream(channel)
            },
          }
        },
      ),
    openUp: async ({ index, channels }) => {
      await order(commands.setSourceMute, (to) => to.u32(index).text(null).flag(false))
      await order(commands.setSourceVolume, (to) =>
        to.u32(index).text(null).volume(channels, fullVolume),
      )
    },
    receive: (arrived) => {
      for (const { channel, body } of cut(arrived)) {
        if (channel === null) receiveCommand(createTagReader(body))
        else streams.get(channel)?.onSound(body)
      }
    },
    closed: () => {
      isClosed = true
      for (const { reject } of pending.values()) reject(new Error('the connection is over'))
      pending.clear()
    },
  }
}
