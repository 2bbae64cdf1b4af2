import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './expect'
import { messages } from '../../common/text/window'
import { ok } from '../../common/errors'
import { allWords } from '../../common/model/packed'
import { unpackTranscript } from '../../common/packed-transcript'
import type {
  Gap,
  SettingsPatch,
  Source,
  Transcript,
  Turn,
  TurnPlace,
  Word,
} from '../../common/model'
import { createToneDecoder } from '../speech/decoder'
import {
  toneSpeech,
  wordNumbers,
  type ToneOptions,
  type ToneSpeech,
  type ToneWord,
} from '../speech/tones'
import type { Service } from '../service/service'
import { unwrap } from '../unwrap'
import { readWav, writeWav } from '../speech/wav'
import type { Parley } from './app'
import { goodKey } from './service-key'

/** No processing of the microphone: no filters, no automatic level. */
export const unprocessed: SettingsPatch = {
  processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
}

/** Writes tone-coded speech for the fake microphone, with time for it to open before the first word. */
export function microphoneFile(
  folder: string,
  options: ToneOptions,
): { path: string; said: ToneSpeech } {
  const said = toneSpeech({ startSilenceMs: 1_000, ...options })
  const path = join(folder, 'microphone.wav')
  writeWav(path, said)
  return { path, said }
}

/** Writes tone-coded speech for a real device. Returns the path. */
export function toneFile(path: string, options: ToneOptions): string {
  writeWav(path, toneSpeech({ startSilenceMs: 300, ...options }))
  return path
}

/** Returns this many numbers, from the first one on. */
export function count(first: number, many: number): number[] {
  return Array.from({ length: many }, (_, index) => first + index)
}

/** Its turns end at pauses that tone-coded speech has, and it has most forms of messages. */
export const serviceModel = 'universal-streaming-english'

/** Puts the good key in use and records through the service, without processing. */
export async function chooseService(
  parley: Parley,
  keep: 'memory' | 'keychain' = 'memory',
): Promise<void> {
  const key = { name: 'Work', zone: 'default', key: goodKey, keep } as const
  const { id } = await parley.value('keys:add', key)
  await parley.value('keys:use', { id })
  await parley.value('settings:set', { engine: 'service', serviceModel, ...unprocessed })
}

export const recordButton = (window: Page) =>
  window.getByRole('button', { name: messages.shell.newRecording })
export const stopButton = (window: Page) =>
  window.getByRole('button', { name: new RegExp(`^${messages.meeting.live.stop}\\b`) })

/** Presses Record. Returns the meeting's id when it records. */
export async function record(parley: Parley): Promise<string> {
  await recordButton(parley.window).click()
  await expect(stopButton(parley.window)).toBeVisible()
  return recordingId(parley)
}

/** Waits until a meeting is recorded. Returns its id. */
export async function recordingId(parley: Pick<Parley, 'value'>): Promise<string> {
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).state)
    .toBe('recording')
  const { meetingId } = await parley.value('recording:status', undefined)
  if (meetingId === null) throw new Error('A recording without a meeting')
  return meetingId
}

/** Presses Stop and waits until everything is written. */
export async function stop(parley: Parley): Promise<void> {
  await stopButton(parley.window).click()
  await waitForIdle(parley)
}

export async function waitForIdle(parley: Parley): Promise<void> {
  await expect
    .poll(async () => (await parley.value('recording:status', undefined)).state, {
      timeout: 20_000,
    })
    .toBe('idle')
}

export async function transcript(parley: Pick<Parley, 'value'>, id: string): Promise<Transcript> {
  const text = await parley.value('meetings:get', { id })
  const ask = async (after: TurnPlace | null) =>
    ok(await parley.value('meetings:words', { id, after }))
  return unpackTranscript(text, unwrap(await allWords(ask)))
}

export const finalTurns = (transcript: Transcript): Turn[] =>
  transcript.turns.filter((turn) => turn.isFinal).sort((a, b) => a.startMs - b.startMs)

/** The numbers of tone words in the finals, in the order of the meeting; of one source, or of all. */
export function finalNumbers(transcript: Transcript, source?: Source): number[] {
  return finalTurns(transcript)
    .filter((turn) => source === undefined || turn.source === source)
    .flatMap((turn) => wordNumbers(turn.text))
}

/** Waits until this word, or a later one, is in the meeting. */
export async function waitForWord(
  parley: Parley,
  id: string,
  { number, withinMs }: { readonly number: number; readonly withinMs: number },
): Promise<void> {
  const last = async (): Promise<number> => {
    const { turns } = await transcript(parley, id)
    return Math.max(-1, ...turns.flatMap((turn) => wordNumbers(turn.text)))
  }
  await expect
    .poll(last, { timeout: withinMs, message: `word ${number} in the meeting` })
    .toBeGreaterThanOrEqual(number)
}

/** The path of the stored audio of one source of a meeting, or of the only one. */
export function storedSound(parley: Parley, id: string, source?: Source): string {
  const files = filesBelow(parley.dataFolder).filter(
    (path) => path.includes(id) && path.endsWith(`${source ?? ''}.wav`),
  )
  if (files.length !== 1 || !files[0]) throw new Error(`Sound files: ${files.join(', ')}`)
  return files[0]
}

/** The tone words of a WAV of 16 kHz, with their times. */
export function wordsOfWav(path: string): ToneWord[] {
  const { sampleRate, samples } = readWav(path)
  const decoder = createToneDecoder(sampleRate)
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  return [...decoder.push(bytes), ...decoder.flush()]
}

/** Up to this, in ms, a busy computer keeps Chromium's fake microphone from delivering. */
const longestHoleMs = 1_000
/** A hole can break two words, with the pauses around them. */
const brokenMs = 2_000

const isHole = ({ reason, startMs, endMs }: Gap) =>
  reason === 'device' && endMs - startMs <= longestHoleMs

/** The gaps apart from short holes that the device left, which tell of the computer and not of the app. */
export const withoutHoles = (gaps: readonly Gap[]): Gap[] => gaps.filter((gap) => !isHole(gap))

/** Whether the meeting says that a short hole of the device is where this word should be. */
function isInHole(number: number, heard: readonly ToneWord[], gaps: readonly Gap[]): boolean {
  const fromMs = heard.findLast((word) => word.number < number)?.endMs ?? 0
  const toMs = heard.find((word) => word.number > number)?.startMs ?? Infinity
  return gaps
    .filter(isHole)
    .filter(({ startMs, endMs }) => startMs < toMs && endMs > fromMs)
    .some(({ startMs, endMs }) => toMs - fromMs <= endMs - startMs + brokenMs)
}

/**
 * Expects that text and audio have each of `said` words once and in order, and each word at most
 * `withinMs` from its place in the sound.
 */
export async function expectEveryWord(
  parley: Parley,
  id: string,
  { said, withinMs = 100 }: { readonly said: number; readonly withinMs?: number },
): Promise<Transcript> {
  const meeting = await transcript(parley, id)
  const sound = wordsOfWav(storedSound(parley, id))
  const heard = sound.map((word) => word.number)
  const all = Array.from({ length: said }, (_, index) => index)
  const expected = all.filter(
    (number) => heard.includes(number) || !isInHole(number, sound, meeting.gaps),
  )
  // Two checks, so that a failure shows whether the audio or its text is incomplete.
  expect(heard, 'words in the sound').toEqual(expected)
  expect(finalNumbers(meeting), 'words in the text').toEqual(heard)
  expect(meeting.turns.filter((turn) => !turn.isFinal)).toEqual([])
  const words = finalTurns(meeting).flatMap((turn) => turn.words)
  const off = words.map((word, index) => offBy(word, sound[index]))
  expect(Math.max(...off), 'ms between a word and its sound').toBeLessThanOrEqual(withinMs)
  return meeting
}

function offBy(word: Word, heard: ToneWord | undefined): number {
  if (!heard) return Infinity
  return Math.max(Math.abs(word.startMs - heard.startMs), Math.abs(word.endMs - heard.endMs))
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** The files below a folder that contain this text, as UTF-8 or UTF-16. */
export function filesWith(folder: string, text: string): string[] {
  const needles = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path)
    return needles.some((needle) => bytes.includes(needle))
  })
}

export interface ToneRecording extends ToneOptions {
  /** The word to wait for, and for how long. */
  readonly heard: number
  readonly withinMs: number
}

/** Starts an app that records tone-coded speech through the service, and waits for a word. */
export async function recordTones(
  launch: (options: { microphone: string }) => Promise<Parley>,
  folder: string,
  { heard, withinMs, ...speech }: ToneRecording,
): Promise<{ parley: Parley; id: string; path: string }> {
  const { path } = microphoneFile(folder, speech)
  const parley = await launch({ microphone: path })
  await chooseService(parley)
  const id = await record(parley)
  await waitForWord(parley, id, { number: heard, withinMs })
  return { parley, id, path }
}

/** The paths of the pre-recorded jobs that the app has asked about. */
export function jobsAsked(service: Service): Set<string> {
  const asked = service.log.requests.filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/v2/transcript/'),
  )
  return new Set(asked.map(({ path }) => path))
}

/** Makes the next file dialogs return these files. */
export async function chooseFiles({ app }: Parley, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
  }, paths)
}

/** Imports a file and waits for its words. Returns the id of its meeting. */
export async function bringIn(parley: Parley, path: string): Promise<string> {
  const meetings = () => parley.meetings()
  const before = new Set((await meetings()).map(({ id }) => id))
  const added = async () => (await meetings()).find(({ id }) => !before.has(id))
  await chooseFiles(parley, [path])
  await parley.value('imports:choose-files', undefined)
  await expect.poll(async () => (await added())?.textPercent, { timeout: 60_000 }).toBe(100)
  return (await added())?.id ?? ''
}
