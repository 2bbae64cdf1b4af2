import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unwrap, newLibrary, temporaryFolder } from '../library/folder'

const child = join(import.meta.dirname, 'doomed-process.ts')

/** Records for a while in a separate process, kills it, and returns its last reports. */
async function recordAndKill(folder: string, ms: number) {
  const doomed = spawn(process.execPath, ['--import', 'tsx', child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const { stdout } = doomed
  stdout.setEncoding('utf8')
  stdout.on('data', (text: string) => (said += text))
  await once(stdout, 'data')
  setTimeout(() => doomed.kill('SIGKILL'), ms)
  await once(doomed, 'close')
  const last = (word: string) =>
    Math.max(
      ...Array.from(said.matchAll(new RegExp(`^${word} (\\d+)\\n`, 'gm')), (m) => Number(m[1])),
    )
  return { lastFinal: last('final'), lastFrame: last('frame') }
}

describe('an app that is killed while recording', () => {
  it.each([700, 1_230, 1_985])(
    'loses no final and at most a second of sound after %d ms',
    async (ms) => {
      const folder = temporaryFolder()
      const { lastFinal, lastFrame } = await recordAndKill(folder, ms)
      const library = newLibrary(folder)
      const [id = ''] = library.recovered
      const { meeting, turns } = unwrap(library.transcript(id))

      expect(meeting.state).toBe('interrupted')
      const orders = turns.map(({ turnOrder }) => turnOrder).sort((a, b) => a - b)
      expect(orders.slice(0, lastFinal + 1)).toEqual(
        Array.from({ length: lastFinal + 1 }, (_, order) => order),
      )

      const bytes = readFileSync(library.audioPath(id, 'microphone'))
      const samples = bytes.readUInt32LE(40) / 2
      expect(meeting.audio).toEqual([{ source: 'microphone', samples }])
      expect((lastFrame + 1) * 800 - samples).toBeLessThan(16_000)
      for (let frame = 0; (frame + 1) * 800 <= samples; frame += 1) {
        expect(bytes.readInt16LE(44 + frame * 1_600)).toBe(1 + (frame % 1_000))
      }
    },
    60_000,
  )
})
