import { expect, test } from 'vitest'
import { createTrackSound } from '../../../renderer/importer/track-sound'

test('a frame after a hole survives that the resampler moves the memory of its planes', () => {
  const samples: number[] = []
  const plane = Float32Array.of(0.25, 0.5)
  const sound = createTrackSound({
    ...{ zeroSeconds: 0, mayRestart: false, onlyFirstStamp: false, gain: 1 },
    delayOf: () => 0,
    resampler: {
      process: (_rate, input) => {
        if (plane.length > 0) structuredClone(plane, { transfer: [plane.buffer] })
        return input
      },
      flush: () => new Float32Array(0),
    },
    take: (given) => void samples.push(...given),
  })
  sound.add({ stream: 0, timeSeconds: 2, rate: 1_000, planes: [plane], channels: [2] })
  expect(plane).toHaveLength(0)
  expect(samples).toHaveLength(2_002)
  expect(samples.slice(-2)).toEqual([0.25, 0.5])
})
