import { readFileSync } from 'node:fs'
import { createLog } from '../log'
import { writeWholeFile } from '../whole-file'
import { memorySchema, noMemory, type Memory } from './place'

const log = createLog('captions')

export interface PlaceMemory {
  get(): Memory
  set(memory: Memory): void
}

/**
 * Where the captions were on each display, in this file. One that cannot be read or written costs
 * their place and nothing else.
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
