import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribute, floats, longs, node, onnx, value } from './onnx'

/** What the made transducers hear: each rise of loudness is the next of these tokens. */
const heardTokens = ['▁al', 'pha', '▁be', 'ta', '▁gam', 'ma', '.']
const size = heardTokens.length
const blank = size

const ints = attribute.ints
const loudness = [
  node('ReduceMean', [['audio_signal'], ['e']], [ints('axes', [1]), attribute.int('keepdims', 1)]),
  node('AveragePool', [['e'], ['p']], [ints('kernel_shape', [8]), ints('strides', [8])]),
  node('Div', [['length', 'eight'], ['encoded_lengths']]),
]
const loudnessConstants = [longs('eight', [1], [8]), floats('k', [1, 1, 2], [-1, 1])]
/** What the runtime needs is last: a file that is cut anywhere lacks it. */
const common = {
  normalize_type: '',
  pred_rnn_layers: 1,
  pred_hidden: 1,
  subsampling_factor: 8,
  vocab_size: size,
}

/** An encoder that is 1 where a step of 80 ms is louder than the mean and the one before is not. */
function wholeEncoder(): Buffer {
  return onnx({
    nodes: [
      ...loudness,
      node('ReduceMean', [['p'], ['pm']], [ints('axes', [2]), attribute.int('keepdims', 1)]),
      node('Greater', [['p', 'pm'], ['lb']]),
      node('Cast', [['lb'], ['l']], [attribute.int('to', 1)]),
      node('Conv', [['l', 'k'], ['df']], [ints('kernel_shape', [2]), ints('pads', [1, 0])]),
      node('Relu', [['df'], ['outputs']]),
    ],
    constants: loudnessConstants,
    inputs: [value('audio_signal', 'float', ['N', 80, 'T']), value('length', 'long', ['N'])],
    outputs: [value('outputs', 'float', ['N', 1, 'F']), value('encoded_lengths', 'long', ['N'])],
    metadata: { model_type: 'EncDecRNNTBPEModel', url: 'made-tdt', feat_dim: 80, ...common },
  })
}

const caches = ['cache_last_channel', 'cache_last_time']
/** The same in pieces: the loudness flag and the count of rises are carried in the caches. */
function streamingEncoder(): Buffer {
  const one = ['N', 1, 1, 1]
  return onnx({
    nodes: [
      ...loudness,
      node('Greater', [['p', 'line'], ['lb']]),
      node('Cast', [['lb'], ['l']], [attribute.int('to', 1)]),
      node('Reshape', [['cache_last_time', 's3'], ['prev']]),
      node('Concat', [['prev', 'l'], ['lp']], [attribute.int('axis', 2)]),
      node('Conv', [['lp', 'k'], ['df']], [ints('kernel_shape', [2])]),
      node('Relu', [['df'], ['on']]),
      node('Reshape', [['cache_last_channel', 's3'], ['c0']]),
      node('CumSum', [['on', 'ax2'], ['cs']]),
      node('Add', [['cs', 'c0'], ['cnt']]),
      node('Sub', [['cnt', 'one'], ['cm']]),
      node('Cast', [['cm'], ['ci']], [attribute.int('to', 7)]),
      node('Mod', [['ci', 'vv'], ['mi']]),
      node('Equal', [['mi', 'ids'], ['eqb']]),
      node('Cast', [['eqb'], ['eq']], [attribute.int('to', 1)]),
      node('Mul', [['eq', 'on'], ['outputs']]),
      node('ReduceMax', [['cnt'], ['cl']], [ints('axes', [2]), attribute.int('keepdims', 1)]),
      node('Reshape', [['cl', 's4'], ['cache_last_channel_next']]),
      node('Slice', [['l', 'm1', 'big', 'ax2v'], ['ll']]),
      node('Reshape', [['ll', 's4'], ['cache_last_time_next']]),
      node('Identity', [['cache_last_channel_len'], ['cache_last_channel_next_len']]),
    ],
    constants: [
      ...loudnessConstants,
      floats('line', [1], [-9]),
      longs('s3', [3], [-1, 1, 1]),
      longs('s4', [4], [-1, 1, 1, 1]),
      longs('ax2', [], [2]),
      longs('ax2v', [1], [2]),
      longs('m1', [1], [-1]),
      longs('big', [1], [9_999]),
      floats('one', [1], [1]),
      longs('vv', [1], [size]),
      longs(
        'ids',
        [1, size, 1],
        heardTokens.map((_, index) => index),
      ),
    ],
    inputs: [
      value('audio_signal', 'float', ['N', 80, 'T']),
      value('length', 'long', ['N']),
      ...caches.map((name) => value(name, 'float', one)),
      value('cache_last_channel_len', 'long', ['N']),
    ],
    outputs: [
      value('outputs', 'float', ['N', size, 'F']),
      value('encoded_lengths', 'long', ['N']),
      ...caches.map((name) => value(`${name}_next`, 'float', one)),
      value('cache_last_channel_next_len', 'long', ['N']),
    ],
    metadata: {
      ...common,
      window_size: 16,
      chunk_shift: 16,
      ...Object.fromEntries(
        caches.flatMap((name) => [1, 2, 3].map((dim) => [`${name}_dim${dim}`, 1])),
      ),
      model_type: 'EncDecHybridRNNTCTCBPEModel',
    },
  })
}

/** After each token, the next of the round; after the blank, the first. */
function decoder(): Buffer {
  const rows = Array.from({ length: size + 1 }, (_, row) => (row === blank ? 0 : (row + 1) % size))
  const table = rows.flatMap((next) => heardTokens.map((_, column) => (column === next ? 1 : 0)))
  const state = [1, 'N', 1]
  return onnx({
    nodes: [
      node('Gather', [['table', 'targets'], ['g']], [attribute.int('axis', 0)]),
      node('Transpose', [['g'], ['outputs']], [ints('perm', [0, 2, 1])]),
      node('Identity', [['target_length'], ['prednet_lengths']]),
      node('Identity', [['states_1'], ['states']]),
      node('Identity', [['slice_3'], ['states_2']]),
    ],
    constants: [floats('table', [size + 1, size], table)],
    inputs: [
      value('targets', 'int', ['N', 'U']),
      value('target_length', 'int', ['N']),
      value('states_1', 'float', state),
      value('slice_3', 'float', state),
    ],
    outputs: [
      value('outputs', 'float', ['N', size, 'U']),
      value('prednet_lengths', 'int', ['N']),
      value('states', 'float', state),
      value('states_2', 'float', state),
    ],
  })
}

function joiner(streaming: boolean): Buffer {
  const durations = streaming ? 0 : 5
  const width = size + 1 + durations
  const weights = Array.from({ length: size * width }, (_, index) =>
    index % width === Math.floor(index / width) ? 9 : 0,
  )
  const bias = Array.from({ length: width }, (_, index) => {
    if (index === blank) return 6
    return index === size + 2 ? 10 : 0
  })
  return onnx({
    nodes: [
      node('Mul', [['encoder_outputs', 'decoder_outputs'], ['m']]),
      node('Transpose', [['m'], ['t']], [ints('perm', [0, 2, 1])]),
      node('MatMul', [['t', 'w'], ['y0']]),
      node('Add', [['y0', 'b'], ['y1']]),
      node('Reshape', [['y1', 's'], ['outputs']]),
    ],
    constants: [
      floats('w', [size, width], weights),
      floats('b', [width], bias),
      longs('s', [4], [-1, 1, 1, width]),
    ],
    inputs: [
      value('encoder_outputs', 'float', ['N', streaming ? size : 1, 1]),
      value('decoder_outputs', 'float', ['N', size, 1]),
    ],
    outputs: [value('outputs', 'float', ['N', 1, 1, width])],
  })
}

/** Writes a transducer with the inputs, outputs and metadata of Parakeet or of Nemotron streaming. */
export function writeTransducer(
  folder: string,
  { streaming = false }: { readonly streaming?: boolean } = {},
): string {
  mkdirSync(folder, { recursive: true })
  const lines = [...heardTokens, '<blk>'].map((token, index) => `${token} ${index}\n`)
  writeFileSync(join(folder, 'tokens.txt'), lines.join(''))
  const encoder = streaming ? streamingEncoder() : wholeEncoder()
  writeFileSync(join(folder, 'encoder.int8.onnx'), encoder)
  writeFileSync(join(folder, 'decoder.int8.onnx'), decoder())
  writeFileSync(join(folder, 'joiner.int8.onnx'), joiner(streaming))
  return folder
}
