import { statSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder, writeAndSync } from '../platform'

/**
 * Deletes a file so that what it held is in no file any more: its bytes are overwritten with zeros and
 * written to the disk before it goes. A disk may still keep an older copy of a block that no program
 * can read by the file's name. Throws if it cannot.
 */
export function wipeFile(path: string): void {
  writeAndSync(path, Buffer.alloc(statSync(path).size), 'r+')
  unlinkSync(path)
  syncFolder(dirname(path))
}

/** Writes a new file, only for this person, in one place: no other file ever holds a part of it. */
export function writeOnce(path: string, text: string): void {
  writeAndSync(path, Buffer.from(text), 'wx')
  syncFolder(dirname(path))
}
