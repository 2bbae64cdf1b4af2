import { spawn } from 'node:child_process'
import { closeSync, openSync, read, writeSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isRoot } from '../setup/cache'
import { run } from '../setup/run-command.mjs'
import type { Disk, Session } from './session'

/**
 * Mounts a disk in the session's folder with one file, `call.wav`, that can be opened, but whose
 * content never comes, as on a server that is gone. Returns null if this process is not root,
 * because only root can mount one, or if this computer has no FUSE.
 */
export async function mountDeadDisk({ folder }: Session): Promise<Disk | null> {
  if (process.platform !== 'linux' || !isRoot()) return null
  const device = openDevice()
  if (device === null) return null
  const disk = join(folder, 'dead-disk')
  await mkdir(disk)
  if (!(await mounted(device, disk))) {
    closeSync(device)
    return null
  }
  void serve(device)
  return {
    env: { PARLEY_DEAD_DISK: disk },
    remove: async () => {
      await run('umount', ['--force', '--lazy', disk])
      closeSync(device)
    },
  }
}

function openDevice(): number | null {
  try {
    return openSync('/dev/fuse', 'r+')
  } catch {
    return null
  }
}

/** The kernel takes the device from the file descriptor 3 of the command that mounts. */
async function mounted(device: number, disk: string): Promise<boolean> {
  const options = 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other'
  const child = spawn('mount', ['-i', '-t', 'fuse.parley', '-o', options, 'parley', disk], {
    stdio: ['ignore', 'ignore', 'ignore', device],
  })
  return (await new Promise((resolve) => child.once('exit', resolve))) === 0
}

const rootNode = 1
const fileNode = 2
const fileName = 'call.wav'
const fileBytes = 1 << 20
/** How long the kernel may keep what it was told, in seconds. */
const valid = 3_600

/** The requests of the kernel that are answered, by their numbers in linux/fuse.h. */
const kinds = { lookup: 1, forget: 2, attributes: 3, open: 14, read: 15, init: 26 } as const
/** Requests without an answer. */
const mute: readonly number[] = [kinds.forget, kinds.read, 36, 42]
/** With it a process that waits for a read can be killed, as on a disk of the network. */
const asynchronousReads = 1
/** Without it the next process that opens the file waits for the first read, and cannot be killed. */
const keepCache = 2
const notFound = -2
const unknownRequest = -38

/** Answers everything but reads, until the disk is removed. */
async function serve(device: number): Promise<void> {
  const request = Buffer.alloc(1 << 18)
  for (;;) {
    const { bytesRead } = await promisify(read)(device, request, 0, request.length, null).catch(
      () => ({ bytesRead: 0 }),
    )
    if (bytesRead === 0) return
    const kind = request.readUInt32LE(4)
    if (mute.includes(kind)) continue
    const answered = answer(kind, request.subarray(0, bytesRead))
    const body = typeof answered === 'number' ? Buffer.alloc(0) : answered
    const header = Buffer.alloc(16)
    header.writeUInt32LE(header.length + body.length, 0)
    header.writeInt32LE(typeof answered === 'number' ? answered : 0, 4)
    request.copy(header, 8, 8, 16)
    writeSync(device, Buffer.concat([header, body]))
  }
}

/** The body of an answer, or an error number. */
function answer(kind: number, request: Buffer): Buffer | number {
  const node = Number(request.readBigUInt64LE(16))
  switch (kind) {
    case kinds.init:
      return fields([7, 19, 1 << 16, asynchronousReads, 0, 1 << 16])
    case kinds.lookup: {
      const name = request.subarray(40, -1).toString()
      if (node !== rootNode || name !== fileName) return notFound
      return Buffer.concat([longs([fileNode, 0, valid, valid, 0]), attributes(fileNode)])
    }
    case kinds.attributes:
      return Buffer.concat([longs([valid, 0]), attributes(node)])
    case kinds.open:
      return longs([0, keepCache])
    default:
      return unknownRequest
  }
}

function attributes(node: number): Buffer {
  const isFolder = node === rootNode
  const mode = isFolder ? 0o040755 : 0o100644
  return Buffer.concat([
    longs([node, isFolder ? 0 : fileBytes, 0, 1, 1, 1]),
    fields([0, 0, 0, mode, 1, 0, 0, 0, 4_096, 0]),
  ])
}

function longs(values: readonly number[]): Buffer {
  return fields(values.flatMap((value) => [value, 0]))
}

function fields(values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => buffer.writeUInt32LE(value, index * 4))
  return buffer
}
