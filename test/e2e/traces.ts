import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Parley } from './app'
import { processTree } from './process-tree'
import { filesBelow } from './recording'

/** A secret that must not appear anywhere, with the pieces that are searched. */
export interface Secret {
  readonly name: string
  readonly pieces: readonly string[]
}

/** Where a secret was found, and in which encoding. */
export interface Trace {
  readonly place: string
  readonly secret: string
  readonly form: string
}

/** A key. Its last four characters are shown, so they are not searched. */
export function keySecret(name: string, key: string): Secret {
  const hidden = key.slice(0, -4)
  const middle = hidden.length / 2
  return { name, pieces: [hidden.slice(0, middle), hidden.slice(middle)] }
}

/** A token. Its first three characters are shown. */
export function tokenSecret(name: string, token: string): Secret {
  return { name, pieces: [token.slice(3, 43), token.slice(-40)] }
}

/** Base64 of these bytes after `before` other bytes, without the characters that depend on those. */
function base64Within(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const whole = Math.floor(((before + bytes.length) * 8) / 6)
  return text.slice(Math.ceil((before * 8) / 6), whole)
}

/** Every encoding of a text that is searched, by name. */
export function formsOf(text: string): Map<string, Buffer> {
  const forms = new Map<string, Buffer>()
  const add = (name: string, written: string): void => {
    forms.set(name, Buffer.from(written, 'utf8'))
    forms.set(`${name} in UTF-16`, Buffer.from(written, 'utf16le'))
  }
  add('plain', text)
  for (const encoding of ['utf8', 'utf16le'] as const) {
    const bytes = Buffer.from(text, encoding)
    for (const before of [0, 1, 2]) {
      const base64 = base64Within(bytes, before)
      add(`base64 of ${encoding}, ${before} before`, base64)
      add(
        `base64url of ${encoding}, ${before} before`,
        base64.replaceAll('+', '-').replaceAll('/', '_'),
      )
    }
    add(`hex of ${encoding}`, bytes.toString('hex'))
    add(`HEX of ${encoding}`, bytes.toString('hex').toUpperCase())
  }
  return forms
}

/** Searches bytes for secrets, in every encoding. */
export function createTraceFinder(secrets: readonly Secret[]) {
  const needles = secrets.flatMap(({ name, pieces }) =>
    pieces.flatMap((piece) => [...formsOf(piece)].map(([form, bytes]) => ({ name, form, bytes }))),
  )
  return (place: string, bytes: Buffer): Trace[] =>
    needles
      .filter((needle) => bytes.includes(needle.bytes))
      .map(({ name, form }) => ({ place, secret: name, form }))
}
export type TraceFinder = ReturnType<typeof createTraceFinder>

/** Without this, V8 cuts texts in a snapshot after 1,024 characters. */
export const wholeTexts = '--js-flags=--heap-snapshot-string-limit=100000000'

/** A heap snapshot of a page, as the developer tools take it. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return Buffer.from(chunks.join(''), 'utf8')
}

/** The content of the clipboard, in every format. */
export async function clipboardOf(parley: Parley): Promise<Buffer> {
  const texts = await parley.app.evaluate(async ({ clipboard }) => {
    // Electron 33 returns values, later versions return promises.
    const board = clipboard as unknown as Record<string, (type?: string) => Promise<string>>
    const reads = ['readText', 'readHTML', 'readRTF'].map((read) => board[read]?.())
    return await Promise.all([...reads, board['readText']?.('selection')])
  })
  return Buffer.from(JSON.stringify(texts))
}

/** The files of these folders by their paths. */
export function filesIn(folder: string): { place: string; bytes: Buffer }[] {
  return filesBelow(folder).map((place) => ({ place, bytes: readFileSync(place) }))
}

/**
 * The command lines of the app's processes, and their environments if they are readable (Chromium's
 * sandbox hides those of pages, which inherit the one of main). Linux only.
 */
export function processesOf(parley: Parley): { place: string; bytes: Buffer }[] {
  return processTree(parley.app.process().pid ?? 0).flatMap(({ pid }) =>
    ['cmdline', 'environ'].flatMap((what) => {
      const place = `/proc/${pid}/${what}`
      try {
        return [{ place, bytes: readFileSync(place) }]
      } catch {
        return [] // It ended meanwhile, or is hidden.
      }
    }),
  )
}
