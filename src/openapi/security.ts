import { freeName } from '../free-name.ts'
import type { Guard, OutlinedAuthorizer } from '../outline.ts'
import type { OpenApiSecurityRequirement, OpenApiSecurityScheme } from './document.ts'

const inHeader = (
  name: string,
  description: string,
): Extract<OpenApiSecurityScheme, { readonly type: 'apiKey' }> => ({
  type: 'apiKey',
  in: 'header',
  name,
  description,
})

/** A bearer token where bearers put one (RFC 6750 §2.1), and otherwise whatever is in the header. */
const token = (header: string, description: string): OpenApiSecurityScheme =>
  header.toLowerCase() === 'authorization'
    ? { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description }
    : inHeader(header, description)

const schemeOf = (authorizer: OutlinedAuthorizer): OpenApiSecurityScheme => {
  switch (authorizer.kind) {
    case 'iam':
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
      return {
        ...inHeader('Authorization', 'An AWS signature, version 4, of the request.'),
        'x-amazon-apigateway-authtype': 'awsSigv4',
      }
    case 'cognito':
      return token(authorizer.header, `A token of ${authorizer.userPoolArns.join(' or ')}.`)
    case 'jwt':
      return token(
        authorizer.header,
        `A token of ${authorizer.issuer} for ${authorizer.audience.join(' or ')}.`,
      )
    case 'custom':
    case 'built-in':
      return inHeader(authorizer.header, `What the authorizer '${authorizer.name}' recognises.`)
  }
}

const API_KEY = inHeader('x-api-key', "An API key of the stage's usage plans.")

/** How callers show who they are. */
export interface Security {
  readonly schemes: { readonly [name: string]: OpenApiSecurityScheme }
  /** What a route asks for; nothing where anybody may call. */
  readonly of: (guard: Guard | undefined) => ReadonlyArray<OpenApiSecurityRequirement>
}

/** The security of an app, whose authorizers have their names in its outline. */
export const securityOf = (
  authorizers: ReadonlyArray<OutlinedAuthorizer>,
  guards: ReadonlyArray<Guard | undefined>,
): Security => {
  const apiKey = freeName('api-key', new Set(authorizers.map(({ name }) => name)))
  const asksForKeys = guards.some((each) => each?.apiKey === true)
  return {
    schemes: {
      ...(asksForKeys ? { [apiKey]: API_KEY } : {}),
      ...Object.fromEntries(authorizers.map((each) => [each.name, schemeOf(each)])),
    },
    of: (guard) => {
      if (guard === undefined) return []
      // In one requirement all schemes are asked for together.
      return [
        {
          ...(guard.authorizer === undefined ? {} : { [guard.authorizer]: guard.scopes }),
          ...(guard.apiKey ? { [apiKey]: [] } : {}),
        },
      ]
    },
  }
}
