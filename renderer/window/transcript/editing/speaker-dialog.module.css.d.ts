// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'choice': string
  readonly 'form': string
  readonly 'people': string
}
export default styles
