import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effort } from '../../../effort'
import { hostileFrame } from '../../../fuzz/frames'
import { createDraw } from '../../../fuzz/random'
import { parseServerMessage } from '../../../../renderer/recorder/streaming/protocol'
import { parseBySchema } from './protocol-schema'

const captured = [
  '{"type":"Begin","id":"12c77068-02b3-4941-a960-275a65230e31","expires_at":1790221526,"configuration":{"model":"universal-3-5-pro","mode":"balanced","api_version":"2025-05-12","speaker_labels":false,"redact_pii":false,"filter_profanity":false,"domain":null,"voice_focus":null}}',
  '{"type":"Begin","id":"a","expires_at":1790221526}',
  '{"type":"SpeechStarted","timestamp":1216,"confidence":0.987654}',
  '{"turn_order":0,"turn_is_formatted":false,"end_of_turn":false,"transcript":"the quick","end_of_turn_confidence":0.000036,"words":[{"start":560,"end":640,"text":"the","confidence":0.843129,"word_is_final":true}],"utterance":"","type":"Turn"}',
  '{"turn_order":1,"turn_is_formatted":false,"end_of_turn":true,"transcript":"","end_of_turn_confidence":0.265551,"words":[],"utterance":"","type":"Turn"}',
  '{"type":"SpeakerRevision","revisions":[{"turn_order":1,"speaker_label":"B","words":[{"start":10355,"end":11615,"text":"Thanks,","confidence":0.796582,"speaker":"A","word_is_final":true}]}]}',
  '{"type":"Heartbeat","total_audio_received_ms":9888,"total_duration_ms":10096,"realtime_factor":0.9983,"max_speech_probability":0.999999}',
  '{"type":"Warning","warning_code":1234,"warning":"…"}',
  '{"type":"Error","error_code":3006,"error":"User Input Validation Error: Invalid Message"}',
  '{"type":"Termination","audio_duration_seconds":69,"session_duration_seconds":73}',
]

describe('messages of the server', () => {
  it.each(captured)('are read as they were captured: %s', (text) => {
    expect(parseServerMessage(text).known).toBe(true)
  })

  it('are read wherever the type is', () => {
    const parsed = parseServerMessage(captured[3])
    expect(parsed.known && parsed.message.type).toBe('Turn')
  })

  it('keep a turn if some of its words are invalid', () => {
    const parsed = parseServerMessage(
      '{"turn_order":0,"end_of_turn":true,"transcript":"a b","words":[{"text":"a","start":1,"end":2},7,{"text":"b","start":"x","end":3},null],"type":"Turn"}',
    )
    expect(parsed).toMatchObject({
      known: true,
      message: { transcript: 'a b', words: [{ text: 'a', start: 1, end: 2 }] },
    })
  })

  it.each([
    ['{"type":"Silence","start_ms":0,"end_ms":1000}', 'Silence'],
    ['{"type":"toString"}', 'toString'],
    ['{"type":"__proto__"}', '__proto__'],
    [`{"type":"${'x'.repeat(500)}"}`, 'x'.repeat(80)],
    ['{"type":"Turn","turn_order":"first"}', 'malformed Turn'],
    [
      '{"type":"Turn","turn_order":-1,"end_of_turn":true,"transcript":"","words":[]}',
      'malformed Turn',
    ],
    ['{"type":5}', 'malformed'],
    ['[]', 'malformed'],
    ['null', 'malformed'],
    ['{', 'malformed'],
    ['', 'malformed'],
    [new ArrayBuffer(4), 'malformed'],
  ])('that the protocol does not know are counted: %s', (data, messageType) => {
    expect(parseServerMessage(data)).toEqual({ known: false, messageType })
  })

  it('are accepted exactly if the schema of the protocol accepts them, with the same content', () => {
    const draw = createDraw(4)
    let accepted = 0
    for (let index = 0; index < effort({ short: 8_000, long: 20_000 }); index += 1) {
      const frame = hostileFrame(draw)
      if (typeof frame !== 'string') continue
      let message: unknown
      try {
        message = JSON.parse(frame)
      } catch {
        continue
      }
      if (typeof message !== 'object' || message === null || !('type' in message)) continue
      if (typeof message.type !== 'string') continue
      const parsed = parseServerMessage(frame)
      const expected = parseBySchema(message as { type: string })
      expect(parsed.known ? parsed.message : null, frame.slice(0, 400)).toEqual(expected)
      if (parsed.known) accepted += 1
    }
    expect(accepted).toBeGreaterThan(400)
  })

  it('never throw, whatever they are', () => {
    fc.assert(fc.property(fc.anything(), (data) => void parseServerMessage(data)))
    fc.assert(fc.property(fc.json(), (text) => void parseServerMessage(text)))
    const types = fc.constantFrom('Begin', 'Turn', 'SpeakerRevision', 'Heartbeat', 'Error')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), types, (fields, type) => {
        parseServerMessage(JSON.stringify({ ...fields, type }))
      }),
    )
  })
})
