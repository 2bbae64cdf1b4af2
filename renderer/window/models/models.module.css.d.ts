// Written by npm run css-types.
declare const styles: {
  readonly 'actions': string
  readonly 'facts': string
  readonly 'licence': string
  readonly 'list': string
  readonly 'model': string
  readonly 'progress': string
}
export default styles
