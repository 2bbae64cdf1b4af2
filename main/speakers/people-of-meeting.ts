import { ok, type Result } from '../../common/errors'
import type { Source, Turn } from '../../common/model'
import type { People } from '../../common/people'
import { msToSamples } from '../../common/time'
import { isSilent, readSamples } from '../audio-files'
import type { Library } from '../library'
import { labelOfTurn, labelWords, type LabelledSpeech } from './label-words'
import { linkPeople, type Person } from './link-people'

/** Sound of this length is told apart at once, in ms: 38 MB of memory here and twice that there. */
const stretchMs = 1_200_000

export interface PeopleOfMeetingOptions {
  readonly library: Pick<Library, 'audioPath' | 'transcript' | 'originalTranscript' | 'turns'>
  /** Tells the people in s16 at 16 kHz apart; `people` is their number, or null: it is found. */
  readonly tellApart: (pcm: Uint8Array, people: number | null) => Promise<Result<People>>
  /** The most people that speak, as a person said; null if nobody said it. */
  readonly mostPeople: number | null
}

/**
 * Gives a speaker to each word and turn of a finished meeting that has none. What the others play is
 * told apart; the microphone is one person then. Without the others' sound the microphone is that of
 * a room. Returns the turns that changed.
 */
export async function labelPeople(
  meetingId: string,
  { library, tellApart, mostPeople }: PeopleOfMeetingOptions,
): Promise<Result<Turn[]>> {
  const known = library.originalTranscript(meetingId)
  if (!known.ok) return known
  const { meeting, turns } = known.value
  if (turns.some(({ speaker }) => speaker !== null)) return ok([])
  const sources = meeting.audio.map(({ source }) => source)
  const source = sources.includes('system') ? 'system' : sources[0]
  if (source === undefined) return ok([])
  const speech = await speechOf(library.audioPath(meetingId, source), meeting.durationMs, {
    tellApart,
    mostPeople,
  })
  if (!speech.ok) return speech
  return storeLabels(library, { meetingId, source, turns, speech: speech.value })
}

async function speechOf(
  path: string,
  durationMs: number,
  { tellApart, mostPeople }: Pick<PeopleOfMeetingOptions, 'tellApart' | 'mostPeople'>,
): Promise<Result<LabelledSpeech[]>> {
  const speech: LabelledSpeech[] = []
  let known: readonly Person[] = []
  for (let startMs = 0; startMs < durationMs; startMs += stretchMs) {
    const end = msToSamples(Math.min(durationMs, startMs + stretchMs))
    const sound = await readSamples(path, msToSamples(startMs), end)
    if (!sound.ok) return sound
    if (isSilent(sound.value.pcm)) continue
    let told = await tellApart(sound.value.pcm, null)
    if (told.ok && mostPeople !== null && told.value.voices.length > mostPeople) {
      told = await tellApart(sound.value.pcm, mostPeople)
    }
    if (!told.ok) return told
    const linked = linkPeople(known, told.value.voices, mostPeople)
    known = linked.people
    for (const part of told.value.speech) {
      const label = linked.labels.get(part.speaker)
      if (label === undefined) continue
      speech.push({ label, startMs: startMs + part.startMs, endMs: startMs + part.endMs })
    }
  }
  return ok(speech)
}

interface Found {
  readonly meetingId: string
  readonly source: Source
  readonly turns: readonly Turn[]
  readonly speech: readonly LabelledSpeech[]
}

function storeLabels(
  library: Pick<Library, 'turns'>,
  { meetingId, source, turns, speech }: Found,
): Result<Turn[]> {
  const changed: Turn[] = []
  for (const turn of turns.filter((one) => one.source === source && one.isFinal)) {
    const labels = labelWords(turn.words, speech)
    const speaker = labelOfTurn(turn.words, labels)
    if (speaker === null) continue
    const words = turn.words.map((word, index) => ({ ...word, speaker: labels[index] ?? speaker }))
    const { sessionId, turnOrder } = turn
    const stored = library.turns.revise(meetingId, sessionId, [{ turnOrder, speaker, words }])
    if (!stored.ok) return stored
    changed.push(...stored.value)
  }
  return ok(changed)
}
