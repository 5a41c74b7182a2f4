import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, run, stop } from './bootstrap.mjs'

// `npm run new:component roomPlan`: the files of a Component Type in every layer, and its line in the
// registries. What only you can know is left out, so that `npm run typecheck` names each such place.

const domain = 'src/domain/components'
const views = 'src/web/component-views'
const registries = {
  domain: `${domain}/component-registry.ts`,
  mileapp: `${domain}/mileapp-registry.ts`,
  view: `${views}/component-view-registry.ts`,
  step: `${views}/component-step-registry.ts`,
}

const type = process.argv[2] ?? ''
if (!/^[a-z][a-zA-Z0-9]{1,30}$/.test(type)) {
  stop('Name the type in camelCase, for example: npm run new:component roomPlan')
}
const words = type.replace(/[A-Z]/g, ' $&').toLowerCase().split(' ')
const kebab = words.join('-')
const pascal = words.map(capitalise).join('')
const label = words.map(capitalise).join(' ')

if (
  existsSync(path(`${domain}/${kebab}`)) ||
  new RegExp(`^  ${type}: `, 'm').test(read(registries.domain))
) {
  stop(`There is a Component Type "${type}" already. Choose another name.`)
}

/** Each file of the type. A place that is left out is one that the compiler then asks for. */
const files = {
  [`${domain}/${kebab}/${kebab}-schema.ts`]: `import { z } from 'zod'
import { componentBase } from '../component-base-schema.ts'

/** The settings of a ${label}; none may be absent, so give each a default. */
export const ${type}Schema = z.strictObject({
  type: z.literal('${type}'),
  ...componentBase,
})

export type ${pascal}Component = z.infer<typeof ${type}Schema>
`,
  [`${domain}/${kebab}/${kebab}-answer.ts`]: `import type { Result } from '#domain/shared/result.ts'
import type { AnswerError, AnswerValue } from '../answer.ts'
import type { ${pascal}Component } from './${kebab}-schema.ts'

/** Accepts an answer in the form in which it is stored. Runs on the phone, so without zod. */
export const check${pascal}Answer = (
  component: ${pascal}Component,
  value: unknown,
): Result<AnswerValue, AnswerError> => {}
`,
  [`${domain}/${kebab}/${kebab}-answer.test.ts`]: `import { expect, test } from 'vitest'
import { aComponent } from '#testing/a-flow.ts'
import { check${pascal}Answer } from './${kebab}-answer.ts'

const component = aComponent('${type}', { id: 'answer' })

test('none is refused only where one is required', () => {
  expect(check${pascal}Answer(component, null)).toMatchObject({ error: { code: 'required' } })
  expect(check${pascal}Answer({ ...component, required: false }, null)).toEqual({ ok: true, value: null })
})
`,
  [`${domain}/${kebab}/${kebab}-component.ts`]: `import { defineComponentType } from '../component-type.ts'
import { check${pascal}Answer } from './${kebab}-answer.ts'
import { type ${pascal}Component, ${type}Schema } from './${kebab}-schema.ts'

/** The ${label} component. */
export const ${type}Component = defineComponentType<${pascal}Component>({
  label: '${label}',
  schema: ${type}Schema,
  presets: [],
  asksAnswer: true,
  recipientKind: () => null,
  choices: () => null,
  describe: () => '${label}',
  renameReference: (component) => component,
  checkAnswer: check${pascal}Answer,
  findProblems: () => [],
})
`,
  [`${domain}/${kebab}/${kebab}-mileapp.ts`]: `import { noDefaultField } from '../mileapp-fields.ts'
import { defineMileappMapping } from '../mileapp-mapping.ts'
import type { ${pascal}Component } from './${kebab}-schema.ts'

export const ${type}Mileapp = defineMileappMapping<${pascal}Component>({
  component: '${type}',
  fields: [noDefaultField],
  kept: [],
})
`,
  [`${views}/${kebab}/${kebab}-view.ts`]: `import type { ${pascal}Component } from '#domain/components/${kebab}/${kebab}-schema.ts'
import type { ComponentView } from '../component-view.ts'
import { lazySettings } from '../shared/lazy-settings.tsx'

/** The ${label} component in the Flow Builder. */
export const ${type}View: ComponentView<${pascal}Component> = {
  asksAnswer: true,
  Settings: lazySettings(async () => (await import('./${kebab}-settings.tsx')).${pascal}Settings),
}
`,
  [`${views}/${kebab}/${kebab}-settings.tsx`]: `import type { ${pascal}Component } from '#domain/components/${kebab}/${kebab}-schema.ts'
import type { SettingsProps } from '../component-view.ts'

/** The settings that other types do not have. */
export const ${pascal}Settings = ({ form }: SettingsProps<${pascal}Component>) => {}
`,
  [`${views}/${kebab}/${kebab}-step.tsx`]: `import type { ${pascal}Component } from '#domain/components/${kebab}/${kebab}-schema.ts'
import { StepFrame } from '../shared/step-frame.tsx'
import type { StepProps } from '../step-props.ts'

/** How a ${label} is filled in, by thumb and by keyboard. */
export const ${pascal}Step = ({
  component,
  value,
  error,
  onChange,
}: StepProps<${pascal}Component>) => (
  <StepFrame
    title={component.title}
    helpText={component.helpText}
    required={component.required}
    error={error?.message}
  ></StepFrame>
)
`,
  [`${views}/${kebab}/describe-${kebab}-answer.ts`]: `import type { AnswerValue } from '#domain/components/answer.ts'

/** How an answer reads in a list of answers. */
export const describe${pascal}Answer = (value: AnswerValue): string => {}
`,
}

const importOf = (/** @type {string} */ name, /** @type {string} */ from) =>
  `import { ${name} } from '${from}'`

/** @type {[string, string[], string][]} */
const lines = [
  [
    registries.domain,
    [importOf(`${type}Component`, `./${kebab}/${kebab}-component.ts`)],
    `  ${type}: ${type}Component,\n`,
  ],
  [
    registries.mileapp,
    [importOf(`${type}Mileapp`, `./${kebab}/${kebab}-mileapp.ts`)],
    `  ${type}: ${type}Mileapp,\n`,
  ],
  [
    registries.view,
    [importOf(`${type}View`, `./${kebab}/${kebab}-view.ts`)],
    `  ${type}: ${type}View,\n`,
  ],
  [
    registries.step,
    [
      importOf(`check${pascal}Answer`, `#domain/components/${kebab}/${kebab}-answer.ts`),
      importOf(`describe${pascal}Answer`, `./${kebab}/describe-${kebab}-answer.ts`),
    ],
    `  ${type}: {
    Step: lazy(async () => ({ default: (await import('./${kebab}/${kebab}-step.tsx')).${pascal}Step })),
    check: check${pascal}Answer,
    describe: (_, value) => describe${pascal}Answer(value),
  },\n`,
  ],
]

for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(path(file)), { recursive: true })
  writeFileSync(path(file), text)
}
for (const [file, imports, line] of lines) {
  const extended = read(file).replace(/^ {2}view: /m, (view) => line + view)
  writeFileSync(path(file), `${imports.join('\n')}\n${extended}`)
}
const written = [...Object.keys(files), ...Object.values(registries)]
// Puts the imports in order; of the places that are left out the compiler speaks.
await run('biome', ['check', '--write', '--linter-enabled=false', '--log-level=error', ...written])

console.log(`Wrote the Component Type "${type}":`)
for (const file of written) console.log(`  ${file}`)
console.log('\n"npm run typecheck" now names what is left to write; then add an e2e journey.')

/** @param {string} word */
function capitalise(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** @param {string} file */
function path(file) {
  return join(root, file)
}

/** @param {string} file */
function read(file) {
  return readFileSync(path(file), 'utf8')
}
