import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
let tree = ''

const runNode = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  })
const newComponent = (...args: string[]) => runNode('.config/new-component.mjs', ...args)
const read = (file: string) => readFileSync(join(tree, file), 'utf8')

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'new-component-'))
  const copied = ['.config', 'src/domain', 'src/web/component-views']
  for (const path of [...copied, 'package.json', '.biome.json', '.gitignore']) {
    cpSync(join(root, path), join(tree, path), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

it('npm run new:component writes a Component Type, and the compiler names what is left', () => {
  const { status, stdout, stderr } = newComponent('roomPlan')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })

  const registries = {
    'src/domain/components/component-registry.ts': 'roomPlan: roomPlanComponent,',
    'src/domain/components/mileapp-registry.ts': 'roomPlan: roomPlanMileapp,',
    'src/web/component-views/component-view-registry.ts': 'roomPlan: roomPlanView,',
    'src/web/component-views/component-step-registry.ts': 'check: checkRoomPlanAnswer,',
  }
  for (const [file, line] of Object.entries(registries)) expect(read(file)).toContain(line)
  const written = stdout.split('\n').flatMap((line) => /^ {2}(src\S+)$/.exec(line)?.[1] ?? [])
  expect(written).toHaveLength(13)
  expect(written.filter((file) => !existsSync(join(tree, file)))).toEqual([])

  const { stdout: errors } = runNode(
    'node_modules/typescript/bin/tsc',
    ...['-b', '.config/tsconfig.domain.json', '--pretty', 'false'],
  )
  expect(errors.match(/^src\S+?(?=\()/gm)).toEqual([
    'src/domain/components/room-plan/room-plan-answer.ts',
    'src/domain/components/room-plan/room-plan-component.ts',
  ])
})

it.each([
  ['a type that exists', 'otp', 'There is a Component Type "otp" already.'],
  ['a name that is not camelCase', 'Room-Plan', 'Name the type in camelCase'],
  ['no name', '', 'Name the type in camelCase'],
])('npm run new:component refuses %s and writes nothing', (_, name, reason) => {
  const before = read('src/domain/components/component-registry.ts')
  const { status, stderr } = newComponent(name)
  expect(status).toBe(1)
  expect(stderr).toContain(reason)
  expect(read('src/domain/components/component-registry.ts')).toBe(before)
})
