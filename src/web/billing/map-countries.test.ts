import { expect, test } from 'vitest'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }
import { findMapCountry } from './map-countries.ts'

test('every shape of the map is a country, but for those that are none', () => {
  const without = world.objects.countries.geometries
    .filter(({ id, properties }) => findMapCountry(id, properties.name) === undefined)
    .map(({ properties }) => properties.name)
  expect(without.toSorted()).toEqual(['Antarctica', 'N. Cyprus', 'Somaliland'])
})

test('shapes are called by their codes', () => {
  expect([findMapCountry('360', 'Indonesia'), findMapCountry(8, 'Albania')]).toEqual(['ID', 'AL'])
})
