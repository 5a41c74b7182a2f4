import type { AnswerContext, Coordinate } from '../answer.ts'
import type { InputComponent } from './input-schema.ts'

/** The mean radius of the earth, in metres (IUGG). */
const earthRadius = 6_371_008.8

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180

/** The way between two points as the crow flies, in metres, by the haversine formula. */
export const measureDistance = (from: Coordinate, to: Coordinate): number => {
  const halfChord = (angle: number) => Math.sin(angle / 2) ** 2
  const latitudes = toRadians(to.latitude - from.latitude)
  const longitudes = toRadians(to.longitude - from.longitude)
  const chord =
    halfChord(latitudes) +
    Math.cos(toRadians(from.latitude)) * Math.cos(toRadians(to.latitude)) * halfChord(longitudes)
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** "85 m", "1.2 km", "640 km". */
export const formatDistance = (metres: number): string => {
  if (metres < 1_000) return `${Math.round(metres)} m`
  return metres < 10_000 ? `${(metres / 1_000).toFixed(1)} km` : `${Math.round(metres / 1_000)} km`
}

/** The point around which an answer must lie; nothing when it may lie anywhere or is not known yet. */
export const findGeolockCentre = (
  input: InputComponent,
  findAnswer: AnswerContext['findAnswer'],
): Coordinate | undefined => {
  const { geolock, geolockLatitude, geolockLongitude, geolockField } = input
  if (geolock === 'point' && geolockLatitude !== null && geolockLongitude !== null) {
    return { latitude: geolockLatitude, longitude: geolockLongitude }
  }
  if (geolock !== 'field' || geolockField === null) return undefined
  const answer = findAnswer(geolockField)
  return typeof answer === 'object' && answer !== null && 'latitude' in answer ? answer : undefined
}

/** Why a point is too far away for the geolock, with how far it is; nothing when it is near enough. */
export const findGeolockObjection = (
  input: InputComponent,
  point: Coordinate,
  findAnswer: AnswerContext['findAnswer'],
): string | undefined => {
  const centre = findGeolockCentre(input, findAnswer)
  if (centre === undefined) return undefined
  const distance = measureDistance(centre, point)
  return distance <= input.geolockRadius
    ? undefined
    : `You are ${formatDistance(distance)} away; at most ${formatDistance(input.geolockRadius)} is allowed. Go closer and try again.`
}
