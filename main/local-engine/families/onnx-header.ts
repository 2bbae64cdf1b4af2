import { open, type FileHandle } from 'node:fs/promises'
import { fail, ok, type Result } from '../../../common/errors'

/** What an ONNX file says about itself, read without the runtime. */
export interface OnnxHeader {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly metadata: ReadonlyMap<string, string>
}

/** A damaged length must not make us hold a whole file in memory. */
const longestText = 1 << 20
const blockBytes = 1 << 16

class Damaged extends Error {}

/**
 * Reads inputs, outputs and metadata of an ONNX file and checks that its parts fill it exactly.
 * SECURITY: the runtime ends its process without an error when a file is cut off or of another kind,
 * so nothing is given to it that has not passed here. Errors: engine-model-missing,
 * engine-model-damaged.
 */
export async function readOnnxHeader(path: string): Promise<Result<OnnxHeader>> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (cause) {
    return fail('engine-model-missing', String(cause))
  }
  try {
    const { size } = await file.stat()
    const reader = createReader(file)
    const inputs: string[] = []
    const outputs: string[] = []
    const metadata = new Map<string, string>()
    let graphs = 0
    let operatorSets = 0
    for await (const field of fieldsOf(reader, { start: 0, end: size })) {
      if (field.number === 7) {
        graphs += 1
        for await (const part of fieldsOf(reader, field)) {
          if (part.number === 11) inputs.push((await textsOf(reader, part)).get(1) ?? '')
          if (part.number === 12) outputs.push((await textsOf(reader, part)).get(1) ?? '')
        }
      } else if (field.number === 8) operatorSets += 1
      else if (field.number === 14) {
        const entry = await textsOf(reader, field)
        metadata.set(entry.get(1) ?? '', entry.get(2) ?? '')
      }
    }
    if (graphs !== 1 || operatorSets === 0) throw new Damaged('it has no graph')
    return ok({ inputs, outputs, metadata })
  } catch (cause) {
    if (!(cause instanceof Damaged)) return fail('engine-model-damaged', String(cause))
    return fail('engine-model-damaged', `not a whole ONNX file: ${cause.message}`)
  } finally {
    await file.close()
  }
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Field extends Span {
  readonly number: number
  /** The wire type of protobuf; only type 2 has bytes inside. */
  readonly wire: number
}

interface Reader {
  byte(at: number): Promise<number>
  text(span: Span): Promise<string>
}

function createReader(file: FileHandle): Reader {
  const block = Buffer.alloc(blockBytes)
  let from = 0
  let count = 0
  return {
    async byte(at) {
      if (at < from || at >= from + count) {
        from = at
        count = (await file.read(block, 0, blockBytes, at)).bytesRead
        if (count === 0) throw new Damaged('it ends too early')
      }
      return block[at - from] ?? 0
    },
    async text({ start, end }) {
      if (end - start > longestText) throw new Damaged('a text is too long')
      const bytes = Buffer.alloc(end - start)
      await file.read(bytes, 0, bytes.length, start)
      return bytes.toString('utf8')
    },
  }
}

/** Yields the fields of a protobuf message, which must fill the span exactly. */
async function* fieldsOf(reader: Reader, { start, end }: Span): AsyncGenerator<Field> {
  let at = start
  async function varint(): Promise<number> {
    let value = 0
    for (let shift = 0; shift < 10; shift += 1) {
      if (at >= end) throw new Damaged('a number is cut off')
      const byte = await reader.byte(at)
      at += 1
      // Negative numbers take ten bytes; none of the lengths and keys is that large.
      value += (byte & 0x7f) * 2 ** (7 * shift)
      if (byte < 0x80) return value
    }
    throw new Damaged('a number is too long')
  }
  while (at < end) {
    const key = await varint()
    const [number, wire] = [Math.floor(key / 8), key % 8]
    if (number === 0) throw new Damaged('a field has no number')
    if (wire === 0) {
      await varint()
      yield { number, wire, start: at, end: at }
      continue
    }
    const length = wire === 2 ? await varint() : lengths.get(wire)
    if (length === undefined) throw new Damaged(`a field of type ${wire}`)
    const field = { number, wire, start: at, end: at + length }
    if (field.end > end) throw new Damaged('a part is cut off')
    at = field.end
    yield field
  }
}

const lengths: ReadonlyMap<number, number> = new Map([
  [1, 8],
  [5, 4],
])

/** The text fields 1 and 2 of a message, by number. */
async function textsOf(reader: Reader, span: Span): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  for await (const field of fieldsOf(reader, span)) {
    if (field.wire === 2 && field.number <= 2) {
      // Field 2 of an input is its type, which is not text and is not read.
      texts.set(field.number, await reader.text(field))
    }
  }
  return texts
}
