/**
 * What the pages and main say to each other about meetings, keys and engines.
 * Times are integer milliseconds on the meeting's time line unless the name ends in `At`
 * (then: milliseconds since 1970). Audio is 16 kHz mono s16.
 */
export {
  engineSchema,
  frameSamples,
  sampleRate,
  capturedSourceSchema,
  sourceSchema,
  zoneSchema,
  type EngineKind,
  type CapturedSource,
  type Source,
  type Zone,
} from './basics'
export * from './transcript'
export * from './packed'
export * from './library'
export * from './recording'
export * from './exports'
export * from './again'
export * from './imports'
export * from './settings'
export * from './captions'
export * from './storage'
export * from './prices'
export * from './keys'
export * from './engine'
export * from './recorder'
export * from './check'
export * from './update'
export * from './place'
