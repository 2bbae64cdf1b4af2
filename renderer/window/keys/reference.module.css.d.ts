// Written by npm run css-types.
declare const styles: {
  readonly 'code': string
  readonly 'columns': string
  readonly 'contents': string
  readonly 'copy': string
  readonly 'field': string
  readonly 'found': string
  readonly 'screen': string
  readonly 'search': string
  readonly 'table': string
  readonly 'text': string
  readonly 'top': string
}
export default styles
