import { describe, expect, it } from 'vitest'
import { messages } from '../../preload/messages'

/** Every text of the catalogue with its path; functions are called with stand-ins. */
function* texts(node: unknown, path: string): Generator<[path: string, text: string]> {
  if (typeof node === 'string') yield [path, node]
  else if (typeof node === 'function') {
    const write = node as (...values: unknown[]) => string
    yield [path, write(2, 2, 2)]
    yield [path, write(1, 1, 1)]
  } else if (node !== null && typeof node === 'object') {
    for (const [name, child] of Object.entries(node)) yield* texts(child, `${path}.${name}`)
  }
}
const all = [...texts(messages, 'messages')]

/** Names that keep their capital inside a sentence. */
const names =
  /AssemblyAI|API|Parley|Speaker|Try|Keys|Audio|Transcription|Markdown|Electron|Chromium|React|Base UI|Inter|SQLite|ONNX Runtime|Moonshine|Silero VAD|Captions|Shift|Universal-(Streaming|3\.[56] Pro)|English|French|October|US|EU|Pro|New recording|Resume|Mic|JavaScript|Python|Java|Go|Zone: \w+|A, Speaker B|A|B|I/g

describe('the sentences', () => {
  it('are there', () => {
    expect(all.length).toBeGreaterThan(150)
    for (const [path, text] of all) expect(text, path).not.toMatch(/undefined|null|^\s*$/)
  })

  it('do not shout', () => {
    for (const [path, text] of all) expect(text, path).not.toContain('!')
  })

  it('are in sentence case', () => {
    for (const [path, text] of all) {
      for (const sentence of text.replaceAll(names, '').split(/[.:;?·]\s+/)) {
        expect(sentence.slice(1), `${path}: ${text}`).not.toMatch(/(^|\s)[A-Z][a-z]/)
      }
    }
  })

  it('do not blame and do not beg', () => {
    for (const [path, text] of all) {
      expect(text, path).not.toMatch(/\b(please|sorry|oops|invalid|illegal|you must|failed to)\b/i)
    }
  })

  it('use straight apostrophes and no double spaces', () => {
    for (const [path, text] of all) expect(text, path).not.toMatch(/[’“”]| {2}/)
  })
})
