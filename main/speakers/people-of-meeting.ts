import { ok, type Result } from '../../common/errors'
import type { PeopleCount, Source, Turn } from '../../common/model'
import type { People } from '../../common/people'
import { msToSamples } from '../../common/time'
import { isSilent, readSamples } from '../audio-files'
import type { Library } from '../library'
import { keepLabels } from './keep-labels'
import { labelOfTurn, labelWords, type LabelledSpeech } from './label-words'
import { joinPeople, linkPeople, type Person } from './link-people'

/** Sound of this length is told apart at once, in ms: 38 MB of memory here and twice that there. */
const stretchMs = 1_200_000

export interface PeopleOfMeetingOptions {
  readonly library: Pick<Library, 'audioPath' | 'originalTranscript' | 'turns'>
  /** Tells the people in s16 at 16 kHz apart; `people` is their number, or null: it is found. */
  readonly tellApart: (pcm: Uint8Array, people: number | null) => Promise<Result<People>>
  /** How many people speak, as a person said. */
  readonly count: PeopleCount
}

/** Who speaks in a meeting, and the turns that changed. */
export interface LabelledMeeting {
  readonly changed: readonly Turn[]
  readonly people: readonly Person[]
}

/** The source in which people are told apart: the others' sound, or else the room of the microphone. */
export function sourceToTellApart(sources: readonly Source[]): Source | undefined {
  return sources.includes('system') ? 'system' : sources[0]
}

/**
 * Gives a speaker to each word and turn of a finished meeting. What the others play is told apart;
 * the microphone is one person then. Without the others' sound the microphone is that of a room. Who
 * has a label already keeps it.
 */
export async function labelPeople(
  meetingId: string,
  { library, tellApart, count }: PeopleOfMeetingOptions,
): Promise<Result<LabelledMeeting>> {
  const known = library.originalTranscript(meetingId)
  if (!known.ok) return known
  const { meeting } = known.value
  const source = sourceToTellApart(meeting.audio.map((audio) => audio.source))
  if (source === undefined) return ok({ changed: [], people: [] })
  const sound = { path: library.audioPath(meetingId, source), durationMs: meeting.durationMs }
  const found = await countedSpeech((people) => speechOf(sound, tellApart, people), count)
  if (!found.ok) return found
  const turns = known.value.turns.filter((turn) => turn.source === source && turn.isFinal)
  const labels = keepLabels(found.value.speech, turns)
  const named = <T extends { readonly label: string }>(one: T): T => ({
    ...one,
    label: labels.get(one.label) ?? one.label,
  })
  const speech = found.value.speech.map(named)
  const changed = storeLabels(library, { meetingId, turns, speech })
  if (!changed.ok) return changed
  return ok({ changed: changed.value, people: found.value.people.map(named) })
}

interface Found {
  readonly speech: readonly LabelledSpeech[]
  readonly people: readonly Person[]
}

/**
 * Finds the people, and holds their number to what was said. Where fewer are found than speak, each
 * stretch is told apart into as many as speak, and what is most alike is joined.
 */
async function countedSpeech(
  find: (people: number | null) => Promise<Result<Found>>,
  { most, exact }: PeopleCount,
): Promise<Result<Found>> {
  let found = await find(null)
  if (most === null || !found.ok) return found
  if (exact && found.value.people.length > 0 && found.value.people.length < most) {
    found = await find(most)
    if (!found.ok) return found
  }
  const { people, labels } = joinPeople(found.value.people, most)
  const speech = found.value.speech.map((part) => ({
    ...part,
    label: labels.get(part.label) ?? part.label,
  }))
  return ok({ speech, people })
}

async function speechOf(
  { path, durationMs }: { readonly path: string; readonly durationMs: number },
  tellApart: PeopleOfMeetingOptions['tellApart'],
  people: number | null,
): Promise<Result<Found>> {
  const speech: LabelledSpeech[] = []
  let known: readonly Person[] = []
  for (let startMs = 0; startMs < durationMs; startMs += stretchMs) {
    const end = msToSamples(Math.min(durationMs, startMs + stretchMs))
    const sound = await readSamples(path, msToSamples(startMs), end)
    if (!sound.ok) return sound
    if (isSilent(sound.value.pcm)) continue
    const told = await tellApart(sound.value.pcm, people)
    if (!told.ok) return told
    const linked = linkPeople(known, told.value.voices)
    known = linked.people
    for (const part of told.value.speech) {
      const label = linked.labels.get(part.speaker)
      if (label === undefined) continue
      speech.push({ label, startMs: startMs + part.startMs, endMs: startMs + part.endMs })
    }
  }
  return ok({ speech, people: known })
}

interface Labelled {
  readonly meetingId: string
  readonly turns: readonly Turn[]
  readonly speech: readonly LabelledSpeech[]
}

function storeLabels(
  library: Pick<Library, 'turns'>,
  { meetingId, turns, speech }: Labelled,
): Result<Turn[]> {
  const changed: Turn[] = []
  for (const turn of turns) {
    const labels = labelWords(turn.words, speech)
    const speaker = labelOfTurn(turn.words, labels)
    if (speaker === null) continue
    const words = turn.words.map((word, index) => ({ ...word, speaker: labels[index] ?? speaker }))
    const isSame =
      turn.speaker === speaker &&
      turn.words.every((word, index) => word.speaker === words[index]?.speaker)
    if (isSame) continue
    const { sessionId, turnOrder } = turn
    const stored = library.turns.revise(meetingId, sessionId, [{ turnOrder, speaker, words }])
    if (!stored.ok) return stored
    changed.push(...stored.value)
  }
  return ok(changed)
}
