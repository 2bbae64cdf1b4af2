import { closeSync, existsSync, openSync, readFileSync, readSync, fstatSync } from 'node:fs'

/**
 * Reads the rows of a damaged SQLite file page by page, without SQLite: a damaged page costs only
 * its own rows. The format: https://www.sqlite.org/fileformat2.html
 */

/** Parley's databases always have pages of this size, so a damaged header does not matter. */
const pageBytes = 4_096

export type SqlValue = string | number | bigint | null | Uint8Array

/** A row as it is stored: values in the order of the record; the row id of a rowid table. */
export interface StoredRow {
  readonly rowId: number | null
  readonly values: readonly SqlValue[]
}

export interface PageReader {
  readonly pageCount: number
  /** The rows of the b-tree with this root. `seen` collects every page that was read. */
  treeRows(root: number, seen: Set<number>): StoredRow[]
  /** The rows of one page, or none if it is not a page with rows. */
  pageRows(page: number): StoredRow[]
  close(): void
}

const pageTypes = { innerIndex: 2, innerTable: 5, leafIndex: 10, leafTable: 13 }

/** Opens a database file together with the committed part of its write-ahead log. */
export function openPages(file: string): PageReader {
  const handle = openSync(file, 'r')
  const filePages = Math.ceil(fstatSync(handle).size / pageBytes)
  const log = readLog(`${file}-wal`)
  const pageCount = Math.max(filePages, ...log.keys())

  function page(number: number): Buffer | null {
    const logged = log.get(number)
    if (logged) return logged
    if (number < 1 || number > filePages) return null
    const bytes = Buffer.alloc(pageBytes)
    readSync(handle, bytes, 0, pageBytes, (number - 1) * pageBytes)
    return bytes
  }

  /** The cells of a page: where each one starts. Offsets that lead nowhere are left out. */
  function cellsOf(number: number, bytes: Buffer): { type: number; cells: number[]; last: number } {
    const start = number === 1 ? 100 : 0
    const type = bytes.readUInt8(start)
    const isInner = type === pageTypes.innerIndex || type === pageTypes.innerTable
    const first = start + (isInner ? 12 : 8)
    const count = Math.min(bytes.readUInt16BE(start + 3), Math.floor((pageBytes - first) / 2))
    const cells = Array.from({ length: count }, (_, index) =>
      bytes.readUInt16BE(first + index * 2),
    ).filter((at) => at >= first && at < pageBytes - 3)
    return { type, cells, last: isInner ? bytes.readUInt32BE(start + 8) : 0 }
  }

  function rowsOf(number: number, bytes: Buffer): StoredRow[] {
    const { type, cells } = cellsOf(number, bytes)
    return cells.flatMap((at) => {
      try {
        return rowAt(bytes, at, type) ?? []
      } catch {
        // The cell is damaged; the others of the page may be intact.
        return []
      }
    })
  }

  function rowAt(bytes: Buffer, at: number, type: number): StoredRow | null {
    if (type === pageTypes.innerTable) return null
    let position = type === pageTypes.innerIndex ? at + 4 : at
    const size = varint(bytes, position)
    position = size.next
    let rowId: number | null = null
    if (type === pageTypes.leafTable) {
      const id = varint(bytes, position)
      position = id.next
      rowId = id.value
    }
    const isTable = type === pageTypes.leafTable
    return { rowId, values: record(payload(bytes, position, { size: size.value, isTable })) }
  }

  function payload(
    bytes: Buffer,
    at: number,
    { size, isTable }: { size: number; isTable: boolean },
  ): Buffer {
    if (size > 64 * 1024 * 1024) throw new RangeError('payload too large')
    const most = isTable ? pageBytes - 35 : Math.floor(((pageBytes - 12) * 64) / 255) - 23
    const least = Math.floor(((pageBytes - 12) * 32) / 255) - 23
    const rest = least + ((size - least) % (pageBytes - 4))
    const local = size <= most ? size : rest <= most ? rest : least
    const parts = [bytes.subarray(at, at + local)]
    if (at + local > pageBytes) throw new RangeError('payload beyond the page')
    let left = size - local
    let next = left > 0 ? bytes.readUInt32BE(at + local) : 0
    while (left > 0) {
      const overflow = page(next)
      if (overflow === null) throw new RangeError('overflow page missing')
      parts.push(overflow.subarray(4, 4 + Math.min(left, pageBytes - 4)))
      left -= pageBytes - 4
      next = overflow.readUInt32BE(0)
    }
    return Buffer.concat(parts)
  }

  return {
    pageCount,
    pageRows: (number) => {
      const bytes = page(number)
      return bytes && isTreePage(number, bytes) ? rowsOf(number, bytes) : []
    },
    treeRows: (root, seen) => {
      const rows: StoredRow[] = []
      const waiting = [root]
      for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
        if (seen.has(number)) continue
        const bytes = page(number)
        if (bytes === null || !isTreePage(number, bytes)) continue
        seen.add(number)
        const { type, cells, last } = cellsOf(number, bytes)
        if (type !== pageTypes.innerTable) rows.push(...rowsOf(number, bytes))
        if (last > 0) {
          waiting.push(last)
          for (const at of cells) waiting.push(bytes.readUInt32BE(at))
        }
      }
      return rows
    },
    close: () => closeSync(handle),
  }
}

function isTreePage(number: number, bytes: Buffer): boolean {
  return Object.values(pageTypes).includes(bytes.readUInt8(number === 1 ? 100 : 0))
}

/** Reads an integer of 1 to 9 bytes. */
function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes.readUInt8(at + index)
    if (index === 8) {
      const whole = BigInt.asIntN(64, (value << 8n) | BigInt(byte))
      return { value: Number(whole), next: at + 9 }
    }
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return { value: Number(value), next: at + index + 1 }
  }
  throw new RangeError('endless integer')
}

const integerBytes = [0, 1, 2, 3, 4, 6, 8]
// SQLite replaces invalid UTF-8 when it reads a text; so does this decoder.
const utf8 = new TextDecoder('utf-8')

/** Decodes a record: the types of all values, then the values. */
function record(bytes: Buffer): SqlValue[] {
  const head = varint(bytes, 0)
  if (head.value > bytes.length) throw new RangeError('record header too large')
  const values: SqlValue[] = []
  let at = head.value
  for (let position = head.next; position < head.value;) {
    const type = varint(bytes, position)
    position = type.next
    const value = valueAt(bytes, at, type.value)
    values.push(value.value)
    at += value.size
    if (at > bytes.length) throw new RangeError('value beyond the record')
  }
  return values
}

function valueAt(bytes: Buffer, at: number, type: number): { value: SqlValue; size: number } {
  if (type === 0) return { value: null, size: 0 }
  if (type === 8 || type === 9) return { value: type - 8, size: 0 }
  if (type === 7) return { value: bytes.readDoubleBE(at), size: 8 }
  if (type < 7) {
    const size = integerBytes[type] ?? 0
    const value = size === 8 ? Number(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, size)
    return { value, size }
  }
  if (type < 12) throw new RangeError('unknown type')
  const size = Math.floor((type - 12) / 2)
  const part = bytes.subarray(at, at + size)
  if (part.length < size) throw new RangeError('value beyond the record')
  return { value: type % 2 === 1 ? utf8.decode(part) : part, size }
}

const logHeaderBytes = 32
const frameHeaderBytes = 24

/** The newest committed version of each page in a write-ahead log; empty if there is none. */
function readLog(file: string): Map<number, Buffer> {
  const pages = new Map<number, Buffer>()
  if (!existsSync(file)) return pages
  const log = readFileSync(file)
  if (log.length < logHeaderBytes) return pages
  const isBigEndian = (log.readUInt32BE(0) & 1) === 1
  const salts = log.subarray(16, 24)
  let sum = checksum(log.subarray(0, 24), [0, 0], isBigEndian)
  let open = new Map<number, Buffer>()
  const frameBytes = frameHeaderBytes + pageBytes
  for (let at = logHeaderBytes; at + frameBytes <= log.length; at += frameBytes) {
    const head = log.subarray(at, at + frameHeaderBytes)
    const bytes = log.subarray(at + frameHeaderBytes, at + frameBytes)
    if (!head.subarray(8, 16).equals(salts)) break
    sum = checksum(bytes, checksum(head.subarray(0, 8), sum, isBigEndian), isBigEndian)
    if (sum[0] !== head.readUInt32BE(16) || sum[1] !== head.readUInt32BE(20)) break
    open.set(head.readUInt32BE(0), bytes)
    if (head.readUInt32BE(4) === 0) continue
    for (const [number, page] of open) pages.set(number, page)
    open = new Map()
  }
  return pages
}

function checksum(
  bytes: Buffer,
  [first, second]: readonly [number, number],
  isBigEndian: boolean,
): readonly [number, number] {
  let [s0, s1] = [first, second]
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const a = isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const b = isBigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    s0 = (s0 + a + s1) >>> 0
    s1 = (s1 + b + s0) >>> 0
  }
  return [s0, s1]
}
