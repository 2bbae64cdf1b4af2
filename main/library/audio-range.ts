import { open, type FileHandle } from 'node:fs/promises'
import { sourceSchema, type Source } from '../../preload/model'

/** Which bytes a request wants of a file of `size` bytes; `end` is inclusive. */
export type ByteRange =
  { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'unsatisfiable' }

/**
 * Reads a Range header (RFC 9110, 14.2). What is not one range of bytes is answered with the
 * whole file, as the RFC allows.
 */
export function parseRange(header: string | null, size: number): ByteRange {
  const match = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '')
  if (!match) return { kind: 'whole' }
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return { kind: 'whole' }
  if (first === '') {
    // The last so many bytes.
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

/** The meeting and source of a path `/<meeting>/<source>.wav`, or null for anything else. */
export function parseAudioPath(path: string): { meetingId: string; source: Source } | null {
  // SECURITY: only these characters, so that no address leads out of the folder of the sound.
  const match = /^\/([A-Za-z0-9-]{1,64})\/([a-z]+)\.wav$/.exec(path)
  const source = sourceSchema.safeParse(match?.[2])
  const meetingId = match?.[1]
  return meetingId !== undefined && source.success ? { meetingId, source: source.data } : null
}

/**
 * Answers a request for sound: 200, 206, 416, or 404 where there is none. The length is that of
 * the file at this moment, so that a recording can be played while it is still being written.
 */
export async function serveAudio(file: string, rangeHeader: string | null): Promise<Response> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch {
    // Not there, or not readable: for a player both are "no sound".
    return new Response(null, { status: 404 })
  }
  try {
    const { size } = await handle.stat()
    const range = parseRange(rangeHeader, size)
    const common = {
      'content-type': 'audio/wav',
      'accept-ranges': 'bytes',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    if (range.kind === 'unsatisfiable') {
      await handle.close()
      const headers = { ...common, 'content-range': `bytes */${size}` }
      return new Response(null, { status: 416, headers })
    }
    const { start, end } = range.kind === 'part' ? range : { start: 0, end: size - 1 }
    return new Response(streamBytes(handle, start, end), {
      status: range.kind === 'part' ? 206 : 200,
      headers: {
        ...common,
        'content-length': String(end - start + 1),
        ...(range.kind === 'part' ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
      },
    })
  } catch (cause) {
    await handle.close()
    throw cause
  }
}

/** Reads as the reader asks: a player that stops reading must not fill the memory. */
function streamBytes(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const wanted = Math.min(256 * 1024, end - position + 1)
        if (wanted > 0) {
          const { buffer, bytesRead } = await handle.read(
            new Uint8Array(wanted),
            0,
            wanted,
            position,
          )
          position += bytesRead
          if (bytesRead > 0) {
            controller.enqueue(buffer.subarray(0, bytesRead))
            return
          }
        }
        controller.close()
        await handle.close()
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  )
}
