import type { Plugin } from 'esbuild'

/**
 * An esbuild plugin that leaves out what bundled packages load and calix never calls: of the four parsers that
 * `@middy/http-content-negotiation` imports, `compress` asks for encodings alone. What is left out says so when called.
 */
export const unused: Plugin = {
  name: 'unused',
  setup(build) {
    build.onLoad(
      { filter: /node_modules[\\/]negotiator[\\/]lib[\\/](charset|language|mediaType)\.js$/ },
      ({ path }) => {
        const [file] = path.split(/[\\/]/).slice(-1)
        return {
          contents: `export default () => { throw new Error("negotiator's ${file} is not part of calix's build") }`,
          loader: 'js',
        }
      },
    )
  },
}
