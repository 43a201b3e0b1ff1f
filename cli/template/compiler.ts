/** Checks everything but sst.config.ts, so that it needs nothing but what `npm install` brings. */
export const TSCONFIG = `{
  "compilerOptions": {
    "target": "es2024",
    "lib": ["es2024"],
    "types": ["node"],
    "module": "esnext",
    "moduleResolution": "bundler",
    "strict": true,
    "exactOptionalPropertyTypes": true,
    "noUncheckedIndexedAccess": true,
    "verbatimModuleSyntax": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "exclude": ["sst.config.ts", "node_modules", ".sst"]
}
`

/** Checks sst.config.ts. The types that it names are SST's sources, which are read too, and which bear no more than strict. */
export const SST_TSCONFIG = `{
  "extends": "./tsconfig.json",
  "compilerOptions": {
    "exactOptionalPropertyTypes": false,
    "noUncheckedIndexedAccess": false,
    "verbatimModuleSyntax": false
  },
  "files": ["sst.config.ts"],
  "exclude": []
}
`
