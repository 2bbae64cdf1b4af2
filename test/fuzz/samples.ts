import type { z } from 'zod'
import type { Draw } from './random'

/** The parts of zod's description of a schema that are needed to make a value. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly in?: z.ZodType
}

/** Words that have a meaning somewhere, and ids that repeat, so that messages belong together. */
const strings = ['a', 'b', 'en', 'Work', 'session-1', 'session-2', 'recording-1', 'A']
const numbers = [0, 1, 2, 7, 60, 600, 5_000, 999_999, 2 ** 40]

/**
 * Makes a value that this schema most likely accepts. Texts are drawn from `strings` and the usual ones.
 */
export function sampleOf(schema: z.ZodType, draw: Draw, own: readonly string[] = []): unknown {
  const of = (inner: z.ZodType): unknown => sampleOf(inner, draw, own)
  const definition = schema.def as unknown as Definition
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {})
          .map(([name, part]) => [name, of(part)] as const)
          .filter(([, value]) => value !== undefined),
      )
    case 'array':
      return Array.from({ length: draw.index(4) }, () => of(definition.element!))
    case 'tuple':
      return definition.items!.map(of)
    case 'optional':
      return draw.chance(0.5) ? undefined : of(definition.innerType!)
    case 'nullable':
      return draw.chance(0.5) ? null : of(definition.innerType!)
    case 'readonly':
      return of(definition.innerType!)
    case 'pipe':
      return of(definition.in!)
    case 'union':
      return of(draw.pick(definition.options!))
    case 'enum':
      return draw.pick(Object.values(definition.entries!))
    case 'literal':
      return draw.pick(definition.values!)
    case 'boolean':
      return draw.chance(0.5)
    case 'number':
      return draw.chance(0.1) ? draw.number() : draw.pick(numbers)
    case 'string':
      return draw.pick(own.length > 0 && draw.chance(0.5) ? own : strings)
    default:
      return undefined
  }
}
