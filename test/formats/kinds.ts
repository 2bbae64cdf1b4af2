/** A codec with the containers that carry it, as Debian's ffmpeg writes them. */
export interface Kind {
  /** The name of ffmpeg's encoder. */
  readonly encoder: string
  /** Containers: the ending of the file, with the arguments of ffmpeg if the ending says too little. */
  readonly containers: readonly (string | readonly [ending: string, ...args: string[]])[]
  /** In Hz. */
  readonly rates: readonly number[]
  readonly channels: readonly number[]
  readonly args?: readonly string[]
}

const anyRate = [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000]
const videoRates = [32_000, 44_100, 48_000]
const two = [1, 2]
const six = [1, 2, 6]
const rf64 = ['rf64.wav', '-rf64', 'always'] as const
const fragmented = [
  'frag.mp4',
  '-movflags',
  'frag_keyframe+empty_moov',
  '-frag_duration',
  '900000',
] as const
const faststart = ['fast.m4a', '-f', 'ipod', '-movflags', '+faststart'] as const
const experimental = ['-strict', '-2']

export const kinds: readonly Kind[] = [
  {
    encoder: 'pcm_s16le',
    containers: ['wav', rf64, 'w64', 'caf', 'mov', 'mkv', 'avi', 'nut', 'voc'],
    rates: anyRate,
    channels: two,
  },
  { encoder: 'pcm_s16le', containers: ['wav', 'w64', 'caf'], rates: [48_000], channels: six },
  { encoder: 'pcm_u8', containers: ['wav', 'avi', 'voc', 'w64'], rates: anyRate, channels: two },
  {
    encoder: 'pcm_s24le',
    containers: ['wav', rf64, 'w64', 'mkv', 'mov'],
    rates: anyRate,
    channels: six,
  },
  { encoder: 'pcm_s32le', containers: ['wav', 'w64', 'mkv', 'mov'], rates: anyRate, channels: two },
  { encoder: 'pcm_f32le', containers: ['wav', 'w64', 'mkv', 'mov'], rates: anyRate, channels: six },
  { encoder: 'pcm_f64le', containers: ['wav', 'w64', 'mov'], rates: anyRate, channels: two },
  {
    encoder: 'pcm_s16be',
    containers: ['aiff', 'aif', 'au', 'caf', 'mov'],
    rates: anyRate,
    channels: six,
  },
  { encoder: 'pcm_s24be', containers: ['aiff', 'au', 'caf', 'mov'], rates: anyRate, channels: two },
  { encoder: 'pcm_s32be', containers: ['aiff', 'au', 'caf'], rates: anyRate, channels: two },
  { encoder: 'pcm_f32be', containers: ['aiff', 'au', 'mov'], rates: anyRate, channels: two },
  { encoder: 'pcm_f64be', containers: ['aiff', 'au'], rates: anyRate, channels: two },
  { encoder: 'pcm_s8', containers: ['aiff', 'au', 'caf'], rates: anyRate, channels: two },
  {
    encoder: 'pcm_alaw',
    containers: ['wav', 'au', 'mov', 'avi', 'w64', 'caf', 'aiff'],
    rates: [8_000, 16_000, 44_100],
    channels: two,
  },
  {
    encoder: 'pcm_mulaw',
    containers: ['wav', 'au', 'mov', 'avi', 'w64', 'caf', 'aiff'],
    rates: [8_000, 16_000, 44_100],
    channels: two,
  },
  { encoder: 'adpcm_ima_wav', containers: ['wav', 'avi', 'mkv'], rates: anyRate, channels: two },
  { encoder: 'adpcm_ms', containers: ['wav', 'avi', 'mkv'], rates: anyRate, channels: two },
  { encoder: 'adpcm_ima_qt', containers: ['mov', 'caf', 'aiff'], rates: anyRate, channels: two },
  { encoder: 'adpcm_yamaha', containers: ['wav', 'mkv'], rates: anyRate, channels: two },
  { encoder: 'adpcm_swf', containers: ['flv'], rates: [11_025, 22_050, 44_100], channels: two },
  { encoder: 'g722', containers: ['g722', 'wav', 'mkv'], rates: [16_000], channels: [1] },
  { encoder: 'g726', containers: ['wav'], rates: [8_000], channels: [1], args: ['-b:a', '32k'] },
  {
    encoder: 'g723_1',
    containers: ['wav', 'mkv'],
    rates: [8_000],
    channels: [1],
    args: ['-b:a', '6300'],
  },
  { encoder: 'libgsm', containers: ['gsm', 'mov', 'caf'], rates: [8_000], channels: [1] },
  { encoder: 'libgsm_ms', containers: ['wav', 'avi'], rates: [8_000], channels: [1] },
  { encoder: 'libspeex', containers: ['spx', 'ogg', 'flv'], rates: [16_000], channels: [1] },
  { encoder: 'libspeex', containers: ['spx', 'ogg'], rates: [8_000, 32_000], channels: two },
  {
    encoder: 'aac',
    containers: [
      ...['m4a', 'mp4', 'mov', 'aac', 'mkv', 'ts', '3gp', 'flv', 'avi', 'm4v'],
      ...[faststart, fragmented, ['loas', '-f', 'latm'] as const],
    ],
    rates: [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000],
    channels: two,
  },
  { encoder: 'aac', containers: ['m4a', 'mkv', 'ts'], rates: [44_100, 48_000], channels: [6] },
  {
    encoder: 'libmp3lame',
    containers: ['mp3', 'mkv', 'avi', 'wav', 'wma'],
    rates: [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000],
    channels: two,
  },
  {
    encoder: 'libmp3lame',
    containers: ['mp3', 'avi', 'mp4'],
    rates: videoRates,
    channels: two,
    args: ['-q:a', '5'],
  },
  {
    encoder: 'libmp3lame',
    containers: [
      ['mp3', '-write_xing', '0', '-id3v2_version', '0'],
      ['mp3', '-write_id3v1', '1'],
    ],
    rates: [16_000, 22_050, 44_100],
    channels: two,
  },
  { encoder: 'libmp3lame', containers: ['flv', 'mpg', 'ts'], rates: [44_100], channels: two },
  {
    encoder: 'mp2',
    containers: ['mp2', 'mpg', 'ts', 'avi', 'wav', 'mkv', 'vob'],
    rates: videoRates,
    channels: two,
  },
  { encoder: 'mp2', containers: ['mp2', 'wav'], rates: [16_000, 22_050, 24_000], channels: two },
  {
    encoder: 'ac3',
    containers: ['ac3', 'ts', 'mpg', 'vob', 'mkv', 'mp4', 'avi'],
    rates: videoRates,
    channels: six,
  },
  { encoder: 'eac3', containers: ['eac3', 'ts', 'mkv', 'mp4'], rates: videoRates, channels: six },
  {
    encoder: 'dca',
    containers: ['dts', 'mkv', 'ts'],
    rates: [44_100, 48_000],
    channels: [1, 2],
    args: experimental,
  },
  {
    encoder: 'truehd',
    containers: ['thd', 'mkv'],
    rates: [44_100, 48_000],
    channels: [2],
    args: experimental,
  },
  {
    encoder: 'mlp',
    containers: ['mlp'],
    rates: [44_100, 48_000],
    channels: [1, 2],
    args: experimental,
  },
  {
    encoder: 'flac',
    containers: ['flac', 'oga', 'ogg', 'mkv', 'mp4', 'caf'],
    rates: anyRate,
    channels: six,
    args: experimental,
  },
  { encoder: 'alac', containers: ['m4a', 'caf', 'mov', 'mkv'], rates: anyRate, channels: six },
  {
    encoder: 'libopus',
    containers: ['opus', 'ogg', 'webm', 'mkv', 'mp4', 'ts', 'caf'],
    rates: [8_000, 16_000, 24_000, 48_000],
    channels: two,
  },
  {
    encoder: 'libopus',
    containers: ['opus', 'webm'],
    rates: [48_000],
    channels: [1],
    args: ['-b:a', '12k', '-application', 'voip', '-frame_duration', '60'],
  },
  {
    encoder: 'libvorbis',
    containers: ['ogg', 'oga', 'webm', 'mkv'],
    rates: [16_000, 22_050, 44_100, 48_000],
    channels: two,
  },
  {
    encoder: 'wmav1',
    containers: ['wma', 'avi', 'wav'],
    rates: [16_000, 22_050, 44_100],
    channels: two,
  },
  {
    encoder: 'wmav2',
    containers: ['wma', 'wmv', 'asf', 'mkv'],
    rates: [16_000, 22_050, 32_000, 44_100],
    channels: two,
  },
  { encoder: 'wavpack', containers: ['wv', 'mkv'], rates: anyRate, channels: two },
  { encoder: 'tta', containers: ['tta', 'mkv'], rates: anyRate, channels: two },
  {
    encoder: 'nellymoser',
    containers: ['flv'],
    rates: [8_000, 11_025, 22_050, 44_100],
    channels: [1],
  },
  { encoder: 'adpcm_adx', containers: ['adx'], rates: [16_000, 44_100], channels: two },
  { encoder: 'real_144', containers: ['rm'], rates: [8_000], channels: [1] },
  { encoder: 'sbc', containers: ['sbc'], rates: [16_000, 32_000, 44_100, 48_000], channels: two },
  { encoder: 'pcm_s16be', containers: ['vob'], rates: [48_000], channels: [1] },
]
