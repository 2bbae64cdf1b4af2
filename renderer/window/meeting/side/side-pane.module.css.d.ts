// Written by npm run css-types.
declare const styles: {
  readonly 'list': string
  readonly 'pane': string
  readonly 'panel': string
  readonly 'scroller': string
  readonly 'tab': string
  readonly 'tabs': string
  readonly 'title': string
}
export default styles
