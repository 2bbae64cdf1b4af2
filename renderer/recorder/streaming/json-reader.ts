/** The answer of a reader that does not accept a value. */
export const invalid = Symbol('invalid')

/** Checks a value of JSON and returns what is used of it, or `invalid`. Never throws. */
export type Reader<T> = (value: unknown) => T | typeof invalid
export type Read<R> = R extends Reader<infer T> ? T : never

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : invalid)

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : invalid)

/** JSON can hold numbers that are too large for JavaScript and become infinite; they are refused. */
export const number: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : invalid

/** Accepts whole numbers from `min` to `max`. */
export function integer(min: number, max: number): Reader<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : invalid
}

/** Accepts what the reader accepts, null, and a missing field. */
export function optional<T>(read: Reader<T>): Reader<T | null | undefined> {
  return (value) => (value === null || value === undefined ? value : read(value))
}

/** Accepts anything and returns the fields of an object as they are; null if it is none. */
export const looseFields: Reader<Readonly<Record<string, unknown>> | null> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__proto__'))
    : null

/** Accepts a list if the reader accepts every item. */
export function listOf<T>(read: Reader<T>): Reader<T[]> {
  const readValid = validItems(read)
  return (value) => {
    const items = readValid(value)
    return items !== invalid && items.length === (value as unknown[]).length ? items : invalid
  }
}

/** Accepts any list and leaves out the items that the reader does not accept. */
export function validItems<T>(read: Reader<T>): Reader<T[]> {
  return (value) =>
    Array.isArray(value)
      ? value.flatMap((item) => {
          const result = read(item)
          return result === invalid ? [] : [result]
        })
      : invalid
}

type Fields<R> = {
  [K in keyof R as undefined extends Read<R[K]> ? never : K]: Read<R[K]>
} & { [K in keyof R as undefined extends Read<R[K]> ? K : never]?: Read<R[K]> }

/** Accepts an object if each field is accepted; other fields are left out. */
export function fields<R extends Readonly<Record<string, Reader<unknown>>>>(
  readers: R,
): Reader<Fields<R>> {
  const entries = Object.entries(readers)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid
    const result: Record<string, unknown> = {}
    for (const [name, read] of entries) {
      const field = read((value as Record<string, unknown>)[name])
      if (field === invalid) return invalid
      if (field !== undefined) result[name] = field
    }
    return result as Fields<R>
  }
}
