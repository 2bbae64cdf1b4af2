import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wordNumbers, wordText } from '../speech/tones'
import { connect, pause, words, type Client } from './client'
import { goodKey } from './tone-service'
import type { TurnBehaviour } from './options'
import type { TurnWord } from './messages'
import { startService, type Service } from './service'

let service: Service

beforeEach(async () => {
  service = await startService({
    behaviour: {
      keys: { [goodKey]: 'good' },
      session: { processingRate: Infinity, terminationMs: { idle: 60, open: 90, speakers: 20 } },
      turns: { partialDelayMs: 2, finalDelayMs: 4, formattedDelayMs: 2 },
    },
  })
})
afterEach(() => service.close())

interface Turn extends Record<string, unknown> {
  readonly turn_order: number
  readonly turn_is_formatted: boolean
  readonly end_of_turn: boolean
  readonly transcript: string
  readonly utterance: string
  readonly words: readonly TurnWord[]
}

const turns = (client: Client) => client.of('Turn') as Turn[]
const finals = (client: Client) => turns(client).filter((turn) => turn.end_of_turn)
const numbers = (list: readonly Turn[]) => list.flatMap((turn) => wordNumbers(turn.transcript))
const behaviour = (patch: Partial<TurnBehaviour>) => service.configure({ turns: patch })

/** Says eight words in two turns and ends the session. */
async function say(
  parameters: Readonly<Record<string, string>> = {},
  count = 8,
): Promise<{ client: Client; said: ReturnType<typeof words> }> {
  const said = words(count, { pauseEvery: 4, endSilenceMs: 300 })
  const client = await connect(service, parameters)
  await client.message('Begin')
  await client.sound(said.samples, 100)
  await client.terminate()
  return { client, said }
}

const pro = { speech_model: 'universal-3-5-pro' }

describe('Universal-Streaming', () => {
  it('has its keys in the order of the wire', async () => {
    const { client } = await say()
    expect(Object.keys(turns(client)[0] ?? {})).toEqual([
      'turn_order',
      'turn_is_formatted',
      'end_of_turn',
      'transcript',
      'end_of_turn_confidence',
      'words',
      'utterance',
      'type',
    ])
  })

  it('finals have every word once, in order, at its time in the session', async () => {
    const { client, said } = await say()
    expect(numbers(finals(client))).toEqual(said.words.map((word) => word.number))
    const heard = finals(client).flatMap((turn) => turn.words)
    for (const [index, word] of heard.entries()) {
      expect(Math.abs(word.start - (said.words[index]?.startMs ?? NaN))).toBeLessThanOrEqual(20)
      expect(Math.abs(word.end - (said.words[index]?.endMs ?? NaN))).toBeLessThanOrEqual(20)
      expect(word.word_is_final).toBe(true)
    }
  })

  it('partials make words final one by one, and show the start of a word that is being said', async () => {
    const { client } = await say()
    const partials = turns(client).filter((turn) => !turn.end_of_turn && turn.turn_order === 0)
    expect(partials.length).toBeGreaterThan(6)
    let certain: string[] = []
    for (const partial of partials) {
      const final = partial.words.filter((word) => word.word_is_final).map((word) => word.text)
      expect(final.slice(0, certain.length)).toEqual(certain)
      expect(partial.transcript).toBe(final.join(' '))
      expect(partial.words.slice(0, -1).every((word) => word.word_is_final)).toBe(true)
      certain = final
    }
    const open = partials.map((partial) => partial.words.at(-1)?.text ?? '')
    expect(open).toContain('w0')
    expect(open).toContain('w00')
    expect(open).toContain('w003')
  })

  it('sends one raw final without formatting, and an empty one at the end', async () => {
    const { client } = await say()
    expect(
      finals(client).map((turn) => [turn.turn_order, turn.turn_is_formatted, turn.words.length]),
    ).toEqual([
      [0, false, 4],
      [1, false, 4],
      [2, false, 0],
    ])
    expect(finals(client)[2]).toMatchObject({ transcript: '', words: [] })
  })

  it('sends the raw and then the formatted final, or only the second', async () => {
    const two = await say({ format_turns: 'true' })
    expect(finals(two.client).map((turn) => [turn.turn_order, turn.transcript])).toEqual([
      [0, 'w000 w001 w002 w003'],
      [0, 'W000 w001 w002 w003.'],
      [1, 'w004 w005 w006 w007'],
      [1, 'W004 w005 w006 w007.'],
      [2, ''],
    ])
    behaviour({ finals: 'one', emptyFinal: false })
    const one = await say({ format_turns: 'true' })
    expect(
      finals(one.client).map((turn) => [turn.turn_order, turn.turn_is_formatted, turn.utterance]),
    ).toEqual([
      [0, true, 'W000 w001 w002 w003.'],
      [1, true, 'W004 w005 w006 w007.'],
    ])
  })

  it('can fill the utterance before the end; then the final has none', async () => {
    behaviour({ earlyUtterance: true })
    const { client } = await say({ format_turns: 'true' }, 4)
    const early = turns(client).find((turn) => turn.utterance !== '')
    expect(early).toMatchObject({
      end_of_turn: false,
      utterance: 'W000 w001 w002 w003.',
      transcript: 'w000 w001 w002',
    })
  })

  it('the multilingual model formats by itself and does not say so', async () => {
    const { client } = await say({ speech_model: 'universal-streaming-multilingual' })
    expect(finals(client)[0]).toMatchObject({
      turn_is_formatted: false,
      transcript: 'W000 w001 w002 w003.',
    })
  })

  it('has no final before silence, ForceEndpoint, or the end', async () => {
    const said = words(3, { endSilenceMs: 200 })
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(said.samples)
    await pause(500)
    expect(turns(client).length).toBeGreaterThan(0)
    expect(finals(client)).toEqual([])
    await client.sound(new Int16Array(16 * 300))
    await client.until(() => finals(client).length === 1, 'final after silence')
  })

  it('loses the word that is being said when an end is forced', async () => {
    const said = words(4, { endSilenceMs: 2_000 })
    const cut = ((said.words[2]?.startMs ?? 0) + 150) * 16
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(said.samples.subarray(0, cut))
    client.send({ type: 'ForceEndpoint' })
    await client.until(() => finals(client).length === 1, 'forced final')
    await client.sound(said.samples.subarray(cut))
    await client.terminate()
    expect(finals(client).map((turn) => turn.transcript)).toEqual(['w000 w001', 'w003', ''])
  })

  it('leaves a turn without words if a word breaks off', async () => {
    const said = words(1)
    const half = said.samples.slice()
    half.fill(0, ((said.words[0]?.startMs ?? 0) + 120) * 16)
    const client = await connect(service)
    await client.message('Begin')
    await client.sound(half)
    await client.terminate()
    expect(turns(client)[0]?.words.map((word) => word.text)).toEqual(['w0'])
    expect(finals(client)[0]).toMatchObject({ turn_order: 0, transcript: '', words: [] })
  })

  it('sends no partials if they are turned off', async () => {
    const { client } = await say({ include_partial_turns: 'false' })
    expect(turns(client).every((turn) => turn.end_of_turn)).toBe(true)
  })

  it('ends turns later if more silence is requested', async () => {
    const { client } = await say({ min_turn_silence: '1200' })
    expect(finals(client).map((turn) => turn.words.length)).toEqual([8, 0])
  })

  it('counts turns from 0 and times from 0 in every session', async () => {
    const first = await say()
    const second = await say()
    expect(finals(second.client)[0]?.turn_order).toBe(0)
    expect(finals(second.client)[0]?.words[0]?.start).toBe(finals(first.client)[0]?.words[0]?.start)
  })
})

describe('Pro', () => {
  it('replaces whole partials, formatted from the start, with no final word', async () => {
    service.configure({ turns: { proPartialEveryMs: 300 } })
    const { client } = await say(pro)
    const partials = turns(client).filter((turn) => !turn.end_of_turn)
    expect(partials.length).toBeGreaterThan(2)
    for (const partial of partials) {
      expect(partial.turn_is_formatted).toBe(true)
      expect(partial.words.every((word) => !word.word_is_final)).toBe(true)
      expect(partial.transcript).toBe(partial.words.map((word) => word.text).join(' '))
    }
    expect(client.of('SpeechStarted').length).toBeGreaterThan(0)
  })

  it('sends one formatted final for each turn, with its utterance, and no empty one', async () => {
    const { client } = await say({ ...pro, min_turn_silence: '400' })
    expect(finals(client).map((turn) => [turn.transcript, turn.utterance])).toEqual([
      ['W000 w001 w002 w003.', 'W000 w001 w002 w003.'],
      ['W004 w005 w006 w007.', 'W004 w005 w006 w007.'],
    ])
  })

  it('ends a turn at the longest length', async () => {
    service.configure({ turns: { proLongestTurnMs: 1_000 } })
    const { client, said } = await say({ ...pro, min_turn_silence: '5000' })
    expect(finals(client).length).toBeGreaterThan(2)
    expect(numbers(finals(client))).toEqual(said.words.map((word) => word.number))
  })

  it('a forced end keeps the word that is being said for the next turn', async () => {
    const said = words(3)
    const cut = ((said.words[1]?.startMs ?? 0) + 150) * 16
    const client = await connect(service, { ...pro, min_turn_silence: '400' })
    await client.message('Begin')
    await client.sound(said.samples.subarray(0, cut))
    client.send({ type: 'ForceEndpoint' })
    client.send({ type: 'ForceEndpoint' })
    await client.sound(said.samples.subarray(cut))
    await client.terminate()
    expect(numbers(finals(client))).toEqual([0, 1, 2])
  })
})

describe('speakers and languages', () => {
  const labels = { ...pro, speaker_labels: 'true', language_detection: 'true' }

  it('are on finals only', async () => {
    const { client } = await say(labels)
    expect(finals(client).map((turn) => [turn.speaker_label, turn.language_code])).toEqual([
      ['A', 'en'],
      ['B', 'en'],
    ])
    expect(finals(client)[0]?.words[0]?.speaker).toBe('A')
    const partial = turns(client).find((turn) => !turn.end_of_turn)
    expect(partial && 'speaker_label' in partial).toBe(false)
  })

  it('are PENDING on a turn of one word', async () => {
    const { client } = await say(labels, 1)
    expect(finals(client)[0]?.speaker_label).toBe('PENDING')
  })

  it.each(['at-end', 'next-turn'] as const)('are revised %s', async (revisions) => {
    behaviour({ revisions })
    const { client } = await say(labels)
    const revised = client.of('SpeakerRevision').flatMap((message) => message.revisions) as {
      turn_order: number
      speaker_label: string
      words: { text: string; speaker: string }[]
    }[]
    expect(revised[0]).toMatchObject({ turn_order: 0, speaker_label: 'B' })
    expect(revised[0]?.words.map((word) => [word.text, word.speaker])).toEqual([
      [wordText(0).toUpperCase(), 'B'],
      [wordText(1), 'B'],
      [wordText(2), 'B'],
      [`${wordText(3)}.`, 'B'],
    ])
    expect(revised).toHaveLength(revisions === 'at-end' ? 2 : 1)
  })

  it('first words may start early and last ones end late', async () => {
    behaviour({ earlyStartMs: 300 })
    const { client, said } = await say(labels, 4)
    const heard = finals(client)[0]?.words ?? []
    const first = said.words[0]?.startMs ?? 0
    expect(Math.abs((heard[0]?.start ?? 0) - (first - 300))).toBeLessThanOrEqual(20)
    expect(
      Math.abs((heard[3]?.end ?? 0) - ((said.words[3]?.endMs ?? 0) + 240)),
    ).toBeLessThanOrEqual(20)
  })
})
