// Written by npm run css-types.
declare const styles: {
  readonly 'after': string
  readonly 'at': string
  readonly 'before': string
  readonly 'editor': string
  readonly 'found': string
  readonly 'frame': string
  readonly 'gap': string
  readonly 'jump': string
  readonly 'line': string
  readonly 'log': string
  readonly 'low': string
  readonly 'mark': string
  readonly 'more': string
  readonly 'original': string
  readonly 'said': string
  readonly 'scroller': string
  readonly 'soft': string
  readonly 'text': string
  readonly 'who': string
  readonly 'word': string
  readonly 'wordOn': string
}
export default styles
