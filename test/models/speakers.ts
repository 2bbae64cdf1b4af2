import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SpeakerModels } from '../../main/local-engine/speakers/speaker-models'
import { attribute, floats, longs, node, onnx, value } from './onnx'
import { noise } from './sounds'

const { int, ints } = attribute

/** Loud frames with gaps under 0.6 s closed; each stretch is the next of three local speakers. */
function segmentation(): Buffer {
  const gap = 37
  const pad = (gap - 1) / 2
  const pool = [ints('kernel_shape', [gap]), ints('strides', [1]), ints('pads', [pad, pad])]
  const weights = new Array<number>(28).fill(-1)
  for (let index = 0; index < 4; index += 1) weights[index * 7 + index] = 10
  return onnx({
    nodes: [
      node('Abs', [['x'], ['a']]),
      node('AveragePool', [['a'], ['p']], [ints('kernel_shape', [991]), ints('strides', [270])]),
      node('Greater', [['p', 'th'], ['gb']]),
      node('Cast', [['gb'], ['g']], [int('to', 1)]),
      node('MaxPool', [['g'], ['dil']], pool),
      node('Neg', [['dil'], ['nd']]),
      node('MaxPool', [['nd'], ['ne']], pool),
      node('Neg', [['ne'], ['loud']]),
      node('Conv', [['loud', 'k'], ['df']], [ints('kernel_shape', [2]), ints('pads', [1, 0])]),
      node('Relu', [['df'], ['on']]),
      node('CumSum', [['on', 'ax2'], ['cs']]),
      node('Cast', [['cs'], ['ci']], [int('to', 7)]),
      node('Mod', [['ci', 'three'], ['mi']]),
      node('Transpose', [['mi'], ['mt']], [ints('perm', [0, 2, 1])]),
      node('Equal', [['mt', 'ids'], ['eqb']]),
      node('Cast', [['eqb'], ['eq']], [int('to', 1)]),
      node('Transpose', [['loud'], ['lt']], [ints('perm', [0, 2, 1])]),
      node('Mul', [['eq', 'lt'], ['sp']]),
      node('Sub', [['one', 'lt'], ['no']]),
      node('Concat', [['no', 'sp'], ['c4']], [int('axis', 2)]),
      node('MatMul', [['c4', 'w'], ['y']]),
    ],
    constants: [
      floats('th', [1], [0.006]),
      floats('k', [1, 1, 2], [-1, 1]),
      longs('ax2', [], [2]),
      longs('three', [1], [3]),
      longs('ids', [1, 1, 3], [0, 1, 2]),
      floats('one', [1], [1]),
      floats('w', [4, 7], weights),
    ],
    inputs: [value('x', 'float', ['N', 1, 'T'])],
    outputs: [value('y', 'float', ['N', 'F', 7])],
    metadata: {
      ...{ num_speakers: 3, powerset_max_classes: 2, num_classes: 7, sample_rate: 16_000 },
      ...{ window_size: 160_000, receptive_field_size: 991, receptive_field_shift: 270 },
      model_type: 'pyannote-segmentation-3.0',
    },
  })
}

const bands = 80
/** The mean of each of 80 bands, without the loudness: enough to tell made voices apart. */
function embedding(): Buffer {
  return onnx({
    nodes: [
      node('ReduceMean', [['x'], ['m']], [ints('axes', [1]), int('keepdims', 0)]),
      node('ReduceMean', [['m'], ['mm']], [ints('axes', [1]), int('keepdims', 1)]),
      node('Sub', [['m', 'mm'], ['embs']]),
    ],
    inputs: [value('x', 'float', ['N', 'T', bands])],
    outputs: [value('embs', 'float', ['N', bands])],
    metadata: {
      ...{ framework: 'wespeaker', language: 'none', output_dim: bands, sample_rate: 16_000 },
      normalize_samples: 0,
    },
  })
}

/** Writes both graphs with the inputs, outputs and metadata of pyannote 3.0 and WeSpeaker. */
export function writeSpeakerModels(folder: string): SpeakerModels {
  mkdirSync(folder, { recursive: true })
  const models = {
    segmentation: join(folder, 'segmentation.onnx'),
    embedding: join(folder, 'embedding.onnx'),
  }
  writeFileSync(models.segmentation, segmentation())
  writeFileSync(models.embedding, embedding())
  return models
}

export interface MadeSpeech {
  /** Which voice: each has its sound at another pitch. */
  readonly voice: 0 | 1 | 2
  readonly startMs: number
  readonly endMs: number
}

const pitches = [180, 900, 6_000]

/** Made voices: noise around a pitch, and near silence between them. 16 kHz. */
export function madeMeeting(speech: readonly MadeSpeech[], lengthMs: number): Float32Array {
  const next = noise()
  const samples = Float32Array.from({ length: lengthMs * 16 }, () => 0.0001 * next())
  for (const { voice, startMs, endMs } of speech) {
    const angle = (2 * Math.PI * (pitches[voice] ?? 0)) / 16_000
    const ring = 0.985
    let [one, two] = [0, 0]
    for (let index = startMs * 16; index < endMs * 16; index += 1) {
      const now = 0.01 * next() + 2 * ring * Math.cos(angle) * one - ring * ring * two
      two = one
      one = now
      samples[index] = (samples[index] ?? 0) + Math.max(-0.9, Math.min(0.9, now))
    }
  }
  return samples
}
