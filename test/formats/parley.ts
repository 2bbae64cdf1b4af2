import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { decodeFile } from '../../renderer/importer/decode-file'
import type { DecodeEnd } from '../../renderer/importer/decode-part'
import type { ToneWord } from '../speech/tones'
import { wordsIn } from './ffmpeg'

const wasm = join(import.meta.dirname, '..', '..', 'build', 'media-decoder', 'media-decoder.wasm')
let compiled: Promise<WebAssembly.Module> | null = null

/** What the importer makes of a file. */
export interface Heard {
  readonly end: DecodeEnd
  /** The words of each track. */
  readonly tracks: readonly (readonly ToneWord[])[]
  readonly durationsMs: readonly number[]
  readonly unreadable: readonly string[]
  readonly tags: readonly (readonly [key: string, value: string])[]
}

/** Decodes a file with the decoder of the importer page, here in Node. */
export async function heardByParley(path: string): Promise<Heard> {
  compiled ??= WebAssembly.compile(readFileSync(wasm))
  const bytes = readFileSync(path)
  let pieces: Buffer[][] = []
  let facts: Pick<Heard, 'unreadable' | 'tags'> = { unreadable: [], tags: [] }
  const end = await decodeFile({
    module: await compiled,
    size: bytes.length,
    name: basename(path),
    level: true,
    read: (from, length) => bytes.subarray(from, from + length),
    tell: (message) => {
      if (message.type === 'facts') facts = message
      else if (message.type === 'restart') pieces = []
      else (pieces[message.track] ??= []).push(Buffer.from(message.pcm.slice(0)))
    },
  })
  const sounds = pieces.map((parts) => Buffer.concat(parts))
  return {
    end,
    tracks: sounds.map(wordsIn),
    durationsMs: sounds.map(({ length }) => length / 32),
    unreadable: facts.unreadable,
    tags: facts.tags,
  }
}
