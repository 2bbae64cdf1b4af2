declare module 'webvtt-parser' {
  export interface VttNode {
    readonly type: string
    readonly name?: string
    /** The text of a text node, or the annotation of a voice. */
    readonly value?: string
    readonly children?: readonly VttNode[]
  }
  export interface VttCue {
    readonly startTime: number
    readonly endTime: number
    readonly tree: VttNode
  }
  export class WebVTTParser {
    /** With the names of characters, such as `&amp;`. */
    constructor(entities: Readonly<Record<string, unknown>>)
    parse(
      input: string,
      mode?: 'metadata',
    ): {
      readonly cues: readonly VttCue[]
      readonly errors: readonly { readonly message: string; readonly line: number }[]
    }
  }
}
