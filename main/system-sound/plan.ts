import { isOfProgram, programOf } from './programs'
import type { Heard, Sink, SinkInput } from './pulse/messages'

/** `programs`: one stream for each program. `monitors`: one for each output, Parley's own included. */
export type Way = 'programs' | 'monitors'

/** One stream to record. */
export interface Planned {
  readonly key: string
  readonly heard: Heard
  /** Whether it is part of the meeting. The sound of others is only measured. */
  readonly isMeeting: boolean
  readonly corked: boolean
  /** The name of its program, where that is known. */
  readonly program: string | null
  /** The output that it plays on. */
  readonly sink: number
}

export interface Playing {
  readonly way: Way
  /** The only program that is wanted; null wants all. */
  readonly chosen: string | null
  readonly inputs: readonly SinkInput[]
  readonly sinks: readonly Sink[]
  readonly isOwn: (input: SinkInput) => boolean
}

/** The streams to record of what plays now. */
export function planStreams({ way, chosen, inputs, sinks, isOwn }: Playing): Planned[] {
  if (way === 'monitors') {
    return sinks.flatMap(({ index, monitorName }) =>
      monitorName === null
        ? []
        : {
            key: `monitor ${index}`,
            heard: { monitorName },
            isMeeting: true,
            corked: false,
            program: null,
            sink: index,
          },
    )
  }
  return inputs
    .filter((input) => isOfProgram(input) && !isOwn(input))
    .map((input) => {
      const program = programOf(input)
      return {
        key: `program ${input.index}`,
        heard: { sinkInput: input.index },
        isMeeting: chosen === null || program?.key === chosen,
        corked: input.corked,
        program: program?.name ?? null,
        sink: input.sink,
      }
    })
}
