import { fail, ok, type Result } from '../../common/errors'
import type { Turn, TurnId } from '../../common/model'
import { meanVector } from '../../common/people'
import { isUnnamed, speakerLabel } from '../../common/speaker-name'
import { msToSamples } from '../../common/time'
import { readSamples } from '../audio-files'
import type { Library } from '../library'

/** A voice is described by its longest turns: this much of each, of all, and at least, in ms. */
const longestPieceMs = 8_000
const longestMs = 32_000
const leastMs = 5_000

export interface DescribeSpeakerOptions {
  readonly library: Pick<Library, 'audioPath' | 'turns'>
  readonly describe: (
    pieces: readonly Uint8Array[],
  ) => Promise<Result<readonly (readonly number[] | null)[]>>
}

/**
 * Describes the voice of the speaker of this turn, who must have a name, by their longest turns of the
 * same source. Errors: voice-no-name, voice-too-short, and those of the library and of `describe`.
 */
export async function describeSpeaker(
  meetingId: string,
  { sessionId, turnOrder }: TurnId,
  { library, describe }: DescribeSpeakerOptions,
): Promise<Result<{ readonly name: string; readonly vector: readonly number[] }>> {
  const turns = library.turns.list(meetingId)
  if (!turns.ok) return turns
  const asked = turns.value.find(
    (turn) => turn.sessionId === sessionId && turn.turnOrder === turnOrder,
  )
  const name = speakerLabel(asked?.speaker ?? null)
  if (!asked || name === null || isUnnamed(name)) return fail('voice-no-name')
  const own = turns.value.filter(
    (turn) => turn.speaker === asked.speaker && turn.source === asked.source && !turn.echo,
  )
  const pieces: Uint8Array[] = []
  for (const [startMs, endMs] of longestOf(own)) {
    const path = library.audioPath(meetingId, asked.source)
    const sound = await readSamples(path, msToSamples(startMs), msToSamples(endMs))
    if (!sound.ok) return sound
    pieces.push(sound.value.pcm)
  }
  const lengthMs = pieces.reduce((sum, pcm) => sum + pcm.length / 32, 0)
  if (lengthMs < leastMs) return fail('voice-too-short')
  const described = await describe(pieces)
  if (!described.ok) return described
  const vector = meanVector(
    described.value.map((one, order) => [one, pieces[order]?.length ?? 0] as const),
  )
  return vector === null ? fail('voice-too-short') : ok({ name, vector })
}

function longestOf(turns: readonly Turn[]): (readonly [number, number])[] {
  const byLength = [...turns].sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
  let left = longestMs
  return byLength.flatMap(({ startMs, endMs }) => {
    const length = Math.min(endMs - startMs, longestPieceMs, left)
    left -= length
    return length > 0 ? [[startMs, startMs + length] as const] : []
  })
}
