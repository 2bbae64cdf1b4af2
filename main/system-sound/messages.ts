import { z } from 'zod'

const programKey = z.string().max(200)

/** From main to the process that hears what programs play, and to the thread that says who does. */
export const toProcessSchema = z.discriminatedUnion('type', [
  /**
   * Hear everything, or one program, but not what `ownPid` and its children play; null hears them,
   * too. Has a port.
   */
  z.object({
    type: z.literal('open'),
    ownPid: z.number().int().nullable(),
    program: programKey.nullable(),
  }),
  z.object({ type: z.literal('choose'), program: programKey.nullable() }),
  z.object({ type: z.literal('open-monitors') }),
  /** Say which programs hold a microphone as calls do, now and at each change, for good. */
  z.object({ type: z.literal('watch'), ownPid: z.number().int() }),
  /** Say what plays now, and end. */
  z.object({ type: z.literal('list'), ownPid: z.number().int() }),
])
export type ToProcess = z.infer<typeof toProcessSchema>

const programSchema = z.object({ key: programKey, name: programKey })

const unheardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('monitor-muted'), device: z.string() }),
  z.object({ kind: z.literal('not-chosen'), program: z.string() }),
])

/** From that process and that thread to main. */
export const fromProcessSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened') }),
  z.object({ type: z.literal('failed'), detail: z.string() }),
  z.object({
    type: z.literal('state'),
    hearsOwn: z.boolean(),
    unheard: unheardSchema.nullable(),
  }),
  z.object({
    type: z.literal('microphone'),
    users: z.array(programSchema.extend({ plays: z.boolean() })).max(200),
    /** The keys of the programs that play. */
    playing: z.array(programKey).max(1000),
  }),
  z.object({
    type: z.literal('programs'),
    programs: z.array(programSchema).max(200),
  }),
])
export type FromProcess = z.infer<typeof fromProcessSchema>
