/** What to type, and what it needs. */
export const readme = (name: string): string => `# ${name}

\`npm install\` first; it brings Node 24, which Lambda runs, so the Node of your machine does not matter. Then:

\`\`\`sh
npm start   # serves app.ts on http://127.0.0.1:8080 and follows your changes
npm test    # checks the types and runs the tests
\`\`\`

With an AWS account and its credentials, \`npm run deploy -- --stage prod\` puts the app on API Gateway and Lambda, and
\`npm run dev\` runs your code live behind a stage of your own. \`npx sst remove --stage <stage>\` takes a stage away again.
After the first of these, \`npm run types\` checks sst.config.ts as well.
`
