/** `scripts/markdown-plugin.ts` parses these files: its nodes are those of `components/markdown`. */
declare module '*.md?parsed' {
  export const nodes: readonly unknown[]
}
