import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { LibraryCopy } from '../../../common/model'

/** How many daily copies are kept. */
const mostCopies = 7
export const dayMs = 24 * 60 * 60_000

const pattern = /-daily-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db$/

/** The daily copies of a library, newest first. */
export function listCopies(file: string): LibraryCopy[] {
  const folder = join(dirname(file), 'copies')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const [, hour, minute, second, ms] = pattern.exec(name) ?? []
      if (!name.startsWith(`${basename(file, '.db')}-`) || hour === undefined) return []
      const at = Date.parse(`${hour}:${minute}:${second}.${ms}Z`)
      return [{ name, at, bytes: statSync(join(folder, name)).size }]
    })
    .sort((a, b) => b.at - a.at)
}

/** Whether a copy is due: a day has passed, and something changed since the newest copy. */
export function isCopyDue(copies: readonly LibraryCopy[], changedAt: number, now: number): boolean {
  const newest = copies[0]
  // A copy from the future comes from a wrong clock.
  if (newest === undefined || newest.at > now) return true
  return now - newest.at >= dayMs && changedAt > newest.at
}

/**
 * Chooses the copies to delete, so that seven are left that lie further apart the older they are.
 * The newest and the oldest are always kept.
 */
export function thinnedOut(copies: readonly LibraryCopy[]): LibraryCopy[] {
  const kept = [...copies].sort((a, b) => b.at - a.at)
  const deleted: LibraryCopy[] = []
  const newest = kept[0]?.at ?? 0
  while (kept.length > mostCopies) {
    let least = 1
    let leastGap = Infinity
    for (let index = 1; index < kept.length - 1; index += 1) {
      const [newer, older] = [kept[index - 1], kept[index + 1]]
      if (!newer || !older) continue
      const gap = (newer.at - older.at) / (newest - older.at + dayMs)
      if (gap < leastGap) [least, leastGap] = [index, gap]
    }
    deleted.push(...kept.splice(least, 1))
  }
  return deleted
}

/** When the library last changed, in ms since 1970. */
export function changedAt(file: string): number {
  return Math.max(
    ...[file, `${file}-wal`].map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)),
  )
}

export function deleteCopies(file: string, copies: readonly LibraryCopy[]): void {
  for (const { name } of copies) rmSync(join(dirname(file), 'copies', name), { force: true })
}
