import type { Draw } from './random'

const methods = ['POST', 'CONNECT', 'OPTIONS', 'PRI', 'get', '', 'G\0T']
const targets = [
  '//',
  '///',
  '//[',
  '/\\',
  '*',
  '',
  '?',
  '#',
  'http://[::bad/',
  'http://127.0.0.1/v3/ws?token=',
  'ws://x:99999/v3/ws',
  '/v3/ws',
  '/v3/ws?',
  '/v3/ws?token=',
  '/v3/ws?token=%',
  '/v3/ws?token=%E0%A4%A',
  '/v3/ws?token=../../etc/passwd',
  '/v3/ws?sample_rate=1&token=__proto__',
  '/v3/ws?token=constructor&token=toString',
  '/v3/ws?%00=%ff',
  '/../../v3/ws',
  '/v3/ws;x',
]
const versions = ['HTTP/1.0', 'HTTP/9.9', 'HTTP/1.1 x', '', 'RTSP/1.0']
const origins = ['https://example.com', 'app://recorder', 'app://window', 'null', '', '://', '\0']
const keys = ['AAAAAAAAAAAAAAAAAAAAAA==', 'short', '', 'x'.repeat(500)]

/** Text of random bytes, printable or not. */
function noise(draw: Draw, longest: number): string {
  const length = draw.index(longest)
  return Array.from({ length }, () => String.fromCharCode(draw.index(256))).join('')
}

function header(draw: Draw): string {
  const name = draw.pick(['x-a', 'content-length', 'transfer-encoding', 'expect', 'host', 'cookie'])
  const value = draw.pick(['1', '-1', 'chunked', '100-continue', '9'.repeat(40), '\xff', ''])
  return draw.chance(0.05) ? noise(draw, 60) : `${name}: ${value}`
}

/** The bytes of one request that no recorder sends; about half of them ask for an upgrade. */
export function hostileRequest(draw: Draw): Buffer {
  if (draw.chance(0.05)) return Buffer.from(noise(draw, 400), 'latin1')
  const target = draw.chance(0.8)
    ? draw.pick(targets)
    : `${draw.pick(targets)}${noise(draw, 60).replaceAll(/[\r\n ]/g, '')}`
  const method = draw.chance(0.8) ? 'GET' : draw.pick(methods)
  const version = draw.chance(0.85) ? 'HTTP/1.1' : draw.pick(versions)
  const lines = [`${method} ${target} ${version}`]
  if (draw.chance(0.8)) lines.push('host: 127.0.0.1')
  if (draw.chance(0.7)) {
    lines.push(
      'connection: Upgrade',
      `upgrade: ${draw.pick(['websocket', 'h2c', 'WebSocket', ''])}`,
    )
    lines.push(`sec-websocket-key: ${draw.pick(keys)}`)
    lines.push(`sec-websocket-version: ${draw.pick(['13', '8', '-1', 'x'])}`)
  }
  if (draw.chance(0.8)) lines.push(`origin: ${draw.pick(origins)}`)
  if (draw.chance(0.1)) lines.push('origin: app://recorder')
  for (let count = draw.index(3); count > 0; count -= 1) lines.push(header(draw))
  if (draw.chance(0.01)) lines.push(`x-large: ${'x'.repeat(draw.pick([7_000, 9_000, 100_000]))}`)
  const end = draw.chance(0.95) ? '\r\n\r\n' : draw.pick(['\r\n', '\n\n', ''])
  return Buffer.from(lines.join('\r\n') + end, 'latin1')
}

const texts = [
  '{"type":"KeepAlive"}',
  '{"type":"ForceEndpoint"}',
  '{"type":"UpdateConfiguration","session_heartbeat":"yes"}',
  '{"type":"UpdateConfiguration","session_heartbeat":true}',
  '{"type":"__proto__"}',
  '{"type":',
  '[]',
  'null',
  '\0',
]

/** Opcode and payload of audio, text, pings, pongs and fragments. */
const frameKinds: readonly ((draw: Draw) => readonly [number, Buffer])[] = [
  (draw) => [0x82, Buffer.alloc(draw.pick([1_600, 1_600, 1_600, 1_602, 3_200, 2, 0]))],
  (draw) => [0x81, Buffer.from(draw.pick(texts))],
  (draw) => [0x89, Buffer.alloc(draw.index(126), draw.index(256))],
  (draw) => [0x8a, Buffer.alloc(draw.index(126), draw.index(256))],
  (draw) => [draw.pick([0x01, 0x02, 0x00, 0x80]), Buffer.alloc(draw.index(200), 0x20)],
]

/** The bytes of one WebSocket frame from a client that breaks the rules about every tenth time. */
export function hostileFrame(draw: Draw): Buffer {
  if (draw.chance(0.002)) return Buffer.from(noise(draw, 200), 'latin1')
  const [usual, payload] = draw.pick(frameKinds)(draw)
  const first = draw.chance(0.01) ? draw.index(256) : usual
  const masked = draw.chance(0.995) ? 0x80 : 0
  const length =
    payload.length < 126
      ? Buffer.from([masked | payload.length])
      : Buffer.from([masked | 126, payload.length >> 8, payload.length & 0xff])
  // A mask of zeros leaves the payload as it is.
  const mask = masked === 0 ? Buffer.alloc(0) : Buffer.alloc(4)
  const frame = Buffer.concat([Buffer.from([first]), length, mask, payload])
  return draw.chance(0.002) ? frame.subarray(0, draw.index(frame.length)) : frame
}
