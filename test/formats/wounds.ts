/**
 * What happens to files on their way: recorders that crash, headers that were never finished, tags in
 * front, junk behind. Each takes the bytes of a whole file.
 */
export interface Wound {
  readonly name: string
  /** The endings of the files that it happens to; null for all. */
  readonly endings: readonly string[] | null
  /** True if ffmpeg itself loses sound by it, so that the file before it says what is right. */
  readonly losesFfmpeg: boolean
  apply(bytes: Buffer): Buffer
}

const dataChunk = (bytes: Buffer): number => bytes.indexOf('data', 12, 'latin1')

/** Writes a length into the header of a WAV. */
function wavLength(of: (length: number) => number) {
  return (bytes: Buffer): Buffer => {
    const changed = Buffer.from(bytes)
    const at = dataChunk(changed) + 4
    const length = of(changed.readUInt32LE(at))
    changed.writeUInt32LE(length, at)
    changed.writeUInt32LE(Math.min(0xffffffff, length), 4)
    return changed
  }
}

/** A chunk of odd length before the sound. */
function oddChunk(bytes: Buffer): Buffer {
  const at = dataChunk(bytes)
  const chunk = Buffer.from('LIST\x0d\0\0\0INFOISFT\x01\0\0\0x\0', 'latin1')
  return Buffer.concat([bytes.subarray(0, at), chunk, bytes.subarray(at)])
}

/** An ID3 tag with a picture of this many bytes, all of them like the start of a frame of MP3. */
function tagInFront(pictureBytes: number) {
  return (bytes: Buffer): Buffer => {
    const picture = Buffer.alloc(pictureBytes, Buffer.from([0xff, 0xfb, 0x90, 0x64]))
    const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')
    for (let byte = 0; byte < 4; byte += 1) {
      head[6 + byte] = (pictureBytes >> (7 * (3 - byte))) & 0x7f
    }
    return Buffer.concat([head, picture.fill(0, 0, 10), bytes])
  }
}

/** The number of frames in the Xing header of an MP3. */
function wrongXing(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  const at = ['Xing', 'Info'].map((name) => changed.indexOf(name)).find((found) => found >= 0)
  if (at !== undefined) changed.writeUInt32BE(3, at + 8)
  return changed
}

/** The number of samples in the header of a FLAC, as an encoder leaves it that cannot go back. */
function withoutTotal(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed[21] = (changed[21] ?? 0) & 0xf0
  return changed.fill(0, 22, 26)
}

const keep = (share: number) => (bytes: Buffer) =>
  bytes.subarray(0, Math.floor(bytes.length * share))

export const wounds: readonly Wound[] = [
  { name: 'WAV length 0', endings: ['wav'], losesFfmpeg: true, apply: wavLength(() => 0) },
  {
    name: 'WAV length of a stream',
    endings: ['wav'],
    losesFfmpeg: true,
    apply: wavLength(() => 0xffffffff),
  },
  {
    name: 'WAV length of an earlier save',
    endings: ['wav'],
    losesFfmpeg: true,
    apply: wavLength((length) => 2_048 * Math.floor(length / 4_096)),
  },
  { name: 'odd chunk', endings: ['wav'], losesFfmpeg: false, apply: oddChunk },
  {
    name: 'ID3 in front',
    endings: ['wav', 'flac', 'mp3', 'aac'],
    losesFfmpeg: false,
    apply: tagInFront(700),
  },
  {
    name: 'picture in front',
    endings: ['mp3', 'flac'],
    losesFfmpeg: false,
    apply: tagInFront(200_000),
  },
  {
    name: 'zeros in front',
    endings: ['mp3', 'aac'],
    losesFfmpeg: false,
    apply: (bytes) => Buffer.concat([Buffer.alloc(3_000), bytes]),
  },
  { name: 'wrong Xing', endings: ['mp3'], losesFfmpeg: false, apply: wrongXing },
  { name: 'no total', endings: ['flac'], losesFfmpeg: false, apply: withoutTotal },
  {
    name: 'zeros behind',
    endings: null,
    losesFfmpeg: false,
    apply: (bytes) => Buffer.concat([bytes, Buffer.alloc(5_000)]),
  },
  { name: 'cut at 70 %', endings: null, losesFfmpeg: false, apply: keep(0.7) },
]
