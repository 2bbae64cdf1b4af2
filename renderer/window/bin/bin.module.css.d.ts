// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'head': string
  readonly 'just': string
  readonly 'justText': string
  readonly 'list': string
  readonly 'meeting': string
  readonly 'screen': string
  readonly 'sub': string
  readonly 'title': string
  readonly 'words': string
}
export default styles
