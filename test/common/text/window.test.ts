import { describe, expect, it } from 'vitest'
import { serviceModelTable } from '../../../common/model'
import { messages } from '../../../common/text/window'

/** Every text of the catalogue with its path; functions get sample arguments. */
function* texts(node: unknown, path: string): Generator<[path: string, text: string]> {
  if (typeof node === 'string') yield [path, node]
  else if (typeof node === 'function') {
    const write = node as (...values: unknown[]) => string
    const samples = path.endsWith('.modelText') ? serviceModelTable : [2, 1]
    for (const value of samples) yield [path, write(value, value, value)]
  } else if (node !== null && typeof node === 'object') {
    for (const [name, child] of Object.entries(node)) yield* texts(child, `${path}.${name}`)
  }
}
const all = [...texts(messages, 'messages')]

/** Names that keep their capital inside a sentence. */
const names =
  /AssemblyAI|OpenAI|LM Studio|Ollama|Write|LLM Gateway|API|Parley|Speaker|Try|Keep this voice|Keys|Models|Audio|Transcription|Markdown|Electron|Chromium|React|Base UI|Inter|SQLite|ONNX Runtime|Moonshine|Silero VAD|Captions|Shift|Universal-(Streaming|3\.[56] Pro)|Ctrl|Escape|November|Settings|English|French|October|US|EU|Pro|New recording|Record|Resume|Mic|JavaScript|Python|Java|Go|Zone: \w+|A, Speaker B|A|B|I/g

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

  it('neither blame nor beg', () => {
    for (const [path, text] of all) {
      expect(text, path).not.toMatch(/\b(please|sorry|oops|invalid|illegal|you must|failed to)\b/i)
    }
  })

  it('use straight apostrophes and no double spaces', () => {
    for (const [path, text] of all) expect(text, path).not.toMatch(/[’“”]| {2}/)
  })
})
