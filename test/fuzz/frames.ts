import { hostileValue, jsonValues, corrupt } from './hostile'
import type { Draw } from './random'

const types = ['Begin', 'Turn', 'SpeakerRevision', 'Heartbeat', 'Warning', 'SpeechStarted']
const times = [0, 1, -1, -1e9, 500, 10_000, 86_400_001, 1e12, 1e308, 2 ** 53, 0.5]
const orders = [0, 1, 2, 3, 7, 999_999, 1_000_000, 1_000_001, 1e9, -1, 0.5]
const texts = ['one', 'two', '', ' ', '\ud83d', 'a\udc00', '\0', '\u202e', 'x'.repeat(600)]

function word(draw: Draw): Record<string, unknown> {
  return {
    text: draw.pick(texts),
    start: draw.pick(times),
    end: draw.pick(times),
    confidence: draw.pick([0, 0.5, 1, -1, 7, null]),
    word_is_final: draw.chance(0.5),
    speaker: draw.pick(['A', 'UNKNOWN', null, 'B'.repeat(100)]),
  }
}

function wellFormed(draw: Draw): Record<string, unknown> {
  const type = draw.pick(types)
  const words = Array.from({ length: draw.index(6) }, () => word(draw))
  switch (type) {
    case 'Begin':
      return {
        type,
        id: draw.pick(texts),
        expires_at: draw.pick(times),
        configuration: { model: 'x' },
      }
    case 'Turn':
      return {
        turn_order: draw.chance(0.5) ? draw.index(100_000) : draw.pick(orders),
        end_of_turn: draw.chance(0.4),
        transcript: draw.pick(texts),
        words,
        speaker_label: draw.pick(['A', 'PENDING', null]),
        language_code: draw.pick(['en', 'x'.repeat(90), null]),
        type,
      }
    case 'SpeakerRevision': {
      const speaker_label = draw.pick(['A', 'UNKNOWN', null])
      return { type, revisions: [{ turn_order: draw.pick(orders), speaker_label, words }] }
    }
    case 'Heartbeat':
      return {
        type,
        total_audio_received_ms: draw.pick(times),
        total_duration_ms: draw.pick(times),
        realtime_factor: draw.pick(times),
      }
    default:
      return { type, warning_code: draw.pick(jsonValues)() }
  }
}

/** A turn of many words, or a revision of many turns. */
function hugeFrame(draw: Draw): Record<string, unknown> {
  const words = Array.from({ length: 25_000 }, () => word(draw))
  if (draw.chance(0.5)) {
    const turn = { turn_order: draw.index(100), end_of_turn: true, words, type: 'Turn' }
    return { ...turn, transcript: 'x '.repeat(200_000) }
  }
  const revisions = Array.from({ length: 12_000 }, (_, order) => ({
    ...{ turn_order: order, speaker_label: 'B', words: words.slice(0, 2) },
  }))
  return { type: 'SpeakerRevision', revisions }
}

/** One random message of a server, apart from Error and Termination, which end a session. */
export function hostileFrame(draw: Draw): string | ArrayBuffer {
  if (draw.chance(0.0002)) return JSON.stringify(hugeFrame(draw))
  if (draw.chance(0.02)) return new ArrayBuffer(draw.index(64))
  if (draw.chance(0.05)) {
    const value = hostileValue(draw, 'json')
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  const frame = wellFormed(draw)
  if (draw.chance(0.25)) return JSON.stringify(frame)
  if (draw.chance(0.2)) {
    const text = JSON.stringify(frame)
    const at = draw.index(text.length)
    // Cut off, or with a wrong character; 1e999 is too large for a number.
    return draw.chance(0.5)
      ? text.slice(0, at)
      : text.replace(/\d+/, draw.pick(['1e999', '-', '00']))
  }
  const spoilt = JSON.stringify(corrupt(frame, draw, 'json')) ?? 'undefined'
  return /"type":"(Error|Termination)"/.test(spoilt) ? '{}' : spoilt
}
