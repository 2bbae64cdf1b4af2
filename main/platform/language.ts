import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'
import { fill } from '../../common/text/fill'
import type { Spoken } from '../../common/text/spoken'

/** The built script that has all texts of a language; `code` is a language or a pseudo-language. */
export function textFile(dist: string, code: string): string {
  return join(dist, 'text', `${code}.js`)
}

/**
 * The texts of this process in another language. Call it before anything is shown; threads that start
 * later speak the same language after `speakLikeMain`. Throws without the file of the build.
 */
export function speak(file: string, texts: Partial<Spoken>): void {
  runInThisContext(readFileSync(file, 'utf8'), { filename: file })
  const { parleyText } = globalThis
  if (parleyText === undefined) throw new Error(`No texts in ${file}`)
  for (const [part, target] of Object.entries(texts)) fill(target, parleyText[part as keyof Spoken])
  setEnvironmentData('text', file)
}

/** In a thread: its texts in the language of main. */
export function speakLikeMain(texts: Partial<Spoken>): void {
  const file = getEnvironmentData('text')
  if (typeof file === 'string') speak(file, texts)
}
