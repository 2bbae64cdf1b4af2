/**
 * Writes small ONNX graphs byte by byte. Tests give them to the real runtime in place of models, whose
 * weights no test can carry.
 */

type Bytes = Buffer

function varint(value: number | bigint): Bytes {
  let rest = BigInt.asUintN(64, BigInt(value))
  const bytes: number[] = []
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}

const tag = (field: number, wire: number) => varint((field << 3) | wire)
const int = (field: number, value: number) => Buffer.concat([tag(field, 0), varint(value)])
function bytes(field: number, value: Bytes | string): Bytes {
  const data = typeof value === 'string' ? Buffer.from(value) : value
  return Buffer.concat([tag(field, 2), varint(data.length), data])
}

export const attribute = {
  ints: (name: string, values: readonly number[]) =>
    Buffer.concat([bytes(1, name), ...values.map((value) => int(8, value)), int(20, 7)]),
  int: (name: string, value: number) => Buffer.concat([bytes(1, name), int(3, value), int(20, 2)]),
}

interface Shape {
  readonly name: string
  readonly dims: readonly number[]
}

/** One operator between named inputs and outputs. */
export function node(
  operator: string,
  [inputs, outputs]: readonly [readonly string[], readonly string[]],
  attributes: readonly Bytes[] = [],
): Bytes {
  return Buffer.concat([
    ...inputs.map((name) => bytes(1, name)),
    ...outputs.map((name) => bytes(2, name)),
    bytes(3, `${operator}_${outputs[0] ?? ''}`),
    bytes(4, operator),
    ...attributes.map((attr) => bytes(5, attr)),
  ])
}

function constant({ name, dims }: Shape, type: number, raw: Bytes): Bytes {
  return Buffer.concat([
    ...dims.map((dim) => int(1, dim)),
    int(2, type),
    bytes(8, name),
    bytes(9, raw),
  ])
}

export function floats(name: string, dims: readonly number[], values: readonly number[]): Bytes {
  return constant({ name, dims }, 1, Buffer.from(Float32Array.from(values).buffer))
}

export function longs(name: string, dims: readonly number[], values: readonly number[]): Bytes {
  return constant({ name, dims }, 7, Buffer.from(BigInt64Array.from(values.map(BigInt)).buffer))
}

/** The element types of inputs and outputs. */
const elements = { float: 1, int: 6, long: 7 } as const

/** An input or output of a graph; a text stands for a length that is not fixed. */
export function value(
  name: string,
  type: keyof typeof elements,
  dims: readonly (number | string)[],
): Bytes {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'string' ? bytes(2, dim) : int(1, dim)))
  const tensor = Buffer.concat([int(1, elements[type]), bytes(2, Buffer.concat(shape))])
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, tensor))])
}

export interface Graph {
  readonly nodes: readonly Bytes[]
  readonly constants?: readonly Bytes[]
  readonly inputs: readonly Bytes[]
  readonly outputs: readonly Bytes[]
  readonly metadata?: Readonly<Record<string, string | number>>
}

export function onnx({ nodes, constants = [], inputs, outputs, metadata = {} }: Graph): Bytes {
  const graph = Buffer.concat([
    ...nodes.map((part) => bytes(1, part)),
    bytes(2, 'g'),
    ...constants.map((part) => bytes(5, part)),
    ...inputs.map((part) => bytes(11, part)),
    ...outputs.map((part) => bytes(12, part)),
  ])
  const entries = Object.entries(metadata).map(([key, text]) =>
    bytes(14, Buffer.concat([bytes(1, key), bytes(2, String(text))])),
  )
  return Buffer.concat([
    int(1, 8),
    bytes(2, 'parley-test'),
    bytes(7, graph),
    bytes(8, Buffer.concat([bytes(1, ''), int(2, 13)])),
    ...entries,
  ])
}
