/**
 * The commands that pages show and that this suite does not run as they stand, each with where it is proven. A command
 * that is neither here, nor a curl, nor the start of a server fails the test of its page.
 */
export const PROVEN: Readonly<Record<string, string>> = {
  'npm test': 'it is what runs this test',
  'npm run check': 'npm test runs the same lint, types and tests; Biome formats before',
  'npx vitest run test/tutorial': 'a part of what npm test runs',
  "npx vitest run -t 'cities'": 'a part of what npm test runs',
  'npm run fuzz': 'npm test runs the same tests with fewer cases',
  'npm run bench': 'npm test checks its types; it measures, so it needs a machine of its own',
  'npm run bench:decode': 'npm test checks its types; it measures, so it needs a machine of its own',
  'npm run bench:types': 'test/types/budget.test.ts counts what it prints',
  'npm run reloads': 'test/local/leaks.test.ts runs the same script with fewer reloads',
  'npm init -y': 'test/package-project.test.ts runs it',
  'npm pkg set type=module': 'test/package-project.test.ts runs it',
  'npm install calix fp-ts io-ts': 'test/package-project.test.ts links what it names',
  'npm install --save-dev typescript vitest @types/node': 'test/package-project.test.ts links what it names',
  'npx tsc': 'test/package-project.test.ts runs it',
  'npx vitest run': 'test/package-project.test.ts runs it',
  'npx esbuild app.ts --bundle --platform=node --format=esm --main-fields=module,main --outfile=build/app.mjs':
    'test/package-project.test.ts runs it',
  'npm install --save-dev sst': 'test/package-new.test.ts has it among what a new project installs',
  'npx calix new my-api': 'test/package-new.test.ts runs it, as the package has it',
  'npx sst diff --stage prod': 'test/deploy/harness/deploy.test.ts runs it before an emulator of AWS',
  'npx sst deploy --stage prod': 'test/deploy/harness/deploy.test.ts runs it before an emulator of AWS',
  'npx sst remove --stage prod': 'test/deploy/harness/deploy.test.ts runs it before an emulator of AWS',
  'npx sst dev': 'npm run live runs it before stand-ins for AWS; test/deploy/dev.test.ts plans what it makes',
  'npm run live': 'it takes a dozen processes of its own, so it is run by hand',
  'npm run build': 'test/package.test.ts builds the package and imports it',
}
