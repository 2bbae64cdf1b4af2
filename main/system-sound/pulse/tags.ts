/**
 * The tagged values of the PulseAudio native protocol: one byte names the type of each. Numbers are
 * big-endian. Source: pulsecore/tagstruct.c of PulseAudio.
 */

/** "No index": none, or any. */
export const noIndex = 0xffffffff

/** The form of sound that this client records. */
export interface SampleSpec {
  readonly format: number
  readonly channels: number
  readonly rate: number
}

export type Properties = Readonly<Record<string, string>>

/** The bytes are not of this protocol, or of a version that was not agreed on. */
export class MalformedError extends Error {}

/** Writes tagged values, one after the other. */
export interface TagWriter {
  u32(value: number): TagWriter
  text(value: string | null): TagWriter
  flag(value: boolean): TagWriter
  bytes(value: Uint8Array): TagWriter
  spec(value: SampleSpec): TagWriter
  /** The usual places of so many channels: one in the middle, or left and right. */
  channelMap(channels: 1 | 2): TagWriter
  /** The same volume for so many channels; 0x10000 is 100 %. */
  volume(channels: number, value: number): TagWriter
  properties(values: Properties): TagWriter
  end(): Buffer
}

export function createTagWriter(): TagWriter {
  const parts: Buffer[] = []
  const number = (tag: string, value: number): Buffer => {
    const part = Buffer.alloc(5)
    part.write(tag, 'latin1')
    part.writeUInt32BE(value, 1)
    return part
  }
  const writer: TagWriter = {
    u32: (value) => add(number('L', value)),
    text: (value) => add(Buffer.from(value === null ? 'N' : `t${value}\0`)),
    flag: (value) => add(Buffer.from(value ? '1' : '0')),
    bytes: (value) => add(number('x', value.length), Buffer.from(value)),
    spec: ({ format, channels, rate }) => {
      const part = Buffer.from([0x61, format, channels, 0, 0, 0, 0])
      part.writeUInt32BE(rate, 3)
      return add(part)
    },
    channelMap: (channels) => add(Buffer.from(channels === 1 ? [0x6d, 1, 0] : [0x6d, 2, 1, 2])),
    volume: (channels, value) => {
      const part = Buffer.alloc(2 + 4 * channels)
      part.write('v', 'latin1')
      part[1] = channels
      for (let index = 0; index < channels; index += 1) part.writeUInt32BE(value, 2 + 4 * index)
      return add(part)
    },
    properties: (values) => {
      add(Buffer.from('P'))
      for (const [key, value] of Object.entries(values)) {
        const bytes = Buffer.from(`${value}\0`)
        writer.text(key).u32(bytes.length).bytes(bytes)
      }
      return add(Buffer.from('N'))
    },
    end: () => Buffer.concat(parts),
  }
  function add(...more: Buffer[]): TagWriter {
    parts.push(...more)
    return writer
  }
  return writer
}

/** Reads tagged values in their order. Every read throws a MalformedError if another type is there. */
export interface TagReader {
  readonly isAtEnd: boolean
  u32(): number
  text(): string | null
  flag(): boolean
  /** Skips a time or a length of 64 bits. */
  skipLong(): void
  skipVolume(): void
  skipSpec(): void
  skipChannelMap(): void
  /** The loudest channel; 0x10000 is 100 %. */
  channelVolumes(): { readonly channels: number; readonly loudest: number }
  properties(): Properties
}

export function createTagReader(bytes: Buffer): TagReader {
  let at = 0

  function take(length: number): number {
    const from = at
    if (from + length > bytes.length) throw new MalformedError('a value is cut off')
    at += length
    return from
  }

  function tag(allowed: string): string {
    const found = String.fromCharCode(bytes[take(1)] ?? 0)
    if (!allowed.includes(found)) throw new MalformedError(`${found} in place of ${allowed}`)
    return found
  }

  function u32(): number {
    tag('L')
    return bytes.readUInt32BE(take(4))
  }

  function text(): string | null {
    if (tag('tN') === 'N') return null
    const end = bytes.indexOf(0, at)
    if (end < 0) throw new MalformedError('a text does not end')
    const from = take(end - at + 1)
    return bytes.toString('utf8', from, end)
  }

  function value(): string {
    u32()
    tag('x')
    const length = bytes.readUInt32BE(take(4))
    const from = take(length)
    return bytes.toString('utf8', from, Math.max(from, from + length - 1))
  }

  return {
    get isAtEnd() {
      return at >= bytes.length
    },
    u32,
    text,
    flag: () => tag('01') === '1',
    skipLong: () => {
      tag('URr')
      take(8)
    },
    skipVolume: () => {
      tag('V')
      take(4)
    },
    skipSpec: () => {
      tag('a')
      take(6)
    },
    skipChannelMap: () => {
      tag('m')
      const channels = bytes[take(1)] ?? 0
      take(channels)
    },
    channelVolumes: () => {
      tag('v')
      const channels = bytes[take(1)] ?? 0
      let loudest = 0
      for (let index = 0; index < channels; index += 1) {
        loudest = Math.max(loudest, bytes.readUInt32BE(take(4)))
      }
      return { channels, loudest }
    },
    properties: () => {
      tag('P')
      const found: Record<string, string> = {}
      for (let key = text(); key !== null; key = text()) found[key] = value()
      return found
    },
  }
}
