/**
 * A catalogue whose sentences keep each value in its own direction: without that, a name, a path or a
 * quotation in English takes the punctuation of an Arabic sentence to the wrong side.
 */
export function isolateValues<T>(node: T): T {
  if (typeof node === 'function') {
    const write = node as unknown as (...values: unknown[]) => string
    return ((...values: unknown[]) => write(...values.map(isolated))) as T
  }
  if (Array.isArray(node)) return node.map((child: unknown) => isolateValues(child)) as T
  if (typeof node !== 'object' || node === null) return node
  const children = Object.entries(node).map(([name, child]) => [
    name,
    isolateValues(child as unknown),
  ])
  return Object.fromEntries(children) as T
}

/** First strong isolate, and its end. */
function isolated(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? `\u2068${value}\u2069` : value
}
