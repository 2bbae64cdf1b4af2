// The part that is used of unbzip2-stream, which has no types.
declare module 'unbzip2-stream' {
  /** Decompresses what is written; each block is emitted before `write` returns. */
  interface Unbzip2 {
    write(chunk: Uint8Array): boolean
    end(): void
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'error', listener: (cause: Error) => void): this
  }
  // oxlint-disable-next-line eslint-js/no-restricted-syntax -- The package has no other export.
  export default function unbzip2Stream(): Unbzip2
}
