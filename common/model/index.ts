/**
 * The types and plain values that main and the pages share. The types are inferred from the schemas
 * in common/schemas; nothing here imports zod at run time, so a page can import any of it.
 *
 * Times are whole ms on the meeting's time line unless the name ends in `At` (ms since 1970).
 * Audio is 16 kHz mono s16.
 */
export type * from '../schemas'
export * from './actions'
export * from './chat'
export * from './constants'
export * from './default-settings'
export * from './packed'
export * from './meeting-terms'
export * from './model-families'
export * from './models'
export * from './prices'
export * from './shortcuts'
export * from './sound'
export * from './web-links'
