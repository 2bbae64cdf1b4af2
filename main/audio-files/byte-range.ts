import type { AudioSource } from './audio-source'

/** The bytes that a request asks for, in a file of `size` bytes; `end` is inclusive. */
export type ByteRange =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'unsatisfiable' }

/**
 * Parses a Range header (RFC 9110, 14.2). A header that is not exactly one byte range is ignored,
 * as the RFC allows.
 */
export function parseRange(header: string | null, size: number): ByteRange {
  const match = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '')
  if (!match) return { kind: 'whole' }
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') {
    // A suffix range: the last `last` bytes.
    const count = Math.min(Number(last), size)
    return count === 0
      ? { kind: 'unsatisfiable' }
      : { kind: 'part', start: size - count, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return { kind: 'whole' }
  if (start >= size) return { kind: 'unsatisfiable' }
  return { kind: 'part', start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

/** Parses a path `/<meeting>/sound` or `/<meeting>/packed`; returns null for anything else. */
export function parseAudioPath(path: string): { meetingId: string; packed: boolean } | null {
  // SECURITY: only these characters, so that no address leaves the folder of the audio.
  const match = /^\/([A-Za-z0-9-]{1,64})\/(sound|packed)$/.exec(path)
  return match?.[1] === undefined ? null : { meetingId: match[1], packed: match[2] === 'packed' }
}

/** Answers a request for audio with 200, 206, 416, or 404 if there is none. Closes the source. */
export async function serveAudio(
  source: AudioSource | null,
  rangeHeader: string | null,
): Promise<Response> {
  if (source === null) return new Response(null, { status: 404 })
  const { size } = source
  const range = parseRange(rangeHeader, size)
  const common = {
    'content-type': source.contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
  if (range.kind === 'unsatisfiable') {
    await source.close()
    const headers = { ...common, 'content-range': `bytes */${size}` }
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: size - 1 }
  return new Response(streamBytes(source, start, end), {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...common,
      'content-length': String(end - start + 1),
      ...(range.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
    },
  })
}

const blockBytes = 256 * 1024

/** Reads only on demand: a player that stops reading must not fill the memory. */
function streamBytes(source: AudioSource, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const wanted = Math.min(blockBytes, end - position + 1)
        try {
          const bytes = wanted > 0 ? await source.read(position, wanted) : null
          if (bytes !== null && bytes.length > 0) {
            position += bytes.length
            controller.enqueue(bytes)
            return
          }
          controller.close()
        } catch (cause) {
          controller.error(cause)
        }
        await source.close()
      },
      cancel: () => source.close(),
    },
    { highWaterMark: 0 },
  )
}
