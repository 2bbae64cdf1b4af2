import { readFileSync } from 'node:fs'
import { createLog, writeWholeFile } from '../platform'
import { memorySchema, noMemory, type Memory } from './geometry'

const log = createLog('captions')

export interface PlaceMemory {
  get(): Memory
  set(memory: Memory): void
}

/**
 * Stores the place of the captions on each display in this file. If the file cannot be read or
 * written, only the place is lost.
 */
export function createPlaceMemory(path: string): PlaceMemory {
  let memory = load(path)
  return {
    get: () => memory,
    set: (next) => {
      memory = next
      try {
        writeWholeFile(path, JSON.stringify(next))
      } catch (cause) {
        log.warn('place not saved', { cause })
      }
    },
  }
}

function load(path: string): Memory {
  try {
    return memorySchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') log.warn('place not read', { cause })
    return noMemory
  }
}
