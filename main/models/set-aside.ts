import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeWholeFile } from '../platform'

/** After so many ends of the engine's process a model is not loaded any more. */
const mostCrashes = 2

/** Which installed models ended the engine's process twice. It is remembered beside the model. */
export function createSetAside(folder: string) {
  const crashes = new Map<string, number>()
  const mark = (id: string) => join(folder, id, 'set-aside')
  return {
    has: (id: string) => existsSync(mark(id)),
    /** Counts one end; returns whether the model is set aside now. */
    count(id: string): boolean {
      const seen = (crashes.get(id) ?? 0) + 1
      crashes.set(id, seen)
      if (seen < mostCrashes || !existsSync(join(folder, id))) return false
      writeWholeFile(mark(id), '')
      return true
    },
    forget(id: string): void {
      crashes.delete(id)
      rmSync(mark(id), { force: true })
    },
  }
}
