import { diffArrays } from 'diff'

/** A part that stayed, or a part that was replaced. */
export type Change<B> =
  | { readonly kept: readonly B[] }
  | { readonly kept: null; readonly taken: readonly B[]; readonly written: readonly string[] }

/** Returns the changes that turn `before` into `after`, in order. */
export function changesBetween<B extends { readonly text: string }>(
  before: readonly B[],
  after: readonly string[],
): Change<B>[] {
  const changes: Change<B>[] = []
  let at = 0
  let taken: B[] = []
  let written: string[] = []
  const settle = () => {
    if (taken.length + written.length > 0) changes.push({ kept: null, taken, written })
    taken = []
    written = []
  }
  const texts = before.map(({ text }) => text)
  for (const { value, added, removed } of diffArrays(texts, [...after])) {
    if (added) {
      written.push(...value)
      continue
    }
    const own = before.slice(at, at + value.length)
    at += value.length
    if (removed) {
      taken.push(...own)
    } else {
      settle()
      changes.push({ kept: own })
    }
  }
  settle()
  return changes
}
