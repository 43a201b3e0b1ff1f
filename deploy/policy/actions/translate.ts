import { needsByData } from './by-data.ts'
import { at } from './input.ts'
import { isOpen, spellings } from './spelling.ts'
import { EVERYTHING, type Rule } from './target.ts'

// `auto` has Comprehend tell the language, with the caller's permissions:
// https://docs.aws.amazon.com/translate/latest/APIReference/API_TranslateText.html

const translated: Rule = (call) => {
  const sources = spellings(at(call.input, 'SourceLanguageCode'))
  const needs = needsByData(call, 'translate', { ofAccount: 'all' }) ?? []
  if (sources.some(({ text }) => text === 'auto')) {
    return [...needs, { action: 'comprehend:DetectDominantLanguage', on: EVERYTHING }]
  }
  if (!sources.some(isOpen)) return needs
  const doubt = `SourceLanguageCode of ${call.operation} is decided only when it runs: if it may be auto, comprehend:DetectDominantLanguage is needed as well. If so, say it with grants.`
  return needs.map(({ action, on }) => ({ action, on: { arns: on.arns, gaps: [...on.gaps, doubt] } }))
}

export const translateRules: Readonly<Record<string, Rule>> = {
  TranslateDocument: translated,
  TranslateText: translated,
}
