import { describe, expect, it } from 'vitest'
import { cookiePaths, socketPath } from '../../../../main/system-sound/pulse/address'
import { createPacketReader, encodePacket } from '../../../../main/system-sound/pulse/packets'
import {
  createTagReader,
  createTagWriter,
  MalformedError,
} from '../../../../main/system-sound/pulse/tags'

describe('tagged values', () => {
  it('are read as they were written', () => {
    const written = createTagWriter()
      .u32(0xfffffffe)
      .text('häöre')
      .text(null)
      .flag(true)
      .volume(2, 0x8000)
      .properties({ 'application.name': 'Parley', empty: '' })
      .end()
    const read = createTagReader(written)
    expect(read.u32()).toBe(0xfffffffe)
    expect([read.text(), read.text(), read.flag()]).toEqual(['häöre', null, true])
    expect(read.channelVolumes()).toEqual({ channels: 2, loudest: 0x8000 })
    expect(read.properties()).toEqual({ 'application.name': 'Parley', empty: '' })
    expect(read.isAtEnd).toBe(true)
  })

  it('are refused where they are cut off, of another type, or do not end', () => {
    const whole = createTagWriter().text('name').u32(7).properties({ a: 'b' }).end()
    for (let length = 0; length < whole.length; length += 1) {
      const read = createTagReader(whole.subarray(0, length))
      expect(() => [read.text(), read.u32(), read.properties()]).toThrow(MalformedError)
    }
    expect(() => createTagReader(whole).u32()).toThrow(MalformedError)
    const lies = Buffer.from([0x50, 0x74, 0x61, 0, 0x4c, 0, 0, 0, 1, 0x78, 0x7f, 255, 255, 255])
    expect(() => createTagReader(lies).properties()).toThrow(MalformedError)
  })
})

describe('createPacketReader', () => {
  const sound = Buffer.concat([Buffer.alloc(20), Buffer.from('pcm')])
  sound.writeUInt32BE(3, 0)
  sound.writeUInt32BE(5, 4)
  const stream = Buffer.concat([encodePacket(Buffer.from('command')), sound])

  it('cuts packets wherever what arrives is cut', () => {
    for (let at = 0; at <= stream.length; at += 1) {
      const read = createPacketReader()
      const packets = [stream.subarray(0, at), stream.subarray(at)].flatMap((part) =>
        read(part).map(({ channel, body }) => [channel, body.toString()]),
      )
      expect(packets).toEqual([
        [null, 'command'],
        [5, 'pcm'],
      ])
    }
  })

  it('refuses a length that no packet has', () => {
    const long = Buffer.from(sound)
    long.writeUInt32BE(0x7fffffff, 0)
    expect(() => createPacketReader()(long)).toThrow(MalformedError)
  })
})

describe('the address of the server', () => {
  it('is a socket on this computer', () => {
    expect(socketPath({ XDG_RUNTIME_DIR: '/run/user/1' })).toBe('/run/user/1/pulse/native')
    expect(socketPath({ PULSE_RUNTIME_PATH: '/r', XDG_RUNTIME_DIR: '/run' })).toBe('/r/native')
    expect(socketPath({ PULSE_SERVER: 'unix:/tmp/p' })).toBe('/tmp/p')
    expect(socketPath({ PULSE_SERVER: '{ab12}unix:/tmp/p tcp:host' })).toBe('/tmp/p')
    expect(socketPath({ PULSE_SERVER: 'tcp:host', XDG_RUNTIME_DIR: '/run' })).toBeNull()
    expect(socketPath({})).toBeNull()
  })

  it('comes with a cookie', () => {
    expect(cookiePaths({ PULSE_COOKIE: '/c', XDG_CONFIG_HOME: '/x' }).slice(0, 2)).toEqual([
      '/c',
      '/x/pulse/cookie',
    ])
  })
})
