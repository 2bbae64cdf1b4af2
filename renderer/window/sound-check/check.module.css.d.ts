// Written by npm run css-types.
declare const styles: {
  readonly 'backdrop': string
  readonly 'bar': string
  readonly 'clipped': string
  readonly 'clippedText': string
  readonly 'device': string
  readonly 'fine': string
  readonly 'foot': string
  readonly 'head': string
  readonly 'meter': string
  readonly 'peak': string
  readonly 'play': string
  readonly 'popup': string
  readonly 'problem': string
  readonly 'progress': string
  readonly 'row': string
  readonly 'rows': string
  readonly 'said': string
  readonly 'sound': string
  readonly 'text': string
  readonly 'title': string
}
export default styles
