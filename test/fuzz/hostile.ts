import type { Draw } from './random'

const huge = 'x'.repeat(50_000_000)
const long = '\u{1f480}'.repeat(10_000)

function cycle(): unknown {
  const list: unknown[] = []
  const object = { id: 'cycle', list }
  list.push(object, list)
  return object
}

function deep(levels: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value }
  return value
}

/**
 * A message of a few hundred kilobytes that has billions of values when they are counted one by
 * one.
 */
function multiplied(): unknown {
  let value: unknown = { text: 'x', start: 0 }
  for (let level = 0; level < 4; level += 1) value = Array(300).fill(value)
  return value
}

/** Values that JSON can represent. */
export const jsonValues: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => -1,
  () => 1.5,
  () => 1e9,
  () => 1e308,
  () => -1e308,
  () => 2 ** 53,
  () => '',
  () => ' ',
  () => '\0',
  () => '\ud800',
  () => 'a\udc00b',
  () => '\u202e\u0000\n\r\t',
  () => '../../../../etc/passwd',
  () => '..\\..\\windows\\system32',
  () => '%2e%2e%2f%2e%2e%2fapp.asar',
  () => 'file:///etc/passwd',
  () => 'javascript:alert(1)',
  () => "'; DROP TABLE meetings; --",
  () => '" OR NEAR(* ^ {',
  () => '<img src=x onerror=alert(1)>',
  () => '__proto__',
  () => 'constructor',
  () => 'toString',
  () => long,
  () => [],
  () => [null],
  () => ({}),
  () => JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
  () => ({ constructor: { prototype: { polluted: true } } }),
  () => ({ toString: 1, valueOf: 2, length: -1 }),
  () => ({ then: 'x' }),
]

/** Values that only structured clone can transfer. */
const cloneValues: readonly (() => unknown)[] = [
  () => undefined,
  () => NaN,
  () => Infinity,
  () => -Infinity,
  () => 10n ** 40n,
  () => new Date(),
  () => new Date(NaN),
  () => /(a+)+$/,
  () => new Map([['id', 'x']]),
  () => new Set(['x']),
  () => new Error('hostile'),
  () => new ArrayBuffer(16),
  () => new Uint16Array(4),
  () => Object('boxed') as unknown,
  () => Object(7) as unknown,
  cycle,
  () => deep(500),
]

/** Large values; drawn rarely. */
const largeValues: readonly (() => unknown)[] = [
  () => huge,
  () => new Array<unknown>(4_294_967_295),
  () => new Array<unknown>(1_000_000).fill(0),
  () => new Array<unknown>(100_000).fill({ id: 'x' }),
  () => Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index])),
  () => new ArrayBuffer(50_000_000),
  multiplied,
]
/** One value in so many is large: enough to meet each kind often in 100,000 calls. */
const largeShare = 1 / 1_000

/** A value that nobody expects. */
export function hostileValue(draw: Draw, kind: 'json' | 'clone'): unknown {
  if (kind === 'json') return draw.pick(jsonValues)()
  if (draw.chance(largeShare)) return draw.pick(largeValues)()
  return draw.pick(draw.chance(0.5) ? jsonValues : cloneValues)()
}

/** Returns the value with one part replaced by something hostile, or with a hostile part added. */
export function corrupt(value: unknown, draw: Draw, kind: 'json' | 'clone'): unknown {
  const isObject = typeof value === 'object' && value !== null
  if (!isObject || draw.chance(0.2)) return hostileValue(draw, kind)
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value }
  const keys = Object.keys(copy)
  if (keys.length === 0 || draw.chance(0.1)) {
    Object.defineProperty(copy, draw.pick(['__proto__', 'constructor', 'id', 'length2', '0']), {
      ...{ value: hostileValue(draw, kind), enumerable: true, configurable: true, writable: true },
    })
    return copy
  }
  const key = draw.pick(keys)
  const parts = copy as Record<string, unknown>
  if (draw.chance(0.15)) delete parts[key]
  else parts[key] = corrupt(parts[key], draw, kind)
  return copy
}
