import { createConnection, type Socket } from 'node:net'

/** A call of a method, with its arguments as far as they are text. */
export interface BusCall {
  readonly member: string
  readonly texts: readonly string[]
}

/** A program on the session's message bus that has one name and answers calls of its methods. */
export interface BusService {
  /** The methods that were called so far, in order. */
  readonly called: readonly BusCall[]
  close(): void
}

/** The fields of a message's header, by the numbers of the D-Bus specification. */
type Fields = Readonly<
  Record<number, readonly [type: 'o' | 's' | 'g' | 'u', value: string | number]>
>

const methodCall = 1
const methodReturn = 2
const fieldNames = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, sender: 7 }
const signature = 8

/** A writer of values as D-Bus aligns them, little-endian. */
function createWriter() {
  let bytes = Buffer.alloc(0)
  const add = (part: Buffer) => (bytes = Buffer.concat([bytes, part]))
  const align = (to: number) => add(Buffer.alloc((to - (bytes.length % to)) % to))
  const uint32 = (value: number) => {
    align(4)
    const part = Buffer.alloc(4)
    part.writeUInt32LE(value)
    add(part)
  }
  return {
    align,
    uint32,
    byte: (value: number) => add(Buffer.from([value])),
    string: (text: string) => {
      uint32(Buffer.byteLength(text))
      add(Buffer.from(`${text}\0`))
    },
    signature: (text: string) => add(Buffer.from([text.length, ...Buffer.from(`${text}\0`)])),
    raw: add,
    bytes: () => bytes,
  }
}

/** One message: https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol */
function message(type: number, serial: number, { fields, body }: { fields: Fields; body: Buffer }) {
  const list = createWriter()
  for (const [code, [kind, value]] of Object.entries(fields)) {
    list.align(8)
    list.byte(Number(code))
    list.signature(kind)
    if (kind === 'u') list.uint32(Number(value))
    else if (kind === 'g') list.signature(String(value))
    else list.string(String(value))
  }
  const whole = createWriter()
  for (const byte of [0x6c, type, 0, 1]) whole.byte(byte)
  whole.uint32(body.length)
  whole.uint32(serial)
  whole.uint32(list.bytes().length)
  whole.raw(list.bytes())
  whole.align(8)
  whole.raw(body)
  return whole.bytes()
}

interface Received {
  readonly type: number
  readonly serial: number
  readonly member: string
  readonly sender: string
  /** The arguments before the first that is no text. */
  readonly texts: readonly string[]
  readonly size: number
}

/** The first whole message in these bytes, or null. */
function read(bytes: Buffer): Received | null {
  if (bytes.length < 16) return null
  const fieldBytes = bytes.readUInt32LE(12)
  const bodyAt = 16 + Math.ceil(fieldBytes / 8) * 8
  const size = bodyAt + bytes.readUInt32LE(4)
  if (bytes.length < size) return null
  const texts = new Map<number, string>()
  let kinds = ''
  for (let at = 16; at < 16 + fieldBytes;) {
    at = Math.ceil(at / 8) * 8
    const code = bytes.readUInt8(at)
    const kind = String.fromCharCode(bytes.readUInt8(at + 2))
    at += 4
    if (kind === 'u') at += 4
    else if (kind === 'g') {
      const length = bytes.readUInt8(at)
      if (code === signature) kinds = bytes.toString('utf8', at + 1, at + 1 + length)
      at += length + 2
    } else {
      const length = bytes.readUInt32LE(at)
      texts.set(code, bytes.toString('utf8', at + 4, at + 4 + length))
      at += 4 + length + 1
    }
  }
  return {
    type: bytes.readUInt8(1),
    serial: bytes.readUInt32LE(8),
    member: texts.get(fieldNames.member) ?? '',
    sender: texts.get(fieldNames.sender) ?? '',
    texts: readTexts(bytes.subarray(bodyAt, size), kinds),
    size,
  }
}

/** The texts at the start of a body with this signature. */
function readTexts(body: Buffer, kinds: string): string[] {
  const texts: string[] = []
  let at = 0
  for (const kind of kinds) {
    if (kind !== 's') break
    at = Math.ceil(at / 4) * 4
    const length = body.readUInt32LE(at)
    texts.push(body.toString('utf8', at + 4, at + 4 + length))
    at += 4 + length + 1
  }
  return texts
}

const uint32Body = (value: number) => {
  const writer = createWriter()
  writer.uint32(value)
  return writer.bytes()
}

function connect(): Promise<Socket> {
  const path = /unix:path=([^,;]+)/.exec(process.env.DBUS_SESSION_BUS_ADDRESS ?? '')?.[1]
  if (path === undefined) throw new Error('There is no message bus in this session')
  return new Promise((resolve, reject) => {
    const socket = createConnection(path)
    socket.once('error', reject)
    const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')
    socket.once('connect', () => socket.write(`\0AUTH EXTERNAL ${uid}\r\n`))
    socket.once('data', (answer) => {
      if (!answer.toString().startsWith('OK')) return reject(new Error(answer.toString()))
      socket.write('BEGIN\r\n')
      resolve(socket)
    })
  })
}

/** Takes a name on the session's bus and answers every call of a method with the number 1. */
export async function startBusService(name: string): Promise<BusService> {
  const socket = await connect()
  const called: BusCall[] = []
  let serial = 0
  let rest = Buffer.alloc(0)
  const send = (type: number, fields: Fields, body: Buffer) =>
    socket.write(message(type, (serial += 1), { fields, body }))
  const callBus = (member: string, body: Buffer, of: Fields = {}) =>
    send(
      methodCall,
      {
        [fieldNames.path]: ['o', '/org/freedesktop/DBus'],
        [fieldNames.interface]: ['s', 'org.freedesktop.DBus'],
        [fieldNames.member]: ['s', member],
        [fieldNames.destination]: ['s', 'org.freedesktop.DBus'],
        ...of,
      },
      body,
    )
  const named = new Promise<void>((resolve) => {
    socket.on('data', (part) => {
      rest = Buffer.concat([rest, part])
      for (let next = read(rest); next !== null; next = read(rest)) {
        rest = rest.subarray(next.size)
        if (next.type === methodReturn) resolve()
        if (next.type !== methodCall) continue
        called.push({ member: next.member, texts: next.texts })
        const fields: Fields = {
          [fieldNames.replySerial]: ['u', next.serial],
          [fieldNames.destination]: ['s', next.sender],
          [signature]: ['g', 'u'],
        }
        send(methodReturn, fields, uint32Body(1))
      }
    })
  })
  callBus('Hello', Buffer.alloc(0))
  const request = createWriter()
  request.string(name)
  request.uint32(0)
  callBus('RequestName', request.bytes(), { [signature]: ['g', 'su'] })
  await named
  return { called, close: () => socket.destroy() }
}
