import { closeSync, fstatSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Deletes a file so that what it held is in no file any more: its bytes are overwritten with zeros and
 * written to the disk before it goes. A disk may still keep an older copy of a block that no program
 * can read by the file's name. Throws if it cannot.
 */
export function wipeFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    const { size } = fstatSync(file)
    writeSync(file, Buffer.alloc(size), 0, size, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  unlinkSync(path)
  syncFolder(dirname(path))
}

/** Writes a new file, only for this person, in one place: no other file ever holds a part of it. */
export function writeOnce(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  syncFolder(dirname(path))
}

function syncFolder(folder: string): void {
  // Windows opens no folders, and writes them by itself.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
