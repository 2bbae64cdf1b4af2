import type { CatalogueFile, CatalogueModel } from './model'

const releases = 'https://github.com/k2-fsa/sherpa-onnx/releases/download'
const sourceOfSpeech = 'https://github.com/k2-fsa/sherpa-onnx/releases/tag/asr-models'
const speech = (name: string) => `${releases}/asr-models/${name}.tar.bz2`

const whisperLanguages =
  'af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu hy id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo zh'.split(
    ' ',
  )

/** Word times and confidence, as transducers give them. */
const transducer = { wordTimes: true, confidence: true, streaming: false, punctuation: true }
const live = { ...transducer, streaming: true }
/** Whole sentences only. */
const sentences = { wordTimes: false, confidence: false, streaming: false, punctuation: true }

/** An archive's file, by its own name, whose size and hash nobody has published. */
const unpinned = (role: CatalogueFile['role'], name: string): CatalogueFile => ({
  role,
  name,
  bytes: null,
  sha256: null,
})
const nemoFiles = [
  unpinned('encoder', 'encoder.int8.onnx'),
  unpinned('decoder', 'decoder.int8.onnx'),
  unpinned('joiner', 'joiner.int8.onnx'),
  unpinned('tokens', 'tokens.txt'),
]
const krokoFiles = [
  unpinned('encoder', 'encoder.onnx'),
  unpinned('decoder', 'decoder.onnx'),
  unpinned('joiner', 'joiner.onnx'),
  unpinned('tokens', 'tokens.txt'),
]
const whisperTokens = {
  bytes: 816_730,
  sha256: 'b34b360dbb493e781e479794586d661700670d65564001f23024971d1f2fa126',
}

/**
 * The tar.bz2 archives hold other files beside those that are kept. Where it is known what an
 * archive takes when it is unpacked, twice that is the limit; where it is not, four times its size.
 */
const room = { known: 2, unknown: 4 }

interface Kroko {
  readonly language: string
  readonly name: string
  readonly bytes: number
  readonly diskBytes: number
  readonly sha256: string
}

const kroko = ({ language, name, bytes, diskBytes, sha256 }: Kroko): CatalogueModel => ({
  id: `kroko-${language}`,
  name: `Kroko ${name}`,
  maker: 'Banafo',
  family: 'zipformer-streaming',
  languages: [language],
  gives: live,
  downloads: [
    {
      url: speech(`sherpa-onnx-streaming-zipformer-${language}-kroko-2025-08-06`),
      bytes,
      sha256,
      unpacksTo: diskBytes * room.known,
    },
  ],
  files: krokoFiles,
  diskBytes,
  memoryMb: null,
  wantsCores: null,
  licence: { name: 'CC-BY-SA-4.0', texts: ['cc-by-sa-4.0'] },
  source: sourceOfSpeech,
})

/**
 * The models that Parley can download, the most useful first. A model is here only if its archive's
 * hash has been published by several independent catalogues.
 */
export const catalogue: readonly CatalogueModel[] = [
  {
    id: 'parakeet-v3',
    name: 'Parakeet v3',
    maker: 'NVIDIA',
    family: 'nemo-transducer',
    languages: 'bg hr cs da nl en et fi fr de el hu it lv lt mt pl pt ro ru sk sl es sv uk'.split(
      ' ',
    ),
    gives: transducer,
    downloads: [
      {
        url: speech('sherpa-onnx-nemo-parakeet-tdt-0.6b-v3-int8'),
        bytes: 487_170_055,
        sha256: '5793d0fd397c5778d2cf2126994d58e9d56b1be7c04d13c7a15bb1b4eafb16bf',
        unpacksTo: 671_239_000 * room.known,
      },
    ],
    files: [
      {
        role: 'encoder',
        name: 'encoder.int8.onnx',
        bytes: 652_184_281,
        sha256: 'acfc2b4456377e15d04f0243af540b7fe7c992f8d898d751cf134c3a55fd2247',
      },
      {
        role: 'decoder',
        name: 'decoder.int8.onnx',
        bytes: 11_845_275,
        sha256: '179e50c43d1a9de79c8a24149a2f9bac6eb5981823f2a2ed88d655b24248db4e',
      },
      {
        role: 'joiner',
        name: 'joiner.int8.onnx',
        bytes: 6_355_277,
        sha256: '3164c13fc2821009440d20fcb5fdc78bff28b4db2f8d0f0b329101719c0948b3',
      },
      {
        role: 'tokens',
        name: 'tokens.txt',
        bytes: 93_939,
        sha256: 'd58544679ea4bc6ac563d1f545eb7d474bd6cfa467f0a6e2c1dc1c7d37e3c35d',
      },
    ],
    diskBytes: 671_239_000,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'CC-BY-4.0', texts: ['cc-by-4.0'] },
    source: sourceOfSpeech,
  },
  {
    id: 'parakeet-v2',
    name: 'Parakeet v2',
    maker: 'NVIDIA',
    family: 'nemo-transducer',
    languages: ['en'],
    gives: transducer,
    downloads: [
      {
        url: speech('sherpa-onnx-nemo-parakeet-tdt-0.6b-v2-int8'),
        bytes: 482_468_385,
        sha256: '157c157bc51155e03e37d2466522a3a737dd9c72bb25f36eb18912964161e1ad',
        unpacksTo: 661_428_477 * room.known,
      },
    ],
    files: [
      {
        role: 'encoder',
        name: 'encoder.int8.onnx',
        bytes: 652_184_296,
        sha256: 'a32b12d17bbbc309d0686fbbcc2987b5e9b8333a7da83fa6b089f0a2acd651ab',
      },
      {
        role: 'decoder',
        name: 'decoder.int8.onnx',
        bytes: 7_257_753,
        sha256: 'b6bb64963457237b900e496ee9994b59294526439fbcc1fecf705b31a15c6b4e',
      },
      {
        role: 'joiner',
        name: 'joiner.int8.onnx',
        bytes: 1_739_080,
        sha256: '7946164367946e7f9f29a122407c3252b680dbae9a51343eb2488d057c3c43d2',
      },
      { role: 'tokens', name: 'tokens.txt', bytes: 9_384, sha256: null },
    ],
    diskBytes: 661_428_477,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'CC-BY-4.0', texts: ['cc-by-4.0'] },
    source: sourceOfSpeech,
  },
  {
    id: 'parakeet-110m',
    name: 'Parakeet 110M',
    maker: 'NVIDIA',
    family: 'nemo-transducer',
    languages: ['en'],
    gives: transducer,
    downloads: [
      {
        url: speech('sherpa-onnx-nemo-parakeet_tdt_transducer_110m-en-36000-int8'),
        bytes: 108_035_095,
        sha256: 'f628312e9fdf8686374cb01a69425c41732529d540860311f16f37cbc32cfe9b',
        unpacksTo: 136_760_193 * room.known,
      },
    ],
    files: nemoFiles,
    diskBytes: 136_760_193,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'CC-BY-4.0', texts: ['cc-by-4.0'] },
    source: sourceOfSpeech,
  },
  {
    id: 'whisper-small',
    name: 'Whisper small',
    maker: 'OpenAI',
    family: 'whisper',
    languages: whisperLanguages,
    gives: sentences,
    downloads: [
      {
        url: speech('sherpa-onnx-whisper-small'),
        bytes: 639_387_718,
        sha256: '486a46afbb7ba798507190ffe02fea2dd726049af212e774537efac6afb210a6',
        unpacksTo: 639_387_718 * room.unknown,
      },
    ],
    files: [
      {
        role: 'encoder',
        name: 'small-encoder.int8.onnx',
        bytes: 112_442_483,
        sha256: '4cbe7b22fa9026b843b60a68640c747de05bafb1a11b57edc0e66c232d9f33a9',
      },
      {
        role: 'decoder',
        name: 'small-decoder.int8.onnx',
        bytes: 262_226_114,
        sha256: 'acad50b5c782696e91b55914cc5ab4f756f1532f76e22aa6fc615f39fb69a8ee',
      },
      { role: 'tokens', name: 'small-tokens.txt', ...whisperTokens },
    ],
    diskBytes: 375_485_327,
    memoryMb: 550,
    wantsCores: null,
    licence: { name: 'MIT', texts: ['mit-openai'] },
    source: sourceOfSpeech,
  },
  {
    id: 'whisper-base',
    name: 'Whisper base',
    maker: 'OpenAI',
    family: 'whisper',
    languages: whisperLanguages,
    gives: sentences,
    downloads: [
      {
        url: speech('sherpa-onnx-whisper-base'),
        bytes: 207_557_382,
        sha256: '911b2083efd7c0dca2ac3b358b75222660dc09fb716d64fbfc417ba6c99ff3de',
        unpacksTo: 207_557_382 * room.unknown,
      },
    ],
    files: [
      unpinned('encoder', 'base-encoder.int8.onnx'),
      unpinned('decoder', 'base-decoder.int8.onnx'),
      unpinned('tokens', 'base-tokens.txt'),
    ],
    diskBytes: null,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'MIT', texts: ['mit-openai'] },
    source: sourceOfSpeech,
  },
  {
    id: 'whisper-turbo',
    name: 'Whisper large-v3-turbo',
    maker: 'OpenAI',
    family: 'whisper',
    languages: whisperLanguages,
    gives: sentences,
    downloads: [
      {
        url: speech('sherpa-onnx-whisper-turbo'),
        bytes: 563_790_207,
        sha256: 'b11acbbcd660b44a8e0df33724feb5aaa709cf65668f2823d59f656312544f22',
        unpacksTo: 1_036_613_791 * room.known,
      },
    ],
    files: [
      {
        role: 'encoder',
        name: 'turbo-encoder.int8.onnx',
        bytes: 674_716_297,
        sha256: 'b02dcdf54f348741e93fe732b67d933c8dcb6735655f710640143081db38878b',
      },
      {
        role: 'decoder',
        name: 'turbo-decoder.int8.onnx',
        bytes: 361_080_764,
        sha256: '20accd02388482eb3a46bd615631adfdc85e1eb2c7db9ea3f02a40ffe6b81547',
      },
      { role: 'tokens', name: 'turbo-tokens.txt', ...whisperTokens },
    ],
    diskBytes: 1_036_613_791,
    memoryMb: 950,
    wantsCores: 8,
    licence: { name: 'MIT', texts: ['mit-openai'] },
    source: sourceOfSpeech,
  },
  {
    id: 'sense-voice',
    name: 'SenseVoice small',
    maker: 'Alibaba',
    family: 'sense-voice',
    languages: ['zh', 'yue', 'en', 'ja', 'ko'],
    gives: { ...sentences, wordTimes: true },
    downloads: [
      {
        url: speech('sherpa-onnx-sense-voice-zh-en-ja-ko-yue-int8-2024-07-17'),
        bytes: 163_002_883,
        sha256: '7d1efa2138a65b0b488df37f8b89e3d91a60676e416f515b952358d83dfd347e',
        unpacksTo: 240_506_435 * room.known,
      },
    ],
    files: [
      unpinned('model', 'model.int8.onnx'),
      unpinned('tokens', 'tokens.txt'),
      unpinned('other', 'LICENSE'),
    ],
    diskBytes: 240_506_435,
    memoryMb: 400,
    wantsCores: null,
    licence: { name: 'FunASR 1.1', texts: ['funasr-1.1'] },
    source: sourceOfSpeech,
  },
  {
    id: 'nemotron-3.5',
    name: 'Nemotron streaming',
    maker: 'NVIDIA',
    family: 'nemo-streaming',
    languages:
      'en es fr it pt nl de tr ru ar hi ja ko vi uk pl sv cs nb da bg fi hr sk zh hu ro et'.split(
        ' ',
      ),
    gives: live,
    downloads: [
      {
        url: speech('sherpa-onnx-nemotron-3.5-asr-streaming-0.6b-560ms-int8-2026-06-11'),
        bytes: 475_271_763,
        sha256: 'c6bf5e0df765f9d5b43bc9e0536d4b4b3e7d40bdf5ecf13e45f134c51c05ae3a',
        unpacksTo: 684_574_872 * room.known,
      },
    ],
    files: [
      {
        role: 'encoder',
        name: 'encoder.int8.onnx',
        bytes: 657_601_403,
        sha256: '012e9321373af99021415e0b0eb3ec827b4be3153be6f30d9b448fe65e896e68',
      },
      {
        role: 'decoder',
        name: 'decoder.int8.onnx',
        bytes: 14_978_075,
        sha256: '19f9c98fc6d0a2c33a65a43b36fdb2e914c26c0aa9764be3aebc502a1e982fb0',
      },
      {
        role: 'joiner',
        name: 'joiner.int8.onnx',
        bytes: 9_504_438,
        sha256: '4101c7c679a0bc30483794b27a059e34e79232aa2068d78d51231a22c8b0d7ce',
      },
      {
        role: 'tokens',
        name: 'tokens.txt',
        bytes: 131_440,
        sha256: '729cc103155bafa785f9cd45746cd41cabe97eab7182fc04d594129587958f8a',
      },
    ],
    diskBytes: 684_574_872,
    memoryMb: null,
    wantsCores: 8,
    licence: { name: 'OpenMDW-1.1', texts: ['openmdw-1.1'] },
    source: sourceOfSpeech,
  },
  kroko({
    language: 'en',
    name: 'English',
    bytes: 57_267_600,
    diskBytes: 71_237_877,
    sha256: 'c8676e5ff9ac2a85296e53ee0fd4d5fb1db6770e7a7647166eeafe349ade6834',
  }),
  kroko({
    language: 'de',
    name: 'German',
    bytes: 57_565_698,
    diskBytes: 71_172_912,
    sha256: '9e27b783c20e67b0d0f13a258c1861fce199917c969d9176a438bee38df64962',
  }),
  kroko({
    language: 'fr',
    name: 'French',
    bytes: 57_220_361,
    diskBytes: 71_271_554,
    sha256: 'e6ffd3dc43725cd6c8137b05c739f15607d0df946b9b90eb141e10059efca024',
  }),
  kroko({
    language: 'es',
    name: 'Spanish',
    bytes: 124_394_665,
    diskBytes: 156_073_899,
    sha256: '31b2230a95d23290b308b393da930015a4b2105cb3abb9367aed35f7fcf29cf1',
  }),
  {
    id: 'speakers',
    name: 'Speakers',
    maker: 'pyannote, NVIDIA',
    family: 'speakers',
    languages: [],
    gives: { wordTimes: false, confidence: false, streaming: false, punctuation: false },
    downloads: [
      {
        url: `${releases}/speaker-segmentation-models/sherpa-onnx-pyannote-segmentation-3-0.tar.bz2`,
        bytes: 6_958_444,
        sha256: '24615ee884c897d9d2ba09bb4d30da6bb1b15e685065962db5b02e76e4996488',
        unpacksTo: 6_958_444 * room.unknown,
      },
      {
        // The release itself is spelled like this.
        url: `${releases}/speaker-recongition-models/nemo_en_titanet_small.onnx`,
        bytes: 40_257_283,
        sha256: 'ad4a1802485d8b34c722d2a9d04249662f2ece5d28a7a039063ca22f515a789e',
        unpacksTo: null,
      },
    ],
    files: [
      {
        role: 'segmentation',
        name: 'model.onnx',
        bytes: 5_992_913,
        sha256: '220ad67ca923bef2fa91f2390c786097bf305bceb5e261d4af67b38e938e1079',
      },
      unpinned('other', 'LICENSE'),
      {
        role: 'embedding',
        name: 'nemo_en_titanet_small.onnx',
        bytes: 40_257_283,
        sha256: 'ad4a1802485d8b34c722d2a9d04249662f2ece5d28a7a039063ca22f515a789e',
      },
    ],
    diskBytes: 46_250_196,
    memoryMb: null,
    wantsCores: null,
    licence: { name: 'MIT and CC-BY-4.0', texts: ['mit-cnrs', 'cc-by-4.0'] },
    source: 'https://github.com/k2-fsa/sherpa-onnx/releases/tag/speaker-segmentation-models',
  },
]
