import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Parley } from './app'
import { processTree } from './process-tree'
import { filesBelow } from './recording'

/** Something that must stand nowhere, by the pieces of it that are looked for. */
export interface Secret {
  readonly name: string
  readonly pieces: readonly string[]
}

/** Where a secret was found, and how it was written there. */
export interface Trace {
  readonly place: string
  readonly secret: string
  readonly form: string
}

/** A key; its last four characters are shown, so they are no trace of it. */
export function keySecret(name: string, key: string): Secret {
  const hidden = key.slice(0, -4)
  const middle = hidden.length / 2
  return { name, pieces: [hidden.slice(0, middle), hidden.slice(middle)] }
}

/** A token; its first three characters are shown. */
export function tokenSecret(name: string, token: string): Secret {
  return { name, pieces: [token.slice(3, 43), token.slice(-40)] }
}

/** Base64 of these bytes where `before` others stand before them, without what those have a part in. */
function base64Within(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
  const whole = Math.floor(((before + bytes.length) * 8) / 6)
  return text.slice(Math.ceil((before * 8) / 6), whole)
}

/** Every way in which a text may be written down, by the name of the way. */
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

/** Looks for secrets in bytes, in every form. */
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

/** Without this V8 cuts the texts in a snapshot after 1,024 characters. */
export const wholeTexts = '--js-flags=--heap-snapshot-string-limit=100000000'

/** All that lives in the JavaScript of a page, as the developer tools see it. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return Buffer.from(chunks.join(''), 'utf8')
}

/** What is in the clipboard, in every form that a program may read it in. */
export async function clipboardOf(parley: Parley): Promise<Buffer> {
  const texts = await parley.app.evaluate(async ({ clipboard }) => {
    // Electron 33 answers at once, later ones with promises.
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
 * The command lines of the app's processes, and the environments of those that let themselves be
 * looked at (Chromium's sandbox hides those of pages, which have that of main). Linux only.
 */
export function processesOf(parley: Parley): { place: string; bytes: Buffer }[] {
  return processTree(parley.app.process().pid ?? 0).flatMap(({ pid }) =>
    ['cmdline', 'environ'].flatMap((what) => {
      const place = `/proc/${pid}/${what}`
      try {
        return [{ place, bytes: readFileSync(place) }]
      } catch {
        return [] // It ended while we looked, or is hidden.
      }
    }),
  )
}
