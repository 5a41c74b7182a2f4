import { html, raw } from 'hono/html'
import { errorCodes } from '#contract/error-codes.ts'
import { printSchema, type Schema } from './print-schema.ts'

interface Body {
  content?: Record<string, { schema?: Schema }>
}

interface Call {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
  requestBody?: Body
  responses: Record<string, Body & { description: string }>
}

/** As much of an OpenAPI document as is shown. */
export interface ApiDocument {
  paths?: Record<string, Record<string, Call>>
  components?: { schemas?: Record<string, Schema> }
}

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
  h2 { margin-top: 3rem; border-bottom: 1px solid #8886; text-transform: none }
  article { margin: 1.25rem 0 } h3 { margin: 0; font-size: 1rem; font-weight: 500 }
  code, pre { font: 13px/1.5 ui-monospace, monospace } pre { overflow-x: auto; margin: .25rem 0 .75rem }
  pre { padding: .75rem; border-radius: 6px; background: #8881 } p { margin: .25rem 0 }
  b.method { display: inline-block; min-width: 4.5em } td, th { text-align: left; padding: .15rem 1rem .15rem 0 }
  nav a { margin-right: 1rem } summary { cursor: pointer; opacity: .75 } :target { background: #fc03 }
`

const schemaOf = ({ content }: Body): Schema | undefined => Object.values(content ?? {})[0]?.schema

const showSchema = (title: string, schema: Schema | undefined) =>
  schema === undefined
    ? ''
    : html`<details>
        <summary>${title}</summary>
        <pre>${printSchema(schema)}</pre>
      </details>`

const showCall = (path: string, method: string, call: Call) => html`
  <article>
    <h3><b class="method">${method.toUpperCase()}</b> <code>${path}</code></h3>
    <p>${call.summary}</p>
    ${(call.parameters ?? []).map(
      (parameter) => html`<p>
        <code>${parameter.name}</code> in ${parameter.in}${parameter.required ? '' : ', optional'}:
        <code>${printSchema(parameter.schema ?? {})}</code>
      </p>`,
    )}
    ${showSchema('Request body', schemaOf(call.requestBody ?? {}))}
    ${Object.entries(call.responses)
      .filter(([status]) => status !== 'default')
      .map(([status, response]) =>
        showSchema(`${status}: ${response.description}`, schemaOf(response)),
      )}
  </article>
`

const listCalls = (document: ApiDocument) =>
  Object.entries(document.paths ?? {}).flatMap(([path, calls]) =>
    Object.entries(calls).map(([method, call]) => ({ path, method, call })),
  )

/** The API document as a page for people. It needs no script, and nothing from elsewhere. */
export const renderApiReference = (document: ApiDocument) => {
  const calls = listCalls(document)
  const tags = [...new Set(calls.map(({ call }) => call.tags?.[0] ?? 'Other'))]
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Sandi API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>Sandi API</h1>
        <p>
          Everything that the web app does. The same for machines:
          <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).
        </p>
        <p>Sign in, keep the cookie, call:</p>
        <pre>
curl -c cookies -H 'content-type: application/json' \\
  -d '{"email":"admin@sandi.test","password":"sandi-demo"}' $SANDI/api/auth/sign-in/email
curl -b cookies $SANDI/api/v1/flows</pre
        >
        <nav>
          ${tags.map((tag) => html`<a href="#${tag}">${tag}</a>`)}<a href="#schemas">Schemas</a>
          <a href="#errors">Errors</a>
        </nav>
        ${tags.map(
          (tag) =>
            html`<h2 id="${tag}">${tag}</h2>
              ${calls
                .filter(({ call }) => (call.tags?.[0] ?? 'Other') === tag)
                .map(({ path, method, call }) => showCall(path, method, call))}`,
        )}
        <h2 id="schemas">Schemas</h2>
        ${Object.entries(document.components?.schemas ?? {}).map(([name, schema]) =>
          showSchema(name, schema),
        )}
        <h2 id="errors">Errors</h2>
        <p>Every answer that is not a success is <code>ProblemDetails</code> with one of these codes.</p>
        <table>
          ${Object.entries(errorCodes).map(
            ([code, [status, title]]) =>
              html`<tr id="${code}">
                <td>${status}</td>
                <td><code>${code}</code></td>
                <td>${title}</td>
              </tr>`,
          )}
        </table>
      </body>
    </html>`
}
