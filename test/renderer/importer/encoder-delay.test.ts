import { describe, expect, test } from 'vitest'
import { encoderDelay } from '../../../renderer/importer/encoder-delay'

const frame = (samples: number, rate = 8_000) => ({ rate, planes: [new Float32Array(samples)] })
const mp3 = 'MP3 (MPEG audio layer 3)'
const aac = 'AAC (Advanced Audio Coding)'

describe('the delay of an encoder', () => {
  test('of MP3 is that of LAME and its relatives, unless the file has taken it away', () => {
    expect(encoderDelay(false, mp3, frame(576))).toBeCloseTo(1_105 / 8_000)
    expect(encoderDelay(false, mp3, frame(1_152, 44_100))).toBeCloseTo(1_105 / 44_100)
    expect(encoderDelay(false, mp3, frame(47))).toBe(0)
  })

  test('of AAC and WMA is a frame', () => {
    expect(encoderDelay(false, aac, frame(1_024))).toBeCloseTo(0.128)
    expect(encoderDelay(false, 'Windows Media Audio 2', frame(512))).toBeCloseTo(0.064)
  })

  test('is nothing if the file says so itself, and for other codecs', () => {
    expect(encoderDelay(true, aac, frame(1_024))).toBe(0)
    expect(encoderDelay(false, 'Opus', frame(960))).toBe(0)
  })
})
