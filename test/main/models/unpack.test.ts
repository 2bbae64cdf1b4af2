import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusedArchive, unpack } from '../../../main/models/unpack'
import { filesIn, packed, sha256, testFolder } from './archives'

const wanted = new Set(['encoder.onnx', 'tokens.txt'])
const mostBytes = 50_000_000
const unpackInto = (archive: string, into = testFolder(), most = mostBytes) =>
  unpack({ archive, into, wanted, mostBytes: most })

describe('an archive of tar and bzip2', () => {
  test('the wanted files come out whole, private, and nothing else does', async () => {
    // More than one block of bzip2, which cannot be compressed.
    const encoder = randomBytes(2_500_000)
    const folder = filesIn({
      'model-int8/encoder.onnx': encoder,
      'model-int8/tokens.txt': 'a 0\n',
      'model-int8/README.md': 'read me',
      'model-int8/test_wavs/tokens.txt': 'deeper',
    })
    const into = testFolder()
    const files = await unpackInto(packed(folder, ['model-int8']), into)
    expect(readdirSync(into).sort()).toEqual(['encoder.onnx', 'tokens.txt'])
    expect(readFileSync(join(into, 'encoder.onnx')).equals(encoder)).toBe(true)
    expect(readFileSync(join(into, 'tokens.txt'), 'utf8')).toBe('a 0\n')
    expect(statSync(join(into, 'encoder.onnx')).mode & 0o777).toBe(0o600)
    expect(files.find(({ name }) => name === 'encoder.onnx')).toEqual({
      name: 'encoder.onnx',
      bytes: encoder.length,
      sha256: sha256(encoder),
    })
  })

  test.each(['gnu', 'pax', 'ustar'])('the format %s, with a long name beside', async (format) => {
    const deep = `model/${'d'.repeat(90)}/${'n'.repeat(format === 'ustar' ? 60 : 150)}`
    const folder = filesIn({ 'model/tokens.txt': 'a 0\n', [deep]: 'x' })
    const files = await unpackInto(packed(folder, ['model'], [`--format=${format}`]))
    expect(files.map(({ name }) => name)).toEqual(['tokens.txt'])
  })

  test('several streams of bzip2 after each other are one', async () => {
    const folder = filesIn({ 'tokens.txt': 'a 0\n' })
    const archive = packed(folder, ['tokens.txt'])
    const plain = execFileSync('bunzip2', ['-c', archive])
    const halves = [plain.subarray(0, 700), plain.subarray(700)].map((input) =>
      execFileSync('bzip2', ['-c'], { input }),
    )
    writeFileSync(archive, Buffer.concat(halves))
    expect(await unpackInto(archive)).toHaveLength(1)
  })
})

describe('a hostile archive is refused as a whole', () => {
  const refused = async (archive: string, most = mostBytes) => {
    const into = testFolder()
    await expect(unpackInto(archive, into, most)).rejects.toBeInstanceOf(RefusedArchive)
    return readdirSync(into)
  }

  test('a path upwards', async () => {
    const folder = filesIn({ 'tokens.txt': 'a 0\n' })
    const archive = packed(folder, ['tokens.txt'], ['-P', '--transform=s,^,../../,'])
    expect(await refused(archive)).toEqual([])
    expect(existsSync(join(folder, '..', '..', 'tokens.txt'))).toBe(false)
  })

  test('an absolute path', async () => {
    const folder = filesIn({ 'tokens.txt': 'a 0\n' })
    const archive = packed(folder, ['tokens.txt'], ['-P', '--transform=s,^,/tmp/parley-absolute/,'])
    expect(await refused(archive)).toEqual([])
    expect(existsSync('/tmp/parley-absolute')).toBe(false)
  })

  test.each(['..\\tokens.txt', 'c:tokens.txt'])('the path %s of Windows', async (name) => {
    const folder = filesIn({ [name]: 'a 0\n' })
    expect(await refused(packed(folder, ['--no-unquote', name]))).toEqual([])
  })

  test('a symbolic link, even under a name that nobody wants', async () => {
    const folder = filesIn({ 'model/tokens.txt': 'a 0\n' })
    symlinkSync('/etc/passwd', join(folder, 'model', 'encoder.onnx'))
    await refused(packed(folder, ['model']))
    const other = filesIn({})
    symlinkSync('/etc', join(other, 'folder'))
    expect(await refused(packed(other, ['folder']))).toEqual([])
  })

  test('a hard link', async () => {
    const folder = filesIn({ 'model/a.txt': 'a' })
    linkSync(join(folder, 'model', 'a.txt'), join(folder, 'model', 'tokens.txt'))
    await refused(packed(folder, ['model']))
  })

  test('a pipe, as any device', async () => {
    const folder = filesIn({})
    execFileSync('mkfifo', [join(folder, 'tokens.txt')])
    expect(await refused(packed(folder, ['tokens.txt']))).toEqual([])
  })

  test('the same file twice', async () => {
    const folder = filesIn({ 'a/tokens.txt': 'one', 'b/tokens.txt': 'two' })
    await refused(packed(folder, ['a', 'b']))
  })

  test('more bytes than the catalogue says, though the archive is small', async () => {
    const folder = filesIn({ 'encoder.onnx': new Uint8Array(30_000_000) })
    const archive = packed(folder, ['encoder.onnx'])
    expect(statSync(archive).size).toBeLessThan(10_000)
    expect(await refused(archive, 1_000_000)).toEqual([])
  })
})

describe('a damaged archive', () => {
  test.each([0.1, 0.5, 0.95])('cut at %d of its length', async (share) => {
    const folder = filesIn({ 'encoder.onnx': randomBytes(1_500_000), 'tokens.txt': 'a 0\n' })
    const archive = packed(folder, ['encoder.onnx', 'tokens.txt'])
    const bytes = readFileSync(archive)
    writeFileSync(archive, bytes.subarray(0, bytes.length * share))
    await expect(unpackInto(archive)).rejects.toThrow()
  })

  test('a flipped bit', async () => {
    const archive = packed(filesIn({ 'encoder.onnx': randomBytes(300_000) }), ['encoder.onnx'])
    const bytes = readFileSync(archive)
    bytes[150_000] = (bytes[150_000] ?? 0) ^ 1
    writeFileSync(archive, bytes)
    await expect(unpackInto(archive)).rejects.toThrow()
  })

  test('no archive at all', async () => {
    await expect(unpackInto(join(filesIn({ x: 'no archive' }), 'x'))).rejects.toThrow()
  })
})
