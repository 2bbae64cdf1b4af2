// Written by npm run css-types.
declare const styles: {
  readonly 'list': string
  readonly 'panel': string
  readonly 'screen': string
  readonly 'tab': string
  readonly 'tabs': string
}
export default styles
