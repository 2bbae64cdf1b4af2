import { MalformedError, noIndex } from './tags'

/** Length, channel, offset (64 bits) and flags, 32 bits each. Source: pulsecore/pstream.c. */
const headerBytes = 20
/** No answer and no piece of sound is longer; a longer one is not of this protocol. */
const longestBytes = 4 * 1024 * 1024

/** A packet of commands has no channel. Sound comes on the channel of its stream. */
export interface Packet {
  readonly channel: number | null
  readonly body: Buffer
}

export function encodePacket(body: Buffer): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.writeUInt32BE(body.length, 0)
  header.writeUInt32BE(noIndex, 4)
  return Buffer.concat([header, body])
}

/**
 * Cuts what arrives into packets. What it returns is valid until the next call. Throws a
 * MalformedError if a packet is longer than any can be.
 */
export function createPacketReader(): (arrived: Buffer) => Packet[] {
  let rest: Buffer = Buffer.alloc(0)
  return (arrived) => {
    const bytes = rest.length === 0 ? arrived : Buffer.concat([rest, arrived])
    const packets: Packet[] = []
    let at = 0
    while (bytes.length - at >= headerBytes) {
      const length = bytes.readUInt32BE(at)
      if (length > longestBytes) throw new MalformedError(`a packet of ${length} bytes`)
      const end = at + headerBytes + length
      if (end > bytes.length) break
      const channel = bytes.readUInt32BE(at + 4)
      packets.push({
        channel: channel === noIndex ? null : channel,
        body: bytes.subarray(at + headerBytes, end),
      })
      at = end
    }
    rest = bytes.subarray(at)
    return packets
  }
}
